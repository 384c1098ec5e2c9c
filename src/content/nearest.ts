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

/**
 * The one path that was probably meant, for addresses, files and ids of headings: one or two letters differ, in one part
 * of it, and no digit does. Pages about two things are often named much alike.
 *
 * @example
 * nearestPath("/manage/pasword/", ["/manage/passwords/", "/manage/names/"]) // "/manage/passwords/"
 */
export function nearestPath(typed: string, paths: Iterable<string>): string | null {
  const ranked = [...paths]
    .map((path) => ({ path, steps: stepsBetween(typed.toLowerCase().split("/"), path.toLowerCase().split("/")) }))
    .filter(({ steps }) => steps <= 2)
    .toSorted((a, b) => a.steps - b.steps);
  const [first, second] = ranked;
  return first && first.steps !== second?.steps ? first.path : null;
}

/** How many letters differ; `Infinity` where that is more than a slip. */
function stepsBetween(typed: readonly string[], path: readonly string[]): number {
  if (typed.length !== path.length) return Infinity;
  const [at = 0, ...others] = [...typed.keys()].filter((index) => typed[index] !== path[index]);
  const [one = "", other = ""] = [typed[at], path[at]];
  const digits = (text: string) => text.replace(/\D/g, "");
  if (others.length > 0 || digits(one) !== digits(other)) return Infinity;
  const steps = distance(one, other);
  return steps * 3 <= Math.max(one.length, other.length) ? steps : Infinity;
}
