/**
 * The button that opens every expander of the page, and closes them when all are open, however they came to be so. It
 * can be seen from now on.
 */
export function offerToggle(): void {
  const button = document.querySelector<HTMLButtonElement>(".app-expander-toggle");
  const words = button?.firstElementChild;
  if (!button || !words) return;
  const expanders = [...document.querySelectorAll<HTMLDetailsElement>("main details")];
  const { textContent: show } = words;
  const hide = button.dataset["hide"] ?? "";
  const keepInStep = () => {
    const areOpen = expanders.every(({ open }) => open);
    words.textContent = areOpen ? hide : show;
    button.setAttribute("aria-expanded", String(areOpen));
  };
  button.addEventListener("click", () => {
    const open = expanders.some((expander) => !expander.open);
    for (const expander of expanders) expander.open = open;
  });
  // A toggle event does not rise from its expander, but it can be met on its way down.
  document.addEventListener("toggle", keepInStep, true);
  keepInStep();
  button.disabled = false;
}
