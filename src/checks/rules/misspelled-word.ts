import type { Problem, SourceSpan } from "../../model/diagnostic.ts";
import { pagesOf } from "../../model/site.ts";
import { spanIn } from "../../model/text-block.ts";
import type { TextBlock } from "../../model/text-block.ts";
import { englishFields, englishPages, isName, isQuoted, withCapitalsOf } from "../prose.ts";
import type { Rule } from "../rule.ts";
import { smallFirst, spellingReader, startsSentence } from "../spelled-words.ts";
import type { SpelledWord } from "../spelled-words.ts";
import { suggestionsFor, usualSlip } from "../spelling.ts";

/** A word that the dictionary does not have: told once a page, where it first stands. */
export const misspelledWord: Rule = {
  name: "misspelled-word",
  severity: "warning",
  kind: "words",
  title: "A word is not in the dictionary",
  source: null,
  fixable: false,

  *check(site) {
    // Without the service's own words, most of what would be told is right.
    if (site.dictionary === null) return;

    const reading: Reading = { read: spellingReader(site.dictionary), names: new Set() };
    for (const own of [site.settings.name, site.settings.organisation ?? ""]) {
      for (const { word } of reading.read(own)) reading.names.add(nameIn(word));
    }
    const bodies = new Map([...englishPages(site)].map(({ page, blocks }) => [page, blocks]));
    // All pages are read before anything is told: a name may stand within a sentence on the last of them alone.
    const pages = pagesOf(site).map((page) =>
      [...englishFields(page), ...(bodies.get(page) ?? [])].flatMap((block) => unknownIn(block, reading)),
    );
    const meant = suggester(reading.names);
    for (const unknown of pages) {
      for (const [first, ...others] of byWord(unknown)) {
        const suggestions = first && meant(first);
        if (suggestions) yield inWords(first, others.length, suggestions);
      }
    }
  },
};

/** A place of a word that is not known. */
interface Unknown {
  readonly word: string;
  readonly span: SourceSpan;
  readonly isCapitalised: boolean;
  /** Whether the words around it are unknown too: they are those of another language. */
  readonly isForeign: boolean;
}

interface Reading {
  readonly read: (text: string) => Iterable<SpelledWord>;
  /** Words that have a capital within a sentence somewhere on the site; reading adds to them. */
  readonly names: Set<string>;
}

function unknownIn(block: TextBlock, { read, names }: Reading): readonly Unknown[] {
  const found: Unknown[] = [];
  let right = 0;
  for (const { word, unknown, isCapitalised, start } of read(block.prose)) {
    if (isCapitalised && !startsSentence(block.prose, start)) names.add(nameIn(word));
    else if (unknown === null) right += 1;
    else if (!isName({ block, start }) && !isQuoted({ block, start })) {
      const end = start + unknown.length;
      // A capital before a small letter is that of a sentence's start, not of a title or of a name in a table.
      if (isCapitalised && !/^,? \p{Ll}/u.test(block.prose.slice(end, end + 3))) continue;
      found.push({ word: unknown, span: spanIn(block, start, end), isCapitalised, isForeign: false });
    }
  }
  const isForeign = found.length >= fewestForeign && found.length * 2 > right;
  return isForeign ? found.slice(0, 1).map((first) => ({ ...first, isForeign })) : found;
}

/** So many unknown words in one block, and more than a third of it, are another language. */
const fewestForeign = 4;

function nameIn(word: string): string {
  return word.replace(/'s?$/, "");
}

/** The places of each word, those in small letters first: they show that it is not a name. Foreign words are told as one. */
function byWord(unknown: readonly Unknown[]): Iterable<readonly Unknown[]> {
  const groups = Map.groupBy(unknown, ({ word, isForeign }) => (isForeign ? "" : word.toLowerCase()));
  return [...groups.values()].map((places) =>
    places.toSorted((a, b) => Number(a.isCapitalised) - Number(b.isCapitalised)),
  );
}

/** What was probably meant by a word; `null` where it may be a name, and is left alone. Each word is looked up once. */
function suggester(names: ReadonlySet<string>): (found: Unknown) => readonly string[] | null {
  const known = new Map<string, readonly string[] | null>();
  return ({ word, isCapitalised, isForeign }) => {
    if (isForeign) return [];
    const suggestions = known.get(word) ?? (isCapitalised ? meantByCapitalised(word, names) : suggestionsFor(word));
    known.set(word, suggestions);
    return suggestions;
  };
}

/** Fewer letters than this, and many a name is like some word. */
const longEnough = 5;

/** At the start of a sentence a name looks like every word: it is told only if a usual slip parts it from one. */
function meantByCapitalised(word: string, names: ReadonlySet<string>): readonly string[] | null {
  if (names.has(nameIn(word)) || word.length < longEnough) return null;
  const suggestions = suggestionsFor(smallFirst(word), usualSlip).filter((other) => other === other.toLowerCase());
  return suggestions.length > 0 ? suggestions.map((other) => withCapitalsOf(word, other)) : null;
}

function inWords({ word, span, isForeign }: Unknown, others: number, suggestions: readonly string[]): Problem {
  if (isForeign) {
    return {
      span,
      message: `Many words here are not in the dictionary; the first is "${word}"`,
      why: "If they are another language, a screen reader says them as if they were English, and nobody understands",
      fix: 'Say which language it is: <span lang="cy">…</span>; if it is English, correct the spelling',
    };
  }
  const again = others === 0 ? "" : others === 1 ? ", here and in 1 more place" : `, here and in ${others} more places`;
  const advice = suggestions.length === 0 ? "Correct it" : `Write ${inARow(suggestions)}`;
  return {
    span,
    message: `"${word}" is not in the dictionary`,
    why: "People stop at a misspelled word, screen readers say it wrongly, and a search for the right word misses it",
    fix: `${advice}${again}. If the word is right, add it to dictionary.txt`,
  };
}

/** `a, b or c`. */
function inARow(words: readonly string[]): string {
  return [words.slice(0, -1).join(", "), ...words.slice(-1)].filter((part) => part !== "").join(" or ");
}
