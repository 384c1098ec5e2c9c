import { parseFragment } from "parse5";

/** With so many expanders, a page offers to open them all. */
const enough = 3;

const expander = "<details ";

/**
 * Where on a page with three expanders or more the first of them begins, or the list or box that it stands in: the place
 * for what concerns them all.
 *
 * @param html - a body's checked HTML
 * @returns an index in `html` between two elements of the body; `null` where there are fewer expanders
 */
export function firstExpander(html: string): number | null {
  if (html.split(expander).length <= enough) return null;
  const first = html.indexOf(expander);
  const blocks = parseFragment(html, { sourceCodeLocationInfo: true }).childNodes;
  const around = blocks.find(({ sourceCodeLocation }) => (sourceCodeLocation?.endOffset ?? 0) > first);
  return around?.sourceCodeLocation?.startOffset ?? null;
}
