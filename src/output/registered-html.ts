import { escapeText } from "../markdown/html-tags.ts";
import type { ErrorReference } from "../model/error-reference.ts";
import type { LayoutText } from "./entry.ts";
import { wordsAt } from "./layout-words.ts";

/**
 * What the register says of an error code, as the words of a page: what happened, and what to do.
 *
 * @param text - what the layouts say: the headings
 * @returns HTML in which all that an editor wrote is text; `""` where the register says neither
 */
export function registeredHtml({ whatHappened, whatToDo }: ErrorReference, text: LayoutText): string {
  return [
    section(wordsAt(text, "pages.reference.whatHappened"), whatHappened),
    section(wordsAt(text, "pages.reference.whatToDo"), whatToDo),
  ].join("");
}

/** @param words - paragraphs of plain text, with an empty line between each two */
function section(heading: string, words: string | null): string {
  if (words === null) return "";
  const paragraphs = words.split(/\n\s*\n/).map((paragraph) => `<p>${escapeText(paragraph.trim())}</p>`);
  return [`<h2>${escapeText(heading)}</h2>`, ...paragraphs].join("");
}
