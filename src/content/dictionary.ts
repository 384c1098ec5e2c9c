import type { Diagnostic } from "../model/diagnostic.ts";
import { spanAt } from "../model/diagnostic.ts";
import type { DictionaryWord } from "../model/site.ts";
import { malformedDictionaryWordAt } from "./faults/malformed-dictionary-word.ts";
import type { SourceFile } from "./read-files.ts";

/** The words that editors say are right: one a line, and behind `#` why. */
export const dictionaryFile = "dictionary.txt";

/** Letters, with hyphens and apostrophes between them: nothing else is ever looked up. */
const oneWord = /^\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*$/u;

/** Reads `dictionary.txt`; no words where there is none. */
export function readDictionary(source: SourceFile | undefined): {
  readonly value: readonly DictionaryWord[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const words: DictionaryWord[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, line] of (source?.text ?? "").split("\n").entries()) {
    const entry = line.replace(/#.*/, "");
    const word = entry.trim();
    if (word === "") continue;

    const span = spanAt(dictionaryFile, index + 1, entry.indexOf(word) + 1, word.length);
    if (oneWord.test(word)) words.push({ word, span });
    else diagnostics.push(malformedDictionaryWordAt(span, word));
  }
  return { value: words, diagnostics };
}
