import type { Diagnostic } from "../model/diagnostic.ts";
import { spanAt } from "../model/diagnostic.ts";
import { homeHub } from "../model/hub.ts";
import { nearest } from "./nearest.ts";
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
  lost: { readonly unread: ReadonlySet<string>; readonly drafts: ReadonlySet<string> },
): HubTree {
  const diagnostics: Diagnostic[] = [];
  const leftOut: string[] = [];
  const hubs = new Map<string, PageOutline>();
  for (const outline of outlines.filter(({ type }) => type === "hub")) {
    const name = outline.fields.name ?? "";
    const first = hubs.get(name);
    if (first === undefined && name !== homeHub) hubs.set(name, outline);
    else {
      diagnostics.push(takenName(outline, name, first?.file ?? "index.md"));
      leftOut.push(outline.file);
    }
  }

  for (const outline of hubs.values()) {
    const cycle = cycleFrom(outline, hubs);
    if (cycle !== null && cycle[0] === outline) diagnostics.push(hubCycle(cycle));
  }
  const known = new Set([homeHub, ...hubs.keys(), ...lost.unread]);
  for (const outline of [...hubs.values(), ...outlines.filter(({ type }) => type === "article"), ...faulty]) {
    const { hub } = outline.fields;
    if (hub === undefined || known.has(hub)) continue;
    diagnostics.push(lost.drafts.has(hub) ? draftHub(outline, hub) : unknownHub(outline, hub, [homeHub, ...hubs.keys()]));
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

function hubSpan(outline: PageOutline) {
  return outline.fieldSpans.get("hub") ?? spanAt(outline.file, 1, 1);
}

function takenName(outline: PageOutline, name: string, first: string): Diagnostic {
  return {
    rule: "duplicate-hub-name",
    severity: "error",
    span: outline.fieldSpans.get("name") ?? spanAt(outline.file, 1, 1),
    message: `Another hub is called "${name}" already: ${first}`,
    why: "Pages could be listed in the wrong hub",
    fix: `Give this hub a name of its own, or write the pages of both into ${first}`,
  };
}

function unknownHub(outline: PageOutline, hub: string, known: readonly string[]): Diagnostic {
  const likely = nearest(hub, known);
  return {
    rule: "unknown-hub",
    severity: "error",
    span: hubSpan(outline),
    message: `There is no hub called "${hub}"`,
    why: "No hub would list the page, so nobody could find it",
    fix: likely === null ? `Write one of: ${known.join(", ")}` : `Change it to ${likely}`,
  };
}

function draftHub(outline: PageOutline, hub: string): Diagnostic {
  return {
    rule: "hub-is-draft",
    severity: "error",
    span: hubSpan(outline),
    message: `The hub "${hub}" is a draft and is not published; this page is not a draft`,
    why: "The page would be missing from the site, and nobody would have asked for that",
    fix: "Write draft: true in this page too, or take it out of the hub's page",
  };
}

function hubCycle(cycle: readonly PageOutline[]): Diagnostic {
  const [first, ...others] = cycle;
  const outline = first as PageOutline;
  return {
    rule: "hub-cycle",
    severity: "error",
    span: hubSpan(outline),
    message:
      others.length === 0
        ? "The hub contains itself"
        : `The hubs contain each other: ${cycle.map(({ file }) => file).join(", ")}`,
    why: "No way leads from the front page to these hubs and their pages",
    fix: `Write ${homeHub} or another hub above it as the hub of one of them`,
  };
}
