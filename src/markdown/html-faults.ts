import type { Token } from "parse5";
import { escapeText } from "./html-tags.ts";
import { report } from "./page-context.ts";
import type { PageContext, Place } from "./page-context.ts";

/** Refuses a tag that could act. @returns the tag as text */
export function refuse(page: PageContext, tag: Token.TagToken, written: string, place: Place): string {
  report(page, "unsafe-html", "error", place, {
    message: `<${tag.tagName}> is not allowed`,
    why: "It could run something in the reader's browser, load something from elsewhere or collect what the reader types",
    fix: `Delete <${tag.tagName}> and what belongs to it; write \`<${tag.tagName}>\` to show the tag itself`,
  });
  return escapeText(written);
}

/** Leaves out a tag that the site does not keep. @returns nothing in its place */
export function drop(page: PageContext, written: string, place: Place): string {
  report(page, "dropped-html", "warning", place, {
    message: `${shortened(written)} is left out; the words inside it stay`,
    why: "The words are shown without what the tag was meant to add",
    fix: "Delete the tag, or write the words in Markdown",
  });
  return "";
}

/** Reports a tag that is none of HTML: sharp brackets around words. */
export function reportUnknown(page: PageContext, written: string, place: Place): void {
  report(page, "unknown-tag", "warning", place, {
    message: `${shortened(written)} is no tag of HTML, and is shown as it is typed`,
    why: "Readers see the sharp brackets",
    fix: "Write &lt; for a less-than sign, or put the words between backticks",
  });
}

/** Reports a tag or comment that starts and never finishes. */
export function reportUnfinished(page: PageContext, isComment: boolean, place: Place): void {
  report(page, isComment ? "comment-never-closed" : "unfinished-tag", isComment ? "error" : "warning", place, {
    message: isComment ? "This comment is never closed" : "This tag is never finished",
    why: isComment ? "Everything after it would be lost" : "The tag is shown as it is typed",
    fix: isComment ? "Write --> where the comment ends" : "Write > where the tag ends, or &lt; for a less-than sign",
  });
}

/** Reports `</br>`. */
export function reportBreakEnd(page: PageContext, place: Place): void {
  report(page, "dropped-html", "warning", place, {
    message: "</br> is not HTML; it is read as <br>",
    why: "A line starts here, as was meant",
    fix: "Write <br>, or leave an empty line to start a new paragraph",
  });
}

/** Reports an end tag that closes nothing. */
export function reportStray(page: PageContext, written: string, place: Place): void {
  report(page, "stray-end-tag", "warning", place, {
    message: `${written} closes nothing, and is left out`,
    why: "Something before it may have ended too early",
    fix: "Delete it, or add the start tag that is missing",
  });
}

/** Reports a heading as large as the page's title. */
export function reportLevelOne(page: PageContext, place: Place): void {
  report(page, "heading-one-in-body", "warning", place, {
    message: "A heading of the first level stands in the body; it is shown as one of the second",
    why: "The page's title is its only heading of the first level: screen readers list pages by it",
    fix: "Write two number signs: ##",
  });
}

function shortened(written: string): string {
  const shown = written.replace(/\s+/g, " ");
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
}
