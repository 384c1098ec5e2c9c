import type { Problem } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { withoutAttribute, withoutTag } from "../edits.ts";
import type { PossibleEdits } from "../edits.ts";
import { report, shortened } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** Tags and attributes that the site does not keep; the words stay. */
export const droppedHtml: RuleFacts = {
  name: "dropped-html",
  severity: "warning",
  kind: "structure",
  title: "HTML or an attribute is left out of the page",
  source: null,
  fixable: true,
};

const unseen = "The page looks as if it had never been written";

/** A start tag that has been dropped. */
export interface DroppedTag {
  /** The diagnostic's place among the page's. */
  readonly number: number;
  /** What takes it away. */
  readonly edits: PossibleEdits;
}

/** For a start tag whose words stay; `addEndTag` makes it fixable. @param written - the tag as it is written */
export function reportDroppedTag(page: PageContext, written: string, place: Place): DroppedTag {
  const number = report(page, droppedHtml, place, wordsOfTag(written));
  return { number, edits: withoutTag(page, place, written) };
}

/** For a tag that does not fit where it stands, with its partner or without. */
export function reportMisfit(page: PageContext, written: string, place: Place): void {
  report(page, droppedHtml, place, { ...wordsOfTag(written), ...withoutTag(page, place, written) });
}

function wordsOfTag(written: string): Pick<Problem, "message" | "why" | "fix"> {
  return {
    message: `${shortened(written)} is left out; the words inside it stay`,
    why: "The words are shown without what the tag was meant to add",
    fix: "Delete the tag, or write the words in Markdown",
  };
}

/**
 * Takes a dropped tag away with its end tag, where both stand on one line; where they do not, what is between them might
 * be read otherwise without them.
 */
export function addEndTag(page: PageContext, { number, edits }: DroppedTag, written: string, place: Place): void {
  const diagnostic = page.diagnostics[number];
  const [start] = edits.edits ?? [];
  const [end] = withoutTag(page, place, written).edits ?? [];
  if (!diagnostic || !start || !end || start.start.line !== end.start.line) return;
  page.diagnostics[number] = { ...diagnostic, edits: [start, end] };
}

/** For what browsers skip: `<?php … ?>`, `<!DOCTYPE …>`, `<![CDATA[ … ]]>`. */
export function reportDroppedInstruction(page: PageContext, written: string, place: Place): void {
  report(page, droppedHtml, place, {
    message: `${shortened(written)} is left out, with everything in it`,
    why: "It was written for a program, and readers see nothing of it",
    fix: "Delete it, or put it between backticks to show it",
  });
}

/** For a control or a player that does nothing here. */
export function reportDroppedControl(page: PageContext, name: string, place: Place): void {
  const isMedia = name === "video" || name === "audio";
  report(page, droppedHtml, place, {
    message: `<${name}> is left out${isMedia ? "" : "; the words inside it stay"}`,
    why: isMedia ? "Nobody can play it on this page" : "There is nothing on this page that it could do",
    fix: isMedia
      ? "Write ::: video and its title, a link to where it is, what is said in it, and :::"
      : "Delete the tag; to lead readers somewhere, write a link",
  });
}

/** For a picture that is drawn in the page. */
export function reportDroppedDrawing(page: PageContext, place: Place): void {
  report(page, droppedHtml, place, {
    message: "A picture drawn with <svg> is left out",
    why: "The page is shown without it; the site draws its icons itself",
    fix: "Delete everything from <svg to </svg>",
  });
}

/** For an attribute that nothing on the page would show. @param name - of the attribute */
export function reportNeedlessAttribute(
  page: PageContext,
  place: Place,
  name: string,
  words: Pick<Problem, "message" | "fix">,
): void {
  report(page, droppedHtml, place, { ...words, why: unseen, ...withoutAttribute(page, place, name) });
}

/** For an attribute whose value will not do: what was meant by it, a person has to say. */
export function reportDroppedValue(page: PageContext, place: Place, words: Pick<Problem, "message" | "fix">): void {
  report(page, droppedHtml, place, { ...words, why: unseen });
}

/** For an id that stands in braces, and on the page already. */
export function reportIdTwice(page: PageContext, id: string, place: Place): void {
  report(page, droppedHtml, place, {
    message: `The id "${id}" is left out: it is on this page already`,
    why: "A link to it would arrive at the other place",
    fix: "Choose another id",
  });
}
