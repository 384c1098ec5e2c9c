import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** Something in `synonyms.yml` that search cannot use. */
export const malformedSynonym: RuleFacts = {
  name: "malformed-synonym",
  severity: "warning",
  kind: "words",
  title: "Words that mean the same cannot be used",
  source: null,
  fixable: false,
};

const why = "Somebody who searches for one of these words does not find pages that say another one";

/** At what stands in place of a list. */
export function synonymsNotListsAt(span: SourceSpan): Diagnostic {
  return faultAt(malformedSynonym, span, {
    message: "Each meaning is a list of words in square brackets",
    why,
    fix: "Write one meaning on each line, like this: - [sign in, log in]",
  });
}

/** At a list with one word in it, or none. */
export function loneSynonymAt(span: SourceSpan): Diagnostic {
  return faultAt(malformedSynonym, span, {
    message: "A list with fewer than 2 words in it says nothing",
    why,
    fix: "Add a word that means the same, or delete the line",
  });
}

/** At something that is no word or phrase. */
export function malformedSynonymAt(span: SourceSpan, written: string): Diagnostic {
  return faultAt(malformedSynonym, span, {
    message: `"${written.slice(0, 60)}" is not a word or phrase of up to 60 characters`,
    why,
    fix: "Write words as people type them into a search, with commas between them",
  });
}
