import type { Diagnostic } from "../model/diagnostic.ts";
import { addressInEdition } from "../model/translation.ts";
import { duplicateAddressAt, duplicateTranslationAt } from "./faults/duplicate-address.ts";
import type { HubTree, LostHubs } from "./hub-tree.ts";
import { growHubTree } from "./hub-tree.ts";
import type { PageOutline } from "./read-page.ts";
import { homeFile } from "./translations.ts";

/** What the pages in the folder of a language hang on. */
interface OwnPages {
  /** Pages in the site's own language that have a place. */
  readonly standing: readonly PageOutline[];
  readonly tree: HubTree;
  readonly lost: LostHubs;
}

/** Pages in other languages that have no place, and what is wrong with them. */
type LostPages = Pick<HubTree, "leftOut" | "diagnostics">;

/**
 * Finds the place of every page that is in the folder of a language. A translation stands where its original stands,
 * and without a word not at all where that one does not; a page without an original names a hub, as any page.
 *
 * @param outlines - pages whose own fields and addresses are right
 * @param faulty - pages with a fault of their own
 */
export function growEditionTrees(
  outlines: readonly PageOutline[],
  faulty: readonly PageOutline[],
  own: OwnPages,
): LostPages {
  const languages = Map.groupBy(outlines, ({ language }) => language ?? "");
  const lost = [...languages].map(([language, pages]) =>
    growEditionTree(pages, faulty.filter((page) => page.language === language), own),
  );
  return { leftOut: lost.flatMap((one) => one.leftOut), diagnostics: lost.flatMap((one) => one.diagnostics) };
}

function growEditionTree(pages: readonly PageOutline[], faulty: readonly PageOutline[], own: OwnPages): LostPages {
  const standing = new Set([homeFile, ...own.standing.map(({ file }) => file)]);
  const orphans = pages.filter(({ original }) => original !== null && !standing.has(original));
  const paired = pages.filter(({ original }) => original !== null && standing.has(original));
  const unpaired = pages.filter(({ original }) => original === null);
  const twice = translatedTwice(paired);
  const translated = new Set(paired.map(({ original }) => original));
  const untranslated = new Map(
    own.standing.filter(({ file }) => !translated.has(file)).map((page) => [page.address, page]),
  );
  const taken = [...paired, ...unpaired].flatMap((page): readonly Diagnostic[] => {
    const other = untranslated.get(addressInEdition(page.address, page.language ?? ""));
    return other === undefined ? [] : [duplicateAddressAt(page.file, page.address, other.file)];
  });
  const tree = growHubTree(
    [...own.tree.hubs.values(), ...unpaired],
    faulty.filter(({ original }) => original === null),
    own.lost,
  );
  const diagnostics = [...twice, ...taken, ...tree.diagnostics];
  const told = [...twice, ...taken].map(({ span }) => span.file);
  return { leftOut: [...new Set([...orphans.map(({ file }) => file), ...told, ...tree.leftOut])], diagnostics };
}

function translatedTwice(paired: readonly PageOutline[]): readonly Diagnostic[] {
  const first = new Map<string, string>();
  return paired.flatMap(({ file, original }) => {
    const other = first.get(original ?? "");
    if (other !== undefined) return [duplicateTranslationAt(file, original ?? "", other)];
    first.set(original ?? "", file);
    return [];
  });
}
