import { createHash } from "node:crypto";
import { compareText } from "../model/diagnostic.ts";
import { searchFields, sectionReader } from "../model/search-fields.ts";
import { lengthSign, packPlaces } from "../model/search-index.ts";
import type {
  IndexedPage,
  IndexedTerm,
  SearchIndexHead,
  SearchIndexInParts,
  WholeSearchIndex,
} from "../model/search-index.ts";
import { searchLanguage } from "../model/search-language.ts";
import { searchVocabulary } from "../model/search-terms.ts";
import type { TextFile } from "./machine-files.ts";

/** How many sections stand in a file: those of about five articles. */
const sectionsPerFile = 64;

/** A file of terms ends with the one that makes it this long, in UTF-16 units. */
const termsFileLength = 50_000;

/** An index cut into files, of which a query needs a few. */
export interface CutIndex {
  readonly index: SearchIndexInParts;
  readonly files: readonly TextFile[];
}

/**
 * Cuts an index. The files stand in a folder whose name holds a hash of all: the parts of two releases never mix.
 *
 * @param folder - inside the output folder: `api/search/`
 * @param href - the same as a link
 */
export function cutIndex(whole: WholeSearchIndex, folder: string, href: string): CutIndex {
  const { version, lang, codes, referenceHref, references, synonyms, sections } = whole;
  const head = { version, lang, codes, referenceHref, references, synonyms };
  const found = termsOf(whole);
  const terms = [...found.places.keys()].toSorted(compareText);
  const termFiles = cutTerms(
    terms.map((term) => [term, ...(found.places.get(term) ?? []).map((places) => packPlaces(places))]),
  );
  const textFiles = cutText(whole);
  const contents = [...termFiles.map(({ rows }) => rows), ...textFiles].map((content) => JSON.stringify(content));
  const hash = hashOf(head, contents);
  const paths = [...termFiles.map((_, index) => `terms-${index}`), ...textFiles.map((_, index) => `text-${index}`)];
  const parts = {
    termsHref: `${href}${hash}/terms-`,
    textHref: `${href}${hash}/text-`,
    sections: sections.length,
    sectionsPerFile,
    terms: terms.join(" "),
    firstTerms: termFiles.map(({ first }) => first),
    averages: found.lengths.map((lengths) => lengths.reduce((sum, length) => sum + length, 0) / sections.length),
    lengths: found.lengths.map((lengths) => lengths.map(lengthSign).join("")),
  };
  const files = contents.map((content, index) => ({ path: `${folder}${hash}/${paths[index]}.json`, content }));
  return { index: { ...head, parts }, files };
}

interface FoundTerms {
  /** For each term, by field, how often it is in each section. */
  readonly places: ReadonlyMap<string, readonly ReadonlyMap<number, number>[]>;
  /** For each field the number of terms in each section. */
  readonly lengths: readonly (readonly number[])[];
}

function termsOf({ lang, synonyms, pages, sections }: WholeSearchIndex): FoundTerms {
  const read = sectionReader(searchVocabulary(searchLanguage(lang), synonyms), pages);
  const places = new Map<string, Map<number, number>[]>();
  const lengths: number[][] = searchFields.map(() => []);
  for (const [id, section] of sections.entries()) {
    const terms = read(section);
    for (const [field, name] of searchFields.entries()) {
      lengths[field]?.push(new Set(terms[name]).size);
      for (const term of terms[name]) {
        const known = places.get(term) ?? searchFields.map(() => new Map<number, number>());
        places.set(term, known);
        const times = known[field];
        times?.set(id, (times.get(id) ?? 0) + 1);
      }
    }
  }
  return { places, lengths };
}

function cutTerms(rows: readonly IndexedTerm[]): readonly { readonly first: number; readonly rows: IndexedTerm[] }[] {
  const files: { first: number; rows: IndexedTerm[] }[] = [];
  let length = Infinity;
  for (const [index, row] of rows.entries()) {
    if (length >= termsFileLength) {
      files.push({ first: index, rows: [] });
      length = 0;
    }
    files.at(-1)?.rows.push(row);
    length += JSON.stringify(row).length;
  }
  return files;
}

function cutText({ pages, sections }: WholeSearchIndex) {
  const starts = Array.from(
    { length: Math.ceil(sections.length / sectionsPerFile) },
    (_, index) => index * sectionsPerFile,
  );
  return starts.map((start) => {
    const rows = sections.slice(start, start + sectionsPerFile);
    const numbers = [...new Set(rows.map(([page]) => page))];
    return {
      pages: numbers.map((number) => pages[number] as IndexedPage),
      sections: rows.map(([page, ...rest]) => [numbers.indexOf(page), ...rest]),
    };
  });
}

function hashOf(head: SearchIndexHead, contents: readonly string[]): string {
  const hash = createHash("sha256").update(JSON.stringify(head));
  for (const content of contents) hash.update(`${content.length}:`).update(content);
  return hash.digest("hex").slice(0, 10);
}
