import type { Diagnostic } from "../model/diagnostic.ts";
import { searchWords } from "../model/search-words.ts";
import { loneSynonymAt, malformedSynonymAt, synonymsNotListsAt } from "./faults/malformed-synonym.ts";
import type { SourceFile } from "./read-files.ts";
import type { Register } from "./registers.ts";
import type { YamlNode } from "./yaml.ts";
import { readYaml } from "./yaml.ts";

/** Words and phrases that mean the same to people who search. */
export const synonymsFile = "synonyms.yml";

/** Nobody types more for one meaning, in UTF-16 units. */
const longest = 60;

/** Reads `synonyms.yml`: a list of lists, each with the words and phrases of one meaning; none where there is no file. */
export function readSynonyms(source: SourceFile | undefined): Register<readonly (readonly string[])[]> {
  if (source === undefined) return { value: [], diagnostics: [] };
  const { root, diagnostics } = readYaml(source.text, source.file, 1);
  if (root === null || root.value === null) return { value: [], diagnostics };
  if (!Array.isArray(root.value)) return { value: [], diagnostics: [...diagnostics, synonymsNotListsAt(root.span)] };
  const groups = root.items.map(readGroup);
  return {
    value: groups.flatMap(({ value }) => (value.length > 1 ? [value] : [])),
    diagnostics: [...diagnostics, ...groups.flatMap((group) => group.diagnostics)],
  };
}

function readGroup(node: YamlNode): Register<readonly string[]> {
  if (!Array.isArray(node.value)) return { value: [], diagnostics: [synonymsNotListsAt(node.span)] };
  const words = node.items.map(wordsOf);
  const faults = node.items.flatMap((item, index): readonly Diagnostic[] =>
    words[index] === null ? [malformedSynonymAt(item.span, item.typed)] : [],
  );
  const value = [...new Set(words.filter((one) => one !== null))];
  return { value, diagnostics: value.length > 1 || faults.length > 0 ? faults : [loneSynonymAt(node.span)] };
}

/** A word or phrase; `null` for what nobody could search for. */
function wordsOf({ value, typed }: YamlNode): string | null {
  const words = (typeof value === "string" ? value : typed).trim().replace(/\s+/g, " ");
  return words.length <= longest && searchWords(words).length > 0 ? words : null;
}
