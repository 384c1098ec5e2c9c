import type { Site } from "../model/site.ts";
import { englishBlocks } from "./prose.ts";

/**
 * Words that a name in English hardly ever writes with a capital in its middle, but people who give every word of a
 * heading a capital do: Reset Your Password.
 */
const tellTales: ReadonlySet<string> = new Set(
  (
    "about after and are because been before but can cannot did do does from had has have how if is not or our since that " +
    "their these this until was we were what when where which while why will with without you your"
  ).split(" "),
);

/** Words that stay small even then: Terms and Conditions. */
const smallWords: ReadonlySet<string> = new Set(
  "a an and as at but by for from if in into is it nor not of off on onto or out over per so than that the to up via when with yet".split(
    " ",
  ),
);

/** Words of any help centre, which are no names. Those that a site writes small somewhere come to them. */
const ordinaryWords: ReadonlySet<string> = new Set([
  ...tellTales,
  ...smallWords,
  ...(
    "account accounts address answer app apps authentication book change changes changing check choose code codes confirm " +
    "contact create delete details device email emails error errors find forgot forgotten get getting help identity link " +
    "links login make manage message messages name need number numbers online open password passwords phone photo problem " +
    "problems prove record records remove reset resetting send service services set setting settings sign signed signing " +
    "step steps stop update updating use using verify view website work working"
  ).split(" "),
]);

/** Ordinary words that are names as well. */
const doubleMeanings: ReadonlySet<string> = new Set(
  "apple august chrome edge march may mind outlook pages polish safari teams windows word".split(" "),
);

/**
 * Finds headings with the capitals of a title: Reset Your Password.
 *
 * @returns the heading with a small letter at every word that is certainly no name; `null` for every other heading
 */
export type TitleCaseFinder = (heading: string) => string | null;

/** Fewer capitals may be a name. */
const fewestCapitals = 3;

/**
 * Looks for headings in which nearly every word has a capital, beyond doubt: all words of weight have one, three or more
 * of them are ordinary words, and one is a word that names hardly ever have. Names that the site's own text writes so
 * are left alone.
 */
export function titleCaseFinder(site: Site): TitleCaseFinder {
  let known: SiteWords | null = null;
  return (heading) => {
    const words = wordsOf(heading);
    const small = words.filter(({ word }) => /^\p{Ll}/u.test(word));
    const capitals = words.filter(({ word, isStart }) => !isStart && /^\p{Lu}\p{Ll}+(?:['’]\p{Ll}+)?$/u.test(word));
    if (capitals.length < fewestCapitals || small.some(({ word }) => !smallWords.has(word))) return null;
    if (!capitals.some(({ word }) => tellTales.has(word.toLowerCase()))) return null;

    known ??= wordsOfSite(site);
    const { written, names } = known;
    const ordinary = capitals.filter(({ word }) => isOrdinary(word.toLowerCase(), written));
    if (ordinary.length < fewestCapitals || pairsOf(heading).some((pair) => names.has(pair))) return null;

    const starts = new Set(ordinary.map(({ start }) => start));
    return heading.replace(/\p{Lu}/gu, (letter, index: number) => (starts.has(index) ? letter.toLowerCase() : letter));
  };
}

/** @param written - the words that the site writes with a small letter */
function isOrdinary(word: string, written: ReadonlySet<string>): boolean {
  return !doubleMeanings.has(word) && (ordinaryWords.has(word) || written.has(word));
}

interface HeadingWord {
  readonly word: string;
  /** In the heading. */
  readonly start: number;
  /** Whether a sentence starts with it, as after a colon. */
  readonly isStart: boolean;
}

/** The words of a heading, without those in quotation marks: other people wrote those. */
function wordsOf(heading: string): readonly HeadingWord[] {
  const plain = heading.replace(/"[^"]*"|“[^”]*”|‘[^’]*’/g, (quoted) => "0".repeat(quoted.length));
  return [...plain.matchAll(/\p{L}[\p{L}\p{M}\p{N}'’-]*/gu)].map(({ 0: word, index }) => ({
    word,
    start: index,
    isStart: !/[\p{L}\p{N}\uFFFC][,'’)]? ?\(?$/u.test(plain.slice(Math.max(0, index - 4), index)),
  }));
}

interface SiteWords {
  /** Words that stand with a small letter somewhere. */
  readonly written: ReadonlySet<string>;
  /** Two words after each other that both have a capital, in text that is no heading. */
  readonly names: ReadonlySet<string>;
}

function wordsOfSite(site: Site): SiteWords {
  const written = new Set<string>();
  const names = new Set<string>();
  for (const { kind, text, prose } of englishBlocks(site)) {
    for (const [word] of prose.matchAll(/(?<![\p{L}\p{N}'’-])\p{Ll}+(?![\p{L}\p{N}'’-])/gu)) written.add(word);
    if (!/heading$|summary|title$/.test(kind)) for (const pair of pairsOf(text)) names.add(pair);
  }
  return { written, names };
}

/** Every two words that stand beside each other with a capital each. */
function pairsOf(text: string): readonly string[] {
  return [...text.matchAll(/(?<!\p{L})(\p{Lu}\p{Ll}+) (?=(\p{Lu}\p{Ll}+))/gu)].map(
    ([, first, second]) => `${first} ${second}`,
  );
}
