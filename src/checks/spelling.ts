import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { createWeightedMap, decodeTrie } from "cspell-trie-lib";
import type { ITrie } from "cspell-trie-lib";
import { compareText } from "../model/diagnostic.ts";

let opened: ITrie | null = null;

/** British English, opened when the first word is asked for: that takes a quarter of a second. */
function english(): ITrie {
  return (opened ??= decodeTrie(gunzipSync(readFileSync(join(dictionaryFolder(), "en_GB.trie.gz")))));
}

/** The package exports its description alone; the words stand beside it. */
function dictionaryFolder(): string {
  return dirname(createRequire(import.meta.url).resolve("@cspell/dict-en-gb/cspell-ext.json"));
}

/** Whether a word is English as it is written, capitals included; `Etc` and `etc` stand there with a full stop. */
export function isEnglish(word: string): boolean {
  return english().hasWord(word, true) || english().hasWord(`${word}.`, true);
}

const letters = [..."abcdefghijklmnopqrstuvwxyz"];

/** What a slip costs; any other letter in a letter's place costs 100. The usual slips come first, American spelling before all. */
const slips = createWeightedMap([
  { map: "(or)(our)|(er)(re)|(og)(ogue)|(z)(s)|(ense)(ence)", replace: 10 },
  { map: letters.map((letter) => letter + letter.toUpperCase()).join("|"), replace: 25 },
  { map: "'", insDel: 40 },
  { map: "(ie)(ei)|(f)(ph)", replace: 60 },
  { map: letters.map((letter) => `(${letter})(${letter}${letter})`).join("|"), replace: 60 },
  { map: letters.join(""), swap: 70, insDel: 90 },
]);

/** What the slips cost at most that people make again and again: letters doubled, singled or swapped, apostrophes left out. */
export const usualSlip = 70;

/** What parts a word at most from the one that was meant: in a long word two slips, in a short one a single one. */
function furthestFrom(word: string): number {
  return word.length < 6 ? 110 : 180;
}

const mostSuggestions = 3;

/**
 * The words that were probably meant: the nearest, and those that are about as near. Nothing if none is near.
 *
 * @param furthest - what the slips between may cost
 */
export function suggestionsFor(word: string, furthest = furthestFrom(word)): readonly string[] {
  const near = nearTo(word, 1, furthest);
  // To look further takes six times as long.
  return near.length > 0 || furthest <= 110 ? near : nearTo(word, 2, furthest);
}

function nearTo(word: string, changes: number, furthest: number): readonly string[] {
  // The clock must not decide how many words are found, so the time allowed is for ever.
  const found = english()
    .suggestWithCost(word, { numSuggestions: 8, changeLimit: changes, timeout: Infinity, weightMap: slips })
    .filter((other) => other.cost <= furthest && isEnglish(other.word) && !isPossessive(other.word, word))
    .toSorted((a, b) => a.cost - b.cost || compareText(a.word, b.word));
  const [nearest] = found;
  return found
    .filter(({ cost }) => nearest && cost <= nearest.cost + 10)
    .slice(0, mostSuggestions)
    .map((other) => other.word);
}

/** The dictionary has `table's` beside `table`; `what's` for `whats` is meant. */
function isPossessive(other: string, word: string): boolean {
  return other.endsWith("'s") && other !== word.replace(/s$/, "'s");
}
