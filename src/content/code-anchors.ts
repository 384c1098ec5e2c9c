import type { Page } from "../model/article.ts";
import type { ErrorReference } from "../model/error-reference.ts";

/**
 * Gives the heading or expander where a code is at home the code as one more id, so that a link to `#CID7023` arrives
 * there whatever the heading's words become; in small letters too, where no other id of the page is so.
 *
 * @returns the pages in their order; those with no code at home are the same as before
 */
export function withCodeAnchors(
  pages: readonly Page[],
  references: readonly ErrorReference[],
): readonly Page[] {
  const homes = Map.groupBy(references, ({ home }) => home?.address ?? "");
  return pages.map((page) => {
    const atHome = homes.get(page.address);
    return atHome === undefined ? page : withAnchors(page, atHome);
  });
}

function withAnchors(page: Page, atHome: readonly ErrorReference[]): Page {
  const { html, facts } = page.body;
  const ids = new Set(facts.ids);
  const placeInside = placesInside(html);
  const added = new Map<string, readonly string[]>();
  const places: { readonly place: number; readonly anchors: string }[] = [];
  for (const [id, references] of Map.groupBy(atHome, ({ home }) => home?.headingId ?? null)) {
    const place = id === null ? null : placeInside(id);
    if (id === null || place === null) continue;
    const wanted = references.flatMap(({ code }) => [code, code.toLowerCase()]);
    const anchors = wanted.filter((anchor) => !ids.has(anchor));
    for (const anchor of anchors) ids.add(anchor);
    added.set(id, anchors);
    places.push({ place, anchors: anchors.map((anchor) => `<span class="app-anchor" id="${anchor}"></span>`).join("") });
  }
  const headings = facts.headings.map((heading) => ({
    ...heading,
    aliases: [...heading.aliases, ...(added.get(heading.id) ?? [])],
  }));
  return { ...page, body: { html: withInserted(html, places), facts: { ...facts, headings, ids } } };
}

function withInserted(
  html: string,
  places: readonly { readonly place: number; readonly anchors: string }[],
): string {
  let read = 0;
  const parts = places
    .toSorted((a, b) => a.place - b.place)
    .map(({ place, anchors }) => {
      const part = html.slice(read, place) + anchors;
      read = place;
      return part;
    });
  return parts.join("") + html.slice(read);
}

/** What opens the words of an expander, which show when it is closed. */
const summary = /^<details\b[^]*?<summary\b[^>]*>\s*<span class="nhsuk-details__summary-text">/;

/**
 * Tells where the words of a heading or expander start: behind its tag, or behind the tags of its summary; `null` where
 * no such element has the id.
 *
 * @param html - printed by our renderer: attributes stand in double quotes, and no value holds one
 */
function placesInside(html: string): (id: string) => number | null {
  const places = new Map<string, number>();
  for (const { 1: id = "", index } of html.matchAll(/ id="([^"]*)"/g)) if (!places.has(id)) places.set(id, index);
  return (id) => {
    const at = places.get(id);
    if (at === undefined) return null;
    const start = html.lastIndexOf("<", at);
    const rest = html.slice(start);
    const [tag] = summary.exec(rest) ?? /^<h[1-6](?:[^">]|"[^"]*")*>/.exec(rest) ?? [];
    return tag === undefined ? null : start + tag.length;
  };
}
