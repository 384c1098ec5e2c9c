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

/** Leaves out what browsers skip: `<?php … ?>`, `<!DOCTYPE …>`, `<![CDATA[ … ]]>`. @returns nothing in its place */
export function dropInstruction(page: PageContext, written: string, place: Place): string {
  report(page, "dropped-html", "warning", place, {
    message: `${shortened(written)} is left out, with everything in it`,
    why: "It was written for a program, and readers see nothing of it",
    fix: "Delete it, or put it between backticks to show it",
  });
  return "";
}

/** Leaves out a control or a player that does nothing here. @returns nothing in its place */
export function dropControl(page: PageContext, name: string, place: Place): string {
  const isMedia = name === "video" || name === "audio";
  report(page, "dropped-html", "warning", place, {
    message: `<${name}> is left out${isMedia ? "" : "; the words inside it stay"}`,
    why: isMedia ? "Nobody can play it on this page" : "There is nothing on this page that it could do",
    fix: isMedia
      ? "Write ::: video and its title, a link to where it is, what is said in it, and :::"
      : "Delete the tag; to lead readers somewhere, write a link",
  });
  return "";
}

/** Leaves out a picture that is drawn in the page. @returns nothing in its place */
export function dropDrawing(page: PageContext, place: Place): string {
  report(page, "dropped-html", "warning", place, {
    message: "A picture drawn with <svg> is left out",
    why: "The page is shown without it; the site draws its icons itself",
    fix: "Delete everything from <svg to </svg>",
  });
  return "";
}

/** Reports HTML that Markdown reads as code: it is indented by four spaces or more. */
export function reportHtmlAsCode(page: PageContext, place: Place): void {
  report(page, "html-as-code", "warning", place, {
    message: "HTML tags are shown as text here, because the line is indented",
    why: "Readers see the tags with their sharp brackets",
    fix: "Delete the spaces at the front of the lines; to show the tags, write ``` on a line before and after them",
  });
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
