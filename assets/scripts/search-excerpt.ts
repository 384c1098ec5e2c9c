import type { ExcerptPart } from "../../src/model/search.ts";

/** A stretch of a text that was searched for: UTF-16 units, `end` excluded. */
export interface SoughtStretch {
  /** What was found there; the same for the same word. */
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** A longer sentence is cut around what was searched for, in UTF-16 units. */
const longest = 200;

/** How much of a longer sentence stands before the first word that was searched for. */
const before = 60;

/**
 * The sentence of a text that holds the most of what was searched for, its words marked; the first one where none does.
 *
 * @param text - sentences, each line one or more
 * @param soughtIn - what of a text was searched for, in order; stretches may overlap
 */
export function excerptOf(text: string, soughtIn: (text: string) => readonly SoughtStretch[]): readonly ExcerptPart[] {
  let best = { sentence: "", sought: [] as readonly SoughtStretch[], found: -1 };
  for (const sentence of sentencesOf(text)) {
    const sought = soughtIn(sentence);
    const found = new Set(sought.map(({ term }) => term)).size;
    if (found > best.found) best = { sentence, sought, found };
  }
  const { start, end } = windowOf(best.sentence, best.sought[0]?.start ?? 0);
  const parts = marked(best.sentence, best.sought, start, end);
  return [
    ...(start > 0 ? [{ text: "… ", marked: false }] : []),
    ...parts,
    ...(end < best.sentence.length ? [{ text: " …", marked: false }] : []),
  ];
}

function sentencesOf(text: string): readonly string[] {
  return text.match(/[^\n]+?(?:[.!?]+(?=\s|$)|(?=\n|$))/g)?.map((sentence) => sentence.trim()) ?? [];
}

/** The part of a sentence to show: all of a short one, whole words of a long one. */
function windowOf(sentence: string, sought: number): { readonly start: number; readonly end: number } {
  if (sentence.length <= longest) return { start: 0, end: sentence.length };
  const from = sought <= longest - before ? 0 : sought - before;
  const start = from === 0 ? 0 : sentence.indexOf(" ", from) + 1;
  if (start + longest >= sentence.length) return { start, end: sentence.length };
  const space = sentence.lastIndexOf(" ", start + longest);
  return { start, end: space > start ? space : start + longest };
}

function marked(sentence: string, sought: readonly SoughtStretch[], from: number, to: number): readonly ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let at = from;
  const add = (end: number, isMarked: boolean): void => {
    if (end > at) parts.push({ text: sentence.slice(at, end), marked: isMarked });
    at = Math.max(at, end);
  };
  for (const { start, end } of sought) {
    if (end <= at || start >= to) continue;
    add(start, false);
    add(Math.min(end, to), true);
  }
  add(to, false);
  return parts;
}
