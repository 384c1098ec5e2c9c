import type { Heading } from "../model/body.ts";
import type { SearchSection } from "../model/search.ts";

/** Below every heading: an expander is in the section that it stands in. */
const levelOfExpander = 7;

/**
 * Tells all words of a part of a page, with the headings and expanders inside it: what its heading has below it up to
 * the next one of the same or a higher level. An expander has its own words alone.
 *
 * @param sections - of the page, from top to bottom
 * @param headings - of the same page
 * @returns asked for the id of a heading or expander, or `null` for what stands above the first heading
 */
export function sectionWords(
  sections: readonly SearchSection[],
  headings: readonly Heading[],
): (id: string | null) => readonly string[] {
  const levels = new Map(headings.map(({ id, level }) => [encodeURIComponent(id), level]));
  const fragments = sections.map(({ href }) => href.split("#", 2)[1] ?? "");
  const places = new Map(fragments.map((fragment, place) => [fragment, place]));
  const levelAt = (place: number) => levels.get(fragments[place] ?? "") ?? levelOfExpander;
  return (id) => {
    const start = places.get(encodeURIComponent(id ?? ""));
    if (start === undefined) return [];
    const level = id === null ? levelOfExpander - 1 : levelAt(start);
    let end = start + 1;
    while (end < sections.length && levelAt(end) > level) end += 1;
    const [own, ...inside] = sections.slice(start, end);
    return [own?.text ?? "", ...inside.flatMap(({ heading, text }) => [heading, text])];
  };
}
