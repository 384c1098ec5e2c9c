/**
 * Takes the focus along when somebody skips to the main part of the page. On an iPhone it would stay where it was, and
 * so would whoever listens. Afterwards the main part is as it was: a click on it does not take the focus there.
 */
export function takeFocusAlong(): void {
  const main = document.querySelector("main");
  document.querySelector(".nhsuk-skip-link")?.addEventListener("click", () => {
    if (!main) return;
    // nhsuk-frontend's class takes the ring away: nothing can be done with the main part itself.
    main.classList.add("nhsuk-skip-link-focused-element");
    main.tabIndex = -1;
    main.focus();
    main.addEventListener("blur", () => main.removeAttribute("tabindex"), { once: true });
  });
}
