import type { MarkdownIt, StateCore, Token } from "markdown-it";
import type { Edit } from "../model/diagnostic.ts";
import { fencedKinds } from "./container-kinds.ts";
import { editsIn } from "./edits.ts";
import { reportSlip, slips } from "./faults/markdown-as-text.ts";
import { reportLostLists } from "./lost-lists.ts";
import { pageContext } from "./page-context.ts";
import type { PageContext } from "./page-context.ts";
import { placeIn } from "./positions.ts";
import { typedText } from "./typed-text.ts";

/** How an address starts; brackets around anything else may be just brackets. */
const address = String.raw`(?:https?:|mailto:|tel:|www\.|/[\w/]|\.\./|#[\p{L}])`;

/** Marks inside a line, each with what is wrong with it. Words in brackets hold no others. */
const inLine: readonly { readonly form: RegExp; readonly slip: (typeof slips)[keyof typeof slips] }[] = [
  { form: new RegExp(String.raw`\[[^\[\]\n]+\][ \t]+\(${address}[^()\s]*\)`, "giu"), slip: slips.linkInTwoParts },
  { form: new RegExp(String.raw`\[[^\[\]\n]+\]\(${address}[^\s)]*`, "giu"), slip: slips.linkNotClosed },
  { form: new RegExp(String.raw`\([^()\n]+\)\[${address}[^\[\]\s]*\]`, "giu"), slip: slips.linkTurnedRound },
  {
    form: /(?<![\p{L}\p{N}\][])\[[^[\]\n]{2,}\]\[(?=[^[\]\n]*\p{L})[^[\]\n]{2,}\](?![[(])/gu,
    slip: slips.linkToNoReference,
  },
];

const heading = /^#{2,6}(?=[\p{L}\uFFFC])/gmu;
const box = new RegExp(
  String.raw`^(?:::[^\S\n]*|:{3,}[ \t]*[^\S\n\t ][^\S\n]*)(?:${[...fencedKinds.keys()].join("|")})(?![\p{L}-])`,
  "gimu",
);

/** Reports marks of Markdown that mean nothing where they stand, and show. Brackets, stars and signs of prose do not. */
export function lostMarks(md: MarkdownIt): void {
  md.core.ruler.push("lost_marks", (state: StateCore) => {
    const page = pageContext(state.env);
    const hasNotes = page.lines.some(endsInFootnote);
    for (const [index, block] of state.tokens.entries()) {
      if (block.type !== "inline") continue;
      // Few blocks hold a mark that shows at all: only they are looked through.
      if (!/[[#:*•·▪◦‣–+-]|\d[.)]/.test(block.content)) continue;
      const typed = typedText(state.md, block);
      for (const { form, slip } of inLine) {
        for (const { 0: written, index: at } of typed.matchAll(form)) {
          reportSlip(page, slip, placeIn(page, block, at, written.length), []);
        }
      }
      reportStars(page, block, typed, hasNotes);
      if (state.tokens[index - 1]?.type !== "paragraph_open") continue;
      reportHeadings(page, block, typed);
      reportLostLists(page, block, typed);
      for (const { 0: written, index: at } of typed.matchAll(box)) {
        reportSlip(page, slips.box, placeIn(page, block, at, written.length), []);
      }
    }
  });
}

function reportHeadings(page: PageContext, block: Token, typed: string): void {
  for (const { 0: marks, index } of typed.matchAll(heading)) {
    const place = placeIn(page, block, index, marks.length);
    reportSlip(page, slips.heading, place, standsApart(block) ? spaced(page, block, index, marks) : []);
  }
}

/** Whether its neighbours mean the same beside a heading: it is the whole of its paragraph, and holds no braces. */
function standsApart({ content }: Token): boolean {
  return !/[\n{}]|#\s*$/.test(content);
}

function spaced(page: PageContext, block: Token, at: number, marks: string): readonly Edit[] {
  return editsIn(page, placeIn(page, block, at, marks.length), marks, `${marks} `).edits ?? [];
}

/** Two stars with nothing to end them, or with a space inside them. Three or more stand for letters that are hidden. */
function reportStars(page: PageContext, block: Token, typed: string, hasNotes: boolean): void {
  const pairs = [...typed.matchAll(/(?<!\*)\*\*(?!\*)/g)].map(({ index }) => ({
    index,
    before: typed[index - 1] ?? "",
    after: typed[index + 2] ?? "",
  }));
  const [first, second] = pairs.filter(({ before }, index) => index > 0 || !/[\p{L}\p{N}]/u.test(before));
  const opened = pairs.find(({ before, after }) => before.trim() === "" && /\p{L}/u.test(after));
  const isSpaced = pairs.length === 2 && /[\p{L}.!?]/u.test(second?.before ?? "");
  const found = opened ?? (isSpaced ? first : undefined);
  if (!found || (found.index === 0 && hasNotes)) return;
  reportSlip(page, slips.bold, placeIn(page, block, found.index, 2), []);
}

/** Whether two stars in a line may lead to a note that starts with two. */
function endsInFootnote(line: string): boolean {
  return line.includes("**") && line.split("**").length === 2 && /[\p{L}\p{N}.)]\*\*(?:[\s.,;)|]|$)/u.test(line);
}
