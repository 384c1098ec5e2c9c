/**
 * What stands before a part of the page that scrolls by itself: nhsuk-frontend's scroll. Its script would let the Tab
 * key leave out the parts with nothing to scroll; ours are always reached, and need no script.
 *
 * @param name - the attribute that names it for those who listen
 */
export function scrollStart(name: string): string {
  return `<div class="nhsuk-scroll">\n<div class="nhsuk-scroll__content" role="region" tabindex="0" ${name}>\n`;
}

/** What stands after it. */
export const scrollEnd = `</div>\n</div>\n`;
