import { distance } from "fastest-levenshtein";
import type { Diagnostic, SourceSpan } from "../model/diagnostic.ts";
import type { Service } from "../model/service.ts";
import { nearlySameServiceName, sameServiceName } from "./faults/duplicate-service.ts";

/** A service with the places of its names: its name first, then its aliases. */
export interface PlacedService {
  readonly service: Service;
  readonly nameSpans: readonly SourceSpan[];
}

/** A name of a service, in the words that are compared. */
interface ComparedName {
  readonly service: Service;
  readonly name: string;
  readonly words: readonly string[];
  readonly span: SourceSpan;
}

/**
 * Services of which people could pick the wrong one: names or aliases that are one but for capitals, accents, spaces and
 * punctuation, or nearly one. Services that are never offered on one day stand in nobody's way.
 *
 * @param services - in order of the file; the later one of two is told of
 */
export function duplicateServices(services: readonly PlacedService[]): readonly Diagnostic[] {
  const known = new Map<string, ComparedName[]>();
  return services.flatMap(({ service, nameSpans }) => {
    const names = [service.name, ...service.aliases].flatMap((name, index) => {
      const span = nameSpans[index];
      return span === undefined ? [] : [{ service, name, words: wordsOf(name), span }];
    });
    const found = names.flatMap((name) => likeAnother(name, known) ?? []);
    for (const name of names) {
      for (const spelling of spellingsOf(name.words)) {
        const alike = known.get(spelling);
        if (alike === undefined) known.set(spelling, [name]);
        else alike.push(name);
      }
    }
    return found;
  });
}

function likeAnother(one: ComparedName, known: ReadonlyMap<string, readonly ComparedName[]>): Diagnostic | null {
  const others = spellingsOf(one.words).flatMap((spelling) => known.get(spelling) ?? []);
  const beside = others.filter(({ service }) => areEverTogether(service, one.service));
  const placeOf = ({ service, name, span }: ComparedName) => ({ key: service.key, line: span.line, name });
  const same = beside.find(({ words }) => words.join("") === one.words.join(""));
  if (same) return sameServiceName(one.span, one.name, placeOf(same));
  const near = beside.find(({ words }) => differByASlip(words, one.words));
  return near ? nearlySameServiceName(one.span, one.name, placeOf(near)) : null;
}

/** Whether there is a day on which both are offered. */
function areEverTogether(one: Service, other: Service): boolean {
  const startsInTime = (a: Service, b: Service) => a.from === null || b.until === null || a.from <= b.until;
  return startsInTime(one, other) && startsInTime(other, one);
}

/** The words of a name as far as people tell names apart by them. */
function wordsOf(name: string): readonly string[] {
  const plain = name.normalize("NFKD").replace(/[\p{M}'’]/gu, "").replaceAll("&", " and ").toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [name];
}

/** Words of fewer letters often differ in one and are others all the same: `kent`, `gent`. */
const fewestLetters = 5;

/**
 * The words as one, and the words with one letter left out, for each letter: two names of which one letter differs have
 * one of these in common, and so need not be compared with all others.
 */
function spellingsOf(words: readonly string[]): readonly string[] {
  const shorter = words.flatMap((word, index) =>
    word.length < fewestLetters - 1
      ? []
      : Array.from({ length: word.length }, (_, at) => words.with(index, word.slice(0, at) + word.slice(at + 1)).join(" ")),
  );
  return [...new Set([words.join(""), words.join(" "), ...shorter])];
}

/** Whether one word differs in one letter, or in the order of two. Digits are no slip: Ward 1 is not Ward 2. */
function differByASlip(words: readonly string[], others: readonly string[]): boolean {
  if (words.length !== others.length) return false;
  const [at = -1, ...more] = [...words.keys()].filter((index) => words[index] !== others[index]);
  const [one = "", other = ""] = [words[at], others[at]];
  const digits = (text: string) => text.replace(/\D/g, "");
  if (more.length > 0 || Math.max(one.length, other.length) < fewestLetters || digits(one) !== digits(other)) return false;
  return distance(one, other) === 1 || areSwapped(one, other);
}

/** Whether two letters beside each other are all that differs. */
function areSwapped(one: string, other: string): boolean {
  const at = one.split("").findIndex((letter, index) => letter !== other[index]);
  return `${one.slice(0, at)}${one[at + 1] ?? ""}${one[at] ?? ""}${one.slice(at + 2)}` === other;
}
