/** Says texts in a live region, each once. */
export interface Announcer {
  /**
   * Says a text to those who listen; what was about to be said before is not said any more.
   *
   * @param wait - in milliseconds: nobody is spoken to while they type
   */
  readonly say: (text: string, wait: number) => void;
  /** The same at once, and where everybody sees it. */
  readonly show: (text: string) => void;
  readonly hush: () => void;
}

/** How long nothing is said to somebody who types, in milliseconds. */
export const untilTyped = 1000;

/** @param region - an element with the role status */
export function announcer(region: HTMLElement): Announcer {
  let timer = 0;
  const put = (text: string, isSeen: boolean) => {
    region.classList.toggle("nhsuk-u-visually-hidden", !isSeen);
    region.textContent = text;
  };
  const hush = () => {
    clearTimeout(timer);
    put("", false);
  };
  return {
    say: (text, wait) => {
      // The same text again is said only where it was gone in between.
      hush();
      timer = window.setTimeout(() => put(text, false), wait);
    },
    show: (text) => {
      clearTimeout(timer);
      put(text, true);
    },
    hush,
  };
}
