import { distance } from "fastest-levenshtein";

/**
 * The one name that was probably meant.
 *
 * @returns the name nearest to what was typed, or `null` when none is near or two are equally near: a wrong guess
 *   costs an editor more than none
 *
 * @example
 * nearest("titel", ["title", "type"]) // "title"
 */
export function nearest(typed: string, names: Iterable<string>): string | null {
  const most = typed.length <= 3 ? 1 : Math.max(2, Math.floor(typed.length / 3));
  const ranked = [...names]
    .map((name) => ({ name, steps: distance(typed.toLowerCase(), name.toLowerCase()) }))
    .filter(({ steps }) => steps <= most)
    .toSorted((a, b) => a.steps - b.steps);
  const [first, second] = ranked;
  return first && first.steps !== second?.steps ? first.name : null;
}
