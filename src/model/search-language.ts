/** What a search knows of a language. */
export interface SearchLanguage {
  /** Words that say nothing by themselves, as `searchWords` gives them. */
  readonly stopWords: ReadonlySet<string>;
  /** What the forms of a word have in common. */
  readonly stem: (word: string) => string;
}

const english = `a about again all also am an and any are as at be because been before being but by can could
did do does doing for from get getting got had has have having he her here him his how i id if ill im in into is it its
ive just know let like me my of off on or our please really say says she should so some still tell than that the their
them then there theres these they this to too up us use want was we were what whats when where which while who why will
with would you your youre`;

/** Ways to say no: one word for all of them. */
const englishNot = "not cannot cant couldnt didnt doesnt dont hasnt havent isnt wasnt wont wouldnt never no";

const welsh = `a ac am ar at beth ble chi dan dim dw dyma eich ein ei ers ewch felly fi fod fy gan gallaf gen hyn hynny
hwn hon i ichi iddo ir mae maen mi o oddi oed oes os pa pam pan pryd pwy roedd rwy rwyn rydw rydych rydym sut sydd sy
syn wedi wrth y yn ydw ydy ydych ydym yma yno yr`;

/** The language of a tag (BCP 47); words as they stand where it is none that is known here. */
export function searchLanguage(lang: string): SearchLanguage {
  const [primary = ""] = lang.toLowerCase().split("-");
  return languages.get(primary) ?? { stopWords: new Set(), stem: (word) => word };
}

const languages: ReadonlyMap<string, SearchLanguage> = new Map([
  ["en", { stopWords: wordsOf(english), stem: englishStem }],
  // Welsh words change at their beginnings: fuzzy matching finds those, and no stem.
  ["cy", { stopWords: wordsOf(welsh), stem: (word) => word }],
]);

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

const negatives = wordsOf(englishNot);

/** What a word has in common with its plural and with the forms of its verb: `sign` for `signing`. */
function englishStem(word: string): string {
  if (negatives.has(word)) return "not";
  if (word.length < 4) return word;
  const single = singularOf(word);
  const [, start = ""] = /^(.*[aeiouy].*?)(?:ing|ed)$/.exec(single) ?? [];
  const stem = start.length < 3 ? single : start.replace(/([bdfgmnprt])\1$/, "$1");
  return stem.length > 4 ? stem.replace(/e$/, "") : stem;
}

function singularOf(word: string): string {
  if (/.ie[sd]$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word)) return word;
  return word.replace(/(ch|sh|x|z|ss)es$|s$/, "$1");
}
