import type { Token } from "markdown-it";
import type { RuleFacts } from "../../model/rule.ts";
import { editsIn } from "../edits.ts";
import type { PossibleEdits } from "../edits.ts";
import { placeOfLine, report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** A heading as large as the page's title. */
export const headingOneInBody: RuleFacts = {
  name: "heading-one-in-body",
  severity: "warning",
  kind: "structure",
  title: "A heading of the first level stands in the body",
  source: "NHS service manual, Use headings correctly",
  fixable: true,
};

/** For a heading that is written as HTML. */
export function reportLevelOne(page: PageContext, place: Place, edits: PossibleEdits = {}): void {
  report(page, headingOneInBody, place, {
    message: "A heading of the first level stands in the body; it is shown as one of the second",
    why: "The page's title is its only heading of the first level: screen readers list pages by it",
    fix: "Write two number signs: ##",
    ...edits,
  });
}

/**
 * For a heading in Markdown. Beside tags, a line of hyphens may be read as another thing than a line of equals signs.
 *
 * @param heading - the token that opens it
 */
export function reportMarkdownLevelOne(page: PageContext, heading: Token): void {
  const [first, end] = heading.map ?? [0, 1];
  const isUnderlined = heading.markup === "=";
  const line = isUnderlined ? end - 1 : first;
  const marks = isUnderlined ? /^[\s>]*(=+)\s*$/ : /^(?:[\s>]|[-*+]\s|\d+[.)]\s)*(#)(?=\s|$)/;
  const [before = "", written = ""] = marks.exec(page.lines[line] ?? "") ?? [];
  const place = { line, column: before.indexOf(written), length: written.length };
  const text = isUnderlined ? "-".repeat(written.length) : "##";
  const isPlain = written !== "" && !(isUnderlined && page.lines.slice(first, line).some((text) => text.includes("<")));
  reportLevelOne(page, placeOfLine(page, first), isPlain ? editsIn(page, place, written, text) : {});
}
