import type { Rule } from "../rule.ts";
import { smallFirst } from "../spelled-words.ts";
import { isEnglish } from "../spelling.ts";

/** A line of `dictionary.txt` that changes nothing. */
export const needlessDictionaryWord: Rule = {
  name: "needless-dictionary-word",
  severity: "warning",
  kind: "words",
  title: "A word need not stand in the dictionary",
  source: null,
  fixable: false,

  *check({ dictionary }) {
    const seen = new Set<string>();
    for (const { word, span } of dictionary ?? []) {
      const isTwice = seen.has(word) || seen.has(smallFirst(word));
      seen.add(word);
      if (!isTwice && !isEnglish(word) && !isEnglish(smallFirst(word))) continue;

      yield {
        span,
        message: isTwice
          ? `"${word}" stands in the dictionary twice`
          : `"${word}" is English, and known without this line`,
        why: "The longer the list, the harder it is to see a misspelled word in it, which would then pass on every page",
        fix: "Delete this line",
      };
    }
  },
};
