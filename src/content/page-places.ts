import type { Diagnostic } from "../model/diagnostic.ts";
import { dropTakenAddresses } from "./addresses.ts";
import { growEditionTrees } from "./edition-trees.ts";
import { growHubTree } from "./hub-tree.ts";
import type { PageOutline } from "./read-page.ts";
import type { ReadPages } from "./read-pages.ts";
import { homeFile } from "./translations.ts";

/** Which pages have a place on the site: an address of their own, and one in the tree of hubs. */
export interface PagePlaces {
  /** Files of those that have none, or have a fault of their own. */
  readonly lost: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds the place of every page that was read.
 *
 * @param files - paths of the pictures and documents that may be published
 * @param languages - those that have a folder
 */
export function findPlaces(
  pages: ReadPages,
  files: ReadonlySet<string>,
  languages: ReadonlySet<string>,
): PagePlaces {
  const right = pages.outlines.filter(({ isRight }) => isRight);
  const addressed = dropTakenAddresses(right.filter(({ file }) => file !== homeFile), files, languages);
  const faulty = [...pages.outlines.filter(({ isRight }) => !isRight), ...addressed.leftOut];
  const unread = new Set([...pages.unreadHubs, ...faulty.flatMap(({ fields }) => fields.name ?? [])]);
  const lost = { unread, drafts: new Set(pages.draftHubs) };
  const isOwn = ({ language }: PageOutline) => language === null;

  const own = addressed.outlines.filter(isOwn);
  const tree = growHubTree(own, faulty.filter(isOwn), lost);
  const leftOut = new Set(tree.leftOut);
  const standing = own.filter(({ file }) => !leftOut.has(file));
  const others = addressed.outlines.filter((outline) => !isOwn(outline));
  const editions = growEditionTrees(others, faulty, { standing, tree, lost });
  return {
    lost: new Set([...faulty.map(({ file }) => file), ...tree.leftOut, ...editions.leftOut]),
    diagnostics: [...addressed.diagnostics, ...tree.diagnostics, ...editions.diagnostics],
  };
}
