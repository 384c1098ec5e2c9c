import { builtAddresses, sameOnDisk } from "../model/address.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { addressInEdition } from "../model/translation.ts";
import { duplicateAddressAt, duplicateTranslationAt } from "./faults/duplicate-address.ts";
import { pagesTooAlike } from "./faults/names-too-alike.ts";
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
  const originals = [{ file: homeFile, address: builtAddresses.home }, ...own.standing];
  const standing = new Set(originals.map(({ file }) => file));
  const orphans = pages.filter(({ original }) => original !== null && !standing.has(original));
  const paired = pages.filter(({ original }) => original !== null && standing.has(original));
  const twice = translatedTwice(paired);
  const second = filesOf(twice);
  const unpaired = pages.filter(({ original }) => original === null);
  const taken = takenAddresses([...paired.filter(({ file }) => !second.has(file)), ...unpaired], originals);
  const dropped = filesOf(taken);
  const droppedPages = unpaired.filter(({ file }) => dropped.has(file));
  const tree = growHubTree(
    [...own.tree.hubs.values(), ...unpaired.filter(({ file }) => !dropped.has(file))],
    [...faulty.filter(({ original }) => original === null), ...droppedPages],
    { ...own.lost, unread: new Set([...own.lost.unread, ...droppedPages.flatMap(({ fields }) => fields.name ?? [])]) },
  );
  const leftOut = [...orphans.map(({ file }) => file), ...second, ...dropped, ...tree.leftOut];
  return { leftOut: [...new Set(leftOut)], diagnostics: [...twice, ...taken, ...tree.diagnostics] };
}

function filesOf(diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  return new Set(diagnostics.map(({ span }) => span.file));
}

/**
 * What is wrong with pages at the address of an original that nobody has translated, which is in the edition as it is.
 *
 * @param pages - no two of them translate one page
 */
function takenAddresses(
  pages: readonly PageOutline[],
  originals: readonly Pick<PageOutline, "file" | "address">[],
): readonly Diagnostic[] {
  const translated = new Set(pages.map(({ original }) => original));
  const untranslated = new Map(
    originals.filter(({ file }) => !translated.has(file)).map((page) => [sameOnDisk(page.address), page]),
  );
  const taken = pages.flatMap(({ file, address, language }): readonly Diagnostic[] => {
    const inEdition = addressInEdition(address, language ?? "");
    const other = untranslated.get(sameOnDisk(inEdition));
    if (other === undefined) return [];
    return [(other.address === inEdition ? duplicateAddressAt : pagesTooAlike)(file, address, other.file)];
  });
  if (taken.length === 0) return [];
  // An original whose translation is left out is shown as it is, and now has an address that others may be at.
  const dropped = filesOf(taken);
  return [...taken, ...takenAddresses(pages.filter(({ file }) => !dropped.has(file)), originals)];
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
