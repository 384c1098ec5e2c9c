import type { Edit } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** Marks of Markdown that mean nothing where they stand. */
export const markdownAsText: RuleFacts = {
  name: "markdown-as-text",
  severity: "warning",
  kind: "structure",
  title: "Markdown shows as it is typed",
  source: null,
  fixable: true,
};

/** What is said of a slip. */
interface Slip {
  readonly message: string;
  readonly why: string;
  readonly fix: string;
}

const link = {
  why: "Readers see square brackets and the address, and there is no link to follow",
  fix: "Write [words](address): square brackets around the words, round ones around the address, no space between",
};
const list = {
  why: "Readers see marks in one long sentence, and screen readers announce no list",
  fix: "Start each line with a hyphen and a space; in a list in which the order matters, with 1. and a space",
};

/** What may go wrong with the marks. */
export const slips = {
  heading: {
    message: "There is no space behind the number signs, so this is no heading",
    why: "Readers see the number signs, and screen readers do not list the heading",
    fix: "Type a space between the number signs and the words",
  },
  listWithoutSpace: { message: "There is no space behind the mark of the list, so this is no list", ...list },
  listWithOtherSpace: {
    message: "The space behind the mark of the list is one that never breaks, so this is no list",
    ...list,
  },
  listFromElsewhere: { message: "A mark from another program stands at the front, so this is no list", ...list },
  linkInTwoParts: { message: "A space stands between the words of the link and its address", ...link },
  linkNotClosed: { message: "This link has no end, or a space in its address", ...link },
  linkTurnedRound: { message: "The round and the square brackets of this link have changed places", ...link },
  linkToNoReference: {
    message: "The address that this link names in its second brackets is written nowhere on the page",
    ...link,
  },
  bold: {
    message: "These asterisks show as they are typed: what they should make bold has no end, or a space inside",
    why: "Readers see the asterisks",
    fix: "Write two asterisks straight before the words and two straight behind them, or delete these",
  },
  box: {
    message: "This opens no box: it takes three colons and an ordinary space",
    why: "The colons and the words after them are shown as they are typed",
    fix: "Write ::: with a space behind it, and ::: on a line of its own after the last of the words",
  },
} as const satisfies Readonly<Record<string, Slip>>;

/** @param edits - `[]` where a person has to decide */
export function reportSlip(page: PageContext, slip: Slip, place: Place, edits: readonly Edit[]): void {
  report(page, markdownAsText, place, { ...slip, ...(edits.length === 0 ? {} : { edits }) });
}
