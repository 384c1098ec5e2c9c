import type { Article, Hub } from "./article.ts";
import { compareText } from "./diagnostic.ts";

/** The name of the hub that is the front page. */
export const homeHub = "home";

/**
 * The hubs above a place, home first: what the breadcrumb shows.
 *
 * @param name - the hub that the page sits in
 * @param hubs - every hub of a site that passed `loadSite`, by name
 * @returns at least one hub, ending with the hub of that name
 * @throws Error if a hub is missing or is its own ancestor. `loadSite` reports
 *   both to the editor as diagnostics, so here they can only be our bug.
 *
 * @example
 * hubTrail("manage", hubs).map((hub) => hub.title) // ["Home", "Manage your account"]
 */
export function hubTrail(name: string, hubs: ReadonlyMap<string, Hub>): readonly Hub[] {
  const trail: Hub[] = [];
  for (let next: string | null = name; next !== null;) {
    const hub = hubs.get(next);
    if (!hub || trail.includes(hub)) throw new Error(`Hub "${next}" has no path to home`);
    trail.unshift(hub);
    next = hub.hub;
  }
  return trail;
}

/** Order within a hub: by position, those without one last, ties by file path. */
function compareInHub(a: Article | Hub, b: Article | Hub): number {
  return (
    (a.position ?? Number.MAX_SAFE_INTEGER) - (b.position ?? Number.MAX_SAFE_INTEGER) ||
    compareText(a.file ?? "", b.file ?? "")
  );
}

/**
 * What each hub lists, in order.
 *
 * @returns one entry for every hub, by name; an empty list for a hub with nothing in it
 */
export function hubLists(
  hubs: ReadonlyMap<string, Hub>,
  articles: readonly Article[],
): ReadonlyMap<string, readonly (Article | Hub)[]> {
  const lists = new Map<string, (Article | Hub)[]>([...hubs.keys()].map((name) => [name, []]));
  for (const item of [...hubs.values(), ...articles]) {
    if (item.hub !== null) lists.get(item.hub)?.push(item);
  }
  for (const list of lists.values()) list.sort(compareInHub);
  return lists;
}
