import { replace } from "../../model/diagnostic.ts";
import { plainSpanIn, spanIn } from "../../model/text-block.ts";
import { fragmentLists } from "../fragment-lists.ts";
import { englishPages } from "../prose.ts";
import type { Rule } from "../rule.ts";

/** What the manual leaves out at the end of an item. An abbreviation's full stop stays. */
const atEnd = /(?:(?<!\.\p{L}+|\betc|\s)\.|[,;]|[,;]? (?:(?:and |or )?either|and|or))$/u;

/** Items of a bulleted list, written as parts of a sentence, that end with punctuation, "and" or "or". */
export const listPunctuation: Rule = {
  name: "list-punctuation",
  severity: "warning",
  kind: "words",
  title: 'An item of a list ends with a full stop, a comma, "and" or "or"',
  source: "NHS service manual, Formatting",
  fixable: true,

  *check(site) {
    for (const { blocks } of englishPages(site)) {
      for (const { items } of fragmentLists(blocks)) {
        for (const block of items) {
          const found = atEnd.exec(block.prose);
          // Two sentences need their full stops: what they need is to be cut, by a person.
          if (!found || /[.!?]["')]? +\p{Lu}/u.test(block.prose)) continue;

          // Whether all of the items are meant, or one, has to be said elsewhere before these words can go.
          const span = /\p{L}/u.test(found[0]) ? null : plainSpanIn(block, found.index, block.text.length);
          yield {
            span: span ?? spanIn(block, found.index, block.text.length),
            message: `This item ends with "${found[0].trim()}"`,
            why: "Screen readers read it out between the items, and items look unlike from list to list",
            fix: 'Delete it. If it matters whether all or one is needed, say so before the list: "all of these:", "one of these:"',
            ...(span ? { edits: [replace(span, "")] } : {}),
          };
        }
      }
    }
  },
};
