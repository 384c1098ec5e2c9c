import { visible } from "./visible.ts";

/** Lines around a change that are shown. */
const context = 3;

/** The most lines taken out and put in that are looked for one by one; beyond it, a whole stretch is replaced. */
const mostSteps = 500;

/** A line that stays (` `), goes (`-`) or comes (`+`), with its line end. */
interface DiffLine {
  readonly sign: " " | "-" | "+";
  readonly text: string;
}

/**
 * What changes between two texts, as `diff -u` shows it and `patch -p1` takes it.
 *
 * @param name - the file, as the reader would type it
 * @returns `""` where nothing changes
 */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return "";
  const lines = diffLines(splitLines(before), splitLines(after));
  const shown = visible(name).replace(/^\/+/, "");
  return `--- a/${shown}\n+++ b/${shown}\n${hunksOf(lines).join("")}`;
}

/** Lines with their ends. As for `diff`, LF alone ends a line. */
function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function diffLines(a: readonly string[], b: readonly string[]): readonly DiffLine[] {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const stays = (text: string): DiffLine => ({ sign: " ", text });
  return [
    ...a.slice(0, head).map(stays),
    ...shortestScript(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...a.slice(a.length - tail).map(stays),
  ];
}

/** The fewest lines to take out and put in (E. Myers, An O(ND) difference algorithm, 1986). */
function shortestScript(a: readonly string[], b: readonly string[]): readonly DiffLine[] {
  // How far into `a` one gets on each diagonal with a number of steps, for every number so far.
  const reached: Map<number, number>[] = [];
  let furthest = new Map([[1, 0]]);
  for (let steps = 0; steps <= Math.min(mostSteps, a.length + b.length); steps += 1) {
    reached.push(furthest);
    furthest = new Map(furthest);
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let x = isDown(reached[steps]!, diagonal, steps)
        ? (reached[steps]!.get(diagonal + 1) ?? 0)
        : (reached[steps]!.get(diagonal - 1) ?? 0) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
      furthest.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return walkBack(a, b, reached);
    }
  }
  return [...a.map((text): DiffLine => ({ sign: "-", text })), ...b.map((text): DiffLine => ({ sign: "+", text }))];
}

/** Whether the furthest way onto a diagonal puts in a line of `b`; else it takes out a line of `a`. */
function isDown(furthest: ReadonlyMap<number, number>, diagonal: number, steps: number): boolean {
  if (diagonal === -steps) return true;
  return diagonal !== steps && (furthest.get(diagonal - 1) ?? 0) < (furthest.get(diagonal + 1) ?? 0);
}

function walkBack(
  a: readonly string[],
  b: readonly string[],
  reached: readonly ReadonlyMap<number, number>[],
): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  let [x, y] = [a.length, b.length];
  for (let steps = reached.length - 1; steps >= 0; steps -= 1) {
    const furthest = reached[steps]!;
    const down = isDown(furthest, x - y, steps);
    const diagonal = down ? x - y + 1 : x - y - 1;
    const [fromX, fromY] =
      steps === 0 ? [0, 0] : [furthest.get(diagonal) ?? 0, (furthest.get(diagonal) ?? 0) - diagonal];
    while (x > fromX && y > fromY) {
      lines.push({ sign: " ", text: a[x - 1]! });
      [x, y] = [x - 1, y - 1];
    }
    if (steps > 0) lines.push(down ? { sign: "+", text: b[y - 1]! } : { sign: "-", text: a[x - 1]! });
    [x, y] = [fromX, fromY];
  }
  return lines.toReversed();
}

/** The stretches that change, each with its surroundings and a line that says where it is. */
function hunksOf(lines: readonly DiffLine[]): readonly string[] {
  const stretches: { from: number; until: number }[] = [];
  for (const [index, { sign }] of lines.entries()) {
    if (sign === " ") continue;
    const last = stretches.at(-1);
    const from = Math.max(0, index - context);
    const until = Math.min(lines.length, index + context + 1);
    if (last !== undefined && from <= last.until) last.until = until;
    else stretches.push({ from, until });
  }
  const count = (from: number, until: number, other: "+" | "-") =>
    lines.slice(from, until).filter(({ sign }) => sign !== other).length;
  return stretches.map(({ from, until }) => {
    const place = (other: "+" | "-") => range(count(0, from, other) + 1, count(from, until, other));
    return `@@ -${place("+")} +${place("-")} @@\n${lines.slice(from, until).map(printed).join("")}`;
  });
}

/** Where a stretch starts and how many lines it has; one without lines stands behind the line before it. */
function range(start: number, count: number): string {
  return count === 1 ? String(start) : `${count === 0 ? start - 1 : start},${count}`;
}

function printed({ sign, text }: DiffLine): string {
  return text.endsWith("\n") ? sign + text : `${sign}${text}\n\\ No newline at end of file\n`;
}
