/**
 * Lets the header's menu count again when its words grow. nhsuk-frontend counts when the window or the list changes;
 * neither does when a reader spaces the letters out (WCAG 2.2, 1.4.12), and the menu's button would leave the window.
 */
export function countAgainWhenWordsGrow(header: Element): void {
  const observer = new ResizeObserver(() => window.dispatchEvent(new Event("resize")));
  for (const item of header.querySelectorAll(".nhsuk-header__navigation-item, .nhsuk-header__menu"))
    observer.observe(item);
}
