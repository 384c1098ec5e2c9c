import type { SvgElement } from "./svg-elements.ts";

/** Elements inside each other, or leading to each other, beyond which nothing was drawn by hand. */
const deepest = 200;

/** What everything inside an element takes over from it. */
const inherited = /^(fill|stroke|marker-(start|mid|end))$/;

/**
 * How many elements a browser draws: an element that others use (`<use>`, patterns, masks …) is drawn again for each of
 * them, so a few lines can stand for more than any machine can draw. Each element is counted once and remembered.
 *
 * @param elements - of one drawing, the root first
 * @returns at most that many; Infinity where an element is drawn inside itself
 */
export function drawnElements(elements: readonly SvgElement[]): number {
  const byId = new Map<string, SvgElement>();
  for (const element of elements.toReversed()) byId.set(element.attributes.get("id") ?? "", element);
  const known = new Map<SvgElement, number>();

  const countAt = (element: SvgElement, depth: number): number => {
    const found = known.get(element);
    if (found !== undefined) return found;
    if (depth > deepest) return Infinity;
    // Whatever meets it before it is counted is a part of it, and need not go round and round to find out.
    known.set(element, Infinity);
    const inside = element.children.reduce((sum, child) => sum + countAt(child, depth + 1), 1);
    let [forEach, once] = [1, 0];
    for (const { attribute, id } of referencesOf(element)) {
      const target = byId.get(id);
      const count = target === undefined ? 0 : countAt(target, depth + 1);
      if (inherited.test(attribute)) forEach += count;
      else once += count;
    }
    const count = inside * forEach + once;
    known.set(element, count);
    return count;
  };
  return elements[0] === undefined ? 0 : countAt(elements[0], 0);
}

/** The ids that an element names, with the attributes that name them. */
function* referencesOf({ attributes }: SvgElement) {
  for (const [attribute, value] of attributes) {
    if (/(^|:)href$/.test(attribute)) yield { attribute, id: value.slice(1) };
    for (const [, id = ""] of value.matchAll(/url\(\s*["']?#([\w.:-]+)/gi)) yield { attribute, id };
  }
}
