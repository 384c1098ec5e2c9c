import MiniSearch from "minisearch";
import { searchFields, sectionReader } from "../../src/model/search-fields.ts";
import type { SectionTerms } from "../../src/model/search-fields.ts";
import type { WholeSearchIndex } from "../../src/model/search-index.ts";
import type { SearchVocabulary } from "../../src/model/search-terms.ts";
import { inPortions } from "./portions.ts";
import { searchOptions } from "./search-query.ts";
import type { SectionSource } from "./search-source.ts";

/** The sections of an index that is one file: what MiniSearch needs is made here, which is quicker than to fetch it. */
export async function wholeSource(
  { pages, sections }: WholeSearchIndex,
  vocabulary: SearchVocabulary,
): Promise<SectionSource> {
  const terms = new Set<string>();
  const read = sectionReader(vocabulary, pages);
  const engine = new MiniSearch<SectionTerms & { readonly id: number }>({
    fields: [...searchFields],
    // The terms come ready, and none has a space in it.
    stringifyField: (value) => (Array.isArray(value) ? value.join(" ") : String(value)),
    tokenize: (field) => (field === "" ? [] : field.split(" ")),
    processTerm: (term) => term,
  });
  await inPortions(sections, 30, (section, id) => {
    const row = read(section);
    for (const field of searchFields) for (const term of row[field]) terms.add(term);
    engine.add({ id, ...row });
  });
  return {
    terms,
    search: (query) => Promise.resolve(engine.search("", searchOptions(query, terms))),
    sections: (ids) =>
      Promise.resolve(
        ids.flatMap((id) => {
          const section = sections[id];
          const page = pages[section?.[0] ?? -1];
          return section && page ? [{ section, page }] : [];
        }),
      ),
  };
}
