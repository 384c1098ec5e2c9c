import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A line of `dictionary.txt` that is no word. */
export const malformedDictionaryWord: RuleFacts = {
  name: "malformed-dictionary-word",
  severity: "warning",
  kind: "words",
  title: "A line of the dictionary is not one word",
  source: null,
  fixable: false,
};

/** At the line's words. */
export function malformedDictionaryWordAt(span: SourceSpan, written: string): Diagnostic {
  return faultAt(malformedDictionaryWord, span, {
    message: `"${written}" is not one word of letters`,
    why: "Spelling is checked word by word, so this line does nothing, and its words are still reported",
    fix: "Write each word on a line of its own. Words with numbers are never checked, and can go",
  });
}
