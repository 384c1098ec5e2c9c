/**
 * Lets the header's menu count again when its words grow. nhsuk-frontend counts when the window or the list changes;
 * neither does when a reader spaces the letters out (WCAG 2.2, 1.4.12), and the menu's button would leave the window.
 *
 * What is in the open menu takes no room of the header: to count again for it would be in the way of whoever has opened
 * the menu.
 */
export function countAgainWhenWordsGrow(header: HTMLElement): void {
  const observer = new ResizeObserver((grown) => {
    if (grown.some(({ target }) => !target.closest(menuList))) window.dispatchEvent(new Event("resize"));
  });
  for (const item of header.querySelectorAll(".nhsuk-header__navigation-item, .nhsuk-header__menu"))
    observer.observe(item);
}

/**
 * Gives the focus back to the menu's button where Escape closes the menu around it. nhsuk-frontend only hides the menu,
 * and somebody with a keyboard would begin at the top of the page again.
 */
export function giveFocusBack(header: HTMLElement): void {
  header.addEventListener("keydown", ({ key, target }) => {
    if (key === "Escape" && target instanceof Element && target.closest(menuList)) focusButton(header);
  });
}

/**
 * Keeps the focus on a link of the menu while nhsuk-frontend counts, which takes each out and puts it back. Where the
 * link is in a closed menu afterwards, the menu's button has the focus.
 */
export function keepFocusWhileCounting(header: HTMLElement): void {
  window.addEventListener("resize", () => {
    const link = header.querySelector<HTMLElement>(".nhsuk-header__navigation-link:focus");
    if (link === null) return;
    // nhsuk-frontend counts in this frame, and has asked for it before.
    requestAnimationFrame(() => {
      link.focus();
      if (!link.matches(":focus")) focusButton(header);
    });
  });
}

const menuList = ".nhsuk-header__menu-list";

function focusButton(header: HTMLElement): void {
  header.querySelector<HTMLElement>(".nhsuk-header__menu-toggle")?.focus();
}
