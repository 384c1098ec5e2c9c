/**
 * Lets the header's menu count again when its words grow. nhsuk-frontend counts when the window or the list changes;
 * neither does when a reader spaces the letters out (WCAG 2.2, 1.4.12), and the menu's button would leave the window.
 */
export function countAgainWhenWordsGrow(header: Element): void {
  const observer = new ResizeObserver(() => window.dispatchEvent(new Event("resize")));
  for (const item of header.querySelectorAll(".nhsuk-header__navigation-item, .nhsuk-header__menu"))
    observer.observe(item);
}

/**
 * Gives the focus back to the menu's button where Escape closes the menu around it. nhsuk-frontend only hides the menu,
 * and somebody with a keyboard would begin at the top of the page again.
 */
export function giveFocusBack(header: Element): void {
  header.addEventListener("keydown", (event) => {
    const isInMenu = event.target instanceof Element && event.target.closest(".nhsuk-header__menu-list") !== null;
    if (isInMenu && event instanceof KeyboardEvent && event.key === "Escape") {
      header.querySelector<HTMLElement>(".nhsuk-header__menu-toggle")?.focus();
    }
  });
}
