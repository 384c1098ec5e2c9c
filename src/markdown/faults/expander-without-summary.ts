import type { RuleFacts } from "../../model/rule.ts";
import { componentWordsIn } from "../components/component-words.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** An expander that does not say what is inside it. */
export const expanderWithoutSummary: RuleFacts = {
  name: "expander-without-summary",
  severity: "warning",
  kind: "structure",
  title: "An expander does not say what is inside it",
  source: "NHS service manual, Expander",
  fixable: false,
};

/** @param place - of the line that opens it */
export function reportNoSummary(page: PageContext, place: Place): void {
  report(page, expanderWithoutSummary, place, {
    message: "This expander does not say what is inside it",
    why: `Readers see only the word "${componentWordsIn(page.source.lang).details}", and cannot tell whether to open it`,
    fix: "Say it in a few words: after ::: expander, or between <summary> and </summary>",
  });
}
