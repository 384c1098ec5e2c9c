import type { Diagnostic } from "../model/diagnostic.ts";
import { homeHub } from "../model/hub.ts";
import { duplicateHubNameAt } from "./faults/duplicate-hub-name.ts";
import { hubCycleAt } from "./faults/hub-cycle.ts";
import { hubIsDraftAt } from "./faults/hub-is-draft.ts";
import { unknownHubAt } from "./faults/unknown-hub.ts";
import type { PageOutline } from "./read-page.ts";

/** Pages that have a place in the tree of hubs, and what is wrong with the rest. */
export interface HubTree {
  /** Hubs by name, home left out; each has a path to home. */
  readonly hubs: ReadonlyMap<string, PageOutline>;
  /** Articles whose hub is there. */
  readonly articles: readonly PageOutline[];
  /** Files that were left out. */
  readonly leftOut: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Names of hubs that are not there: those in files with an error, and drafts. */
export interface LostHubs {
  readonly unread: ReadonlySet<string>;
  readonly drafts: ReadonlySet<string>;
}

/**
 * Hangs every hub and article where it belongs.
 *
 * @param outlines - pages whose own fields are right, in order of their files; `index.md` left out
 * @param faulty - pages with a fault of their own: they get no place, but an unknown hub of theirs is told as well
 * @param lost - names of hubs that are not there: `unread` ones stand in files with an error, so pages in them are left
 *   out without a word, for the fault has been told already; `drafts` would take their pages along unseen
 */
export function growHubTree(
  outlines: readonly PageOutline[],
  faulty: readonly PageOutline[],
  lost: LostHubs,
): HubTree {
  const diagnostics: Diagnostic[] = [];
  const leftOut: string[] = [];
  const hubs = new Map<string, PageOutline>();
  for (const outline of outlines.filter(({ type }) => type === "hub")) {
    const name = outline.fields.name ?? "";
    const first = hubs.get(name);
    if (first === undefined && name !== homeHub) hubs.set(name, outline);
    else {
      diagnostics.push(duplicateHubNameAt(outline, name, first?.file ?? "index.md"));
      leftOut.push(outline.file);
    }
  }

  for (const outline of hubs.values()) {
    const cycle = cycleFrom(outline, hubs);
    if (cycle !== null && cycle[0] === outline) diagnostics.push(hubCycleAt(cycle));
  }
  const known = new Set([homeHub, ...hubs.keys(), ...lost.unread]);
  for (const outline of [...hubs.values(), ...outlines.filter(({ type }) => type === "article"), ...faulty]) {
    const { hub } = outline.fields;
    if (hub === undefined || known.has(hub)) continue;
    const names = [homeHub, ...hubs.keys()];
    diagnostics.push(lost.drafts.has(hub) ? hubIsDraftAt(outline, hub) : unknownHubAt(outline, hub, names));
  }

  const standing = new Map([...hubs].filter(([, outline]) => reachesHome(outline, hubs)));
  const articles = outlines.filter(({ type, fields }) => type === "article" && isStanding(fields.hub, standing));
  const kept = new Set([...standing.values(), ...articles].map(({ file }) => file));
  leftOut.push(...outlines.filter(({ type, file }) => type !== "page" && !kept.has(file)).map(({ file }) => file));
  return { hubs: standing, articles, leftOut: [...new Set(leftOut)], diagnostics };
}

function isStanding(hub: string | undefined, hubs: ReadonlyMap<string, PageOutline>): boolean {
  return hub === homeHub || (hub !== undefined && hubs.has(hub));
}

function reachesHome(outline: PageOutline, hubs: ReadonlyMap<string, PageOutline>): boolean {
  const seen = new Set<PageOutline>();
  for (let next: PageOutline | undefined = outline; next && !seen.has(next); next = hubs.get(next.fields.hub ?? "")) {
    if (next.fields.hub === homeHub) return true;
    seen.add(next);
  }
  return false;
}

/** The hubs that contain each other, if `start` is one of them, from the first by file; else `null`. */
function cycleFrom(start: PageOutline, hubs: ReadonlyMap<string, PageOutline>): readonly PageOutline[] | null {
  const cycle: PageOutline[] = [];
  for (let next: PageOutline | undefined = start; next; next = hubs.get(next.fields.hub ?? "")) {
    if (next === start && cycle.length > 0) {
      return cycle.toSorted((a, b) => (a.file < b.file ? -1 : 1));
    }
    if (cycle.includes(next)) return null;
    cycle.push(next);
  }
  return null;
}
