import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Diagnostic, Edit, SourcePlace } from "../../src/model/diagnostic.ts";
import { applyEdits } from "../../src/report/apply-edits.ts";
import { sample } from "../support/tier.ts";

const file = "a.md";

/** An edit of `a.md` from a place to a place, each as `line:column`. */
function edit(from: string, to: string, text: string, where = file): Edit {
  const place = (typed: string): SourcePlace => {
    const [line = 0, column = 0] = typed.split(":").map(Number);
    return { line, column };
  };
  return { file: where, start: place(from), end: place(to), text };
}

/** A diagnostic that stands where its first edit does. */
function diagnostic(...edits: readonly Edit[]): Diagnostic {
  const { line, column } = edits[0]!.start;
  return {
    rule: "doubled-word",
    severity: "warning",
    span: { file, line, column, endColumn: column },
    message: "m",
    why: "w",
    fix: "f",
    edits,
  };
}

function applied(text: string, ...diagnostics: readonly Diagnostic[]): string {
  return applyEdits(new Map([[file, text]]), diagnostics).texts.get(file) ?? text;
}

describe("applyEdits", () => {
  test("changes what an edit names and nothing else", () => {
    expect(applied("One\nthe the end\nThree\n", diagnostic(edit("2:4", "2:8", "")))).toBe("One\nthe end\nThree\n");
  });

  test("keeps a byte order mark, which no column counts", () => {
    expect(applied("\uFEFFab\r\n", diagnostic(edit("1:1", "1:2", "A")))).toBe("\uFEFFAb\r\n");
  });

  test.each([
    ["CRLF", "a\r\nb\r\n", "a\r\nX\r\n\r\nb\r\n"],
    ["CR", "a\rb\r", "a\rX\r\rb\r"],
    ["LF", "a\nb\n", "a\nX\n\nb\n"],
    ["a mixture", "a\nb\r\nc\r", "a\nX\r\n\r\nb\r\nc\r"],
    ["no end on the last line", "a\r\nb", "a\r\nX\r\n\r\nb"],
  ])("writes the line ends that the line has: %s", (_, before, after) => {
    expect(applied(before, diagnostic(edit("2:1", "2:1", "X\n\n")))).toBe(after);
  });

  test("never makes one line end of two", () => {
    expect(applied("a\r\nb\rc\n", diagnostic(edit("3:1", "3:2", "\nX")))).toBe("a\r\nb\r\r\nX\n");
    expect(applied("a\rb\nc", diagnostic(edit("2:1", "2:2", "")))).toBe("a\rb\nc");
  });

  test("applies the first by place where two overlap or touch, and leaves the other to the next round", () => {
    const first = diagnostic(edit("1:1", "1:3", "X"));
    const touching = diagnostic(edit("1:3", "1:4", "Y"));
    const far = diagnostic(edit("1:5", "1:6", "Z"));
    const result = applyEdits(new Map([[file, "abcdef"]]), [far, touching, first]);
    expect(result.texts.get(file)).toBe("XcdZf");
    expect(result.applied).toEqual([first, far]);
  });

  test("applies the edits of one diagnostic together, also where they touch", () => {
    expect(applied("abc", diagnostic(edit("1:1", "1:1", "<"), edit("1:1", "1:2", "A"), edit("1:3", "1:3", ">")))).toBe(
      "<Ab>c",
    );
  });

  test("applies the edits of one diagnostic not at all where one of them cannot be applied", () => {
    const first = diagnostic(edit("1:1", "1:2", "X"));
    const second = diagnostic(edit("1:2", "1:2", "Y"), edit("2:1", "2:2", "Z"));
    expect(applied("ab\nc\n", first, second)).toBe("Xb\nc\n");
    const overlapping = diagnostic(edit("1:1", "1:3", "X"), edit("1:2", "1:3", "Y"));
    expect(applied("ab\nc\n", overlapping)).toBe("ab\nc\n");
  });

  test("changes several files for one diagnostic, or none of them", () => {
    const both = diagnostic(edit("1:1", "1:2", "X"), edit("1:1", "1:2", "Y", "b.md"));
    const texts = new Map([
      [file, "a"],
      ["b.md", "b"],
    ]);
    expect([...applyEdits(texts, [both]).texts.values()]).toEqual(["X", "Y"]);
    expect(applyEdits(new Map([[file, "a"]]), [both]).texts.size).toBe(0);
  });

  test.each([
    ["a line that is not there", edit("3:1", "3:1", "x")],
    ["a column behind the end of its line", edit("1:4", "1:4", "x")],
    ["a column before the line", edit("1:0", "1:1", "x")],
    ["an end before its start", edit("1:2", "1:1", "x")],
    ["half a character", edit("2:2", "2:3", "x")],
    ["text that is half a character", edit("1:1", "1:1", "\uD83D")],
    ["a file that is not given", edit("1:1", "1:1", "x", "../b.md")],
  ])("leaves everything as it is for %s", (_, wrong) => {
    const result = applyEdits(new Map([[file, "ab\r\n😀"]]), [diagnostic(wrong)]);
    expect([result.texts.size, result.applied]).toEqual([0, []]);
  });
});

/** A text in characters and line ends of every kind, and stretches of it, one after another with a gap between. */
const cases = fc
  .tuple(
    fc.boolean(),
    fc.array(fc.constantFrom("a", "b", " ", "é", "😀", "\t", "\uFEFF", "\u2028", "\r", "\n", "\r\n"), {
      maxLength: 60,
    }),
    fc.array(fc.tuple(fc.nat(8), fc.nat(4), fc.constantFrom("", "x", "\n", "x\ny", "\n\n", "😀\n")), { maxLength: 6 }),
  )
  .map(([hasMark, parts, stretches]) => {
    const text = (hasMark ? "\uFEFF" : "") + parts.join("");
    const units = text.slice(hasMark ? 1 : 0).match(/\r\n|[\s\S]/gu) ?? [];
    return { text, hasMark: text.startsWith("\uFEFF"), units, stretches };
  })
  .filter(({ text, units, hasMark }) => (hasMark ? "\uFEFF" : "") + units.join("") === text);

const isLineEnd = (unit: string) => /^[\r\n]/.test(unit);

describe("whatever the text and its line ends", () => {
  test("everything outside the edits stays byte for byte, and the edits say what they ought to", () => {
    fc.assert(
      fc.property(cases, ({ text, hasMark, units, stretches }) => {
        const edits: { from: number; to: number; text: string }[] = [];
        let at = 0;
        for (const [gap, length, words] of stretches) {
          const from = at + gap;
          const to = from + length;
          if (to > units.length) break;
          edits.push({ from, to, text: words });
          at = to + 1;
        }
        const placeOf = (index: number): string => {
          const before = units.slice(0, index);
          const start = before.findLastIndex(isLineEnd) + 1;
          return `${before.filter(isLineEnd).length + 1}:${before.slice(start).join("").length + 1}`;
        };
        const result = applyEdits(
          new Map([[file, text]]),
          edits.map((one) => diagnostic(edit(placeOf(one.from), placeOf(one.to), one.text))),
        );
        const made = edits.filter((one) =>
          result.applied.some(({ span }) => `${span.line}:${span.column}` === placeOf(one.from)),
        );
        // Only what would make one line end of two is not done.
        for (const one of edits.filter((other) => !made.includes(other))) {
          expect([one.text, units[one.from - 1], units[one.to]]).toEqual(["", "\r", "\n"]);
        }
        expectOutsideUntouched(result.texts.get(file) ?? text, hasMark, units, made);
      }),
      { numRuns: sample({ test: 2_000, full: 100_000, soak: 2_000_000 }) },
    );
  });
});

/** Takes a result apart: between the edits stands what stood there, and the edits' words have line ends of any kind. */
function expectOutsideUntouched(
  result: string,
  hasMark: boolean,
  units: readonly string[],
  edits: readonly { readonly from: number; readonly to: number; readonly text: string }[],
): void {
  const escaped = (words: string) => words.replace(/[^\s\w]/gu, (sign) => `\\u{${sign.codePointAt(0)!.toString(16)}}`);
  let pattern = hasMark ? "\uFEFF" : "";
  let plain = "";
  let at = 0;
  for (const { from, to, text } of [...edits, { from: units.length, to: units.length, text: "" }]) {
    const kept = units.slice(at, from);
    pattern += escaped(kept.join("")) + escaped(text).replaceAll("\n", "(?:\r\n|\r|\n)");
    plain += kept.map((unit) => (isLineEnd(unit) ? "\n" : unit)).join("") + text;
    at = to;
  }
  expect(result).toMatch(new RegExp(`^${pattern}$`, "u"));
  expect(result.slice(hasMark ? 1 : 0).replace(/\r\n?/g, "\n")).toBe(plain);
}
