import { replace } from "../../model/diagnostic.ts";
import { plainSpanIn, spanIn } from "../../model/text-block.ts";
import { englishBlocks } from "../prose.ts";
import type { Rule } from "../rule.ts";

/** A full stop behind a whole word: `etc.`, `e.g.` and dots that trail off are something else. */
const atEnd = /(?<=[\p{L}\p{N}"')]{2})(?<!\.[\p{L}\p{N}]+|\b(?:etc|no|inc|ltd|plc|approx|am|pm))\.$/iu;

/** A title, a heading, or the heading of a box, that ends with a full stop. */
export const fullStopInHeading: Rule = {
  name: "full-stop-in-heading",
  severity: "warning",
  kind: "words",
  title: "A heading ends with a full stop",
  source: "NHS service manual, Punctuation",
  fixable: true,

  *check(site) {
    for (const block of englishBlocks(site)) {
      if (!/^(?:box-)?heading$|^title$/.test(block.kind) || !atEnd.test(block.prose)) continue;

      const end = block.text.length;
      const span = plainSpanIn(block, end - 1, end);
      yield {
        span: span ?? spanIn(block, end - 1, end),
        message: `This ${block.kind === "title" ? "title" : "heading"} ends with a full stop`,
        why: "It reads like a sentence of the text, not like the name of what follows",
        fix: "Delete the full stop",
        ...(span ? { edits: [replace(span, "")] } : {}),
      };
    }
  },
};
