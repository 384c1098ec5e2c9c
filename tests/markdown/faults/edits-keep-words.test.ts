import { array, assert, constantFrom, property } from "fast-check";
import { parseFragment } from "parse5";
import { expect, test } from "vitest";
import { sample } from "../../support/tier.ts";
import { textOf } from "../outline.ts";
import { render } from "../render.ts";
import { applyEdits } from "../../../src/report/apply-edits.ts";

const file = "manage/passwords.md";

/** Some Markdown when all edits have been made, round after round. */
function mended(text: string, rounds = 50): string {
  const after = applyEdits(new Map([[file, text]]), render(text).diagnostics).texts.get(file);
  if (after === undefined) return text;
  expect(rounds).toBeGreaterThan(0);
  return mended(after, rounds - 1);
}

/** The letters that a page shows, in order. */
function letters(text: string): string {
  return textOf(parseFragment(render(text).body.html)).replace(/[^A-Za-z]+/g, "");
}

function errors(text: string): number {
  return render(text).diagnostics.filter(({ severity }) => severity === "error").length;
}

const piece = constantFrom(
  ..."<details>\n<summary>S</summary>\n~\n</details>\n~<details><summary>S</summary>~</details>~<p>~</p>~<ul>~<li>~</li>~</ul>".split(
    "~",
  ),
  ..."<ol>~</ol>~<b>~</b>~<strong>B</strong> ~<br>~<a href=/x/>l</a>~<center>~</center>~<font color=a>~</font>~<p style='a'>".split(
    "~",
  ),
  ..."<span role=text id=k>~</span>~</br>~\n~\n\n~    ~  ~\t~- ~1. ~> ~word ~other~::: inset\n~:::\n~```\n~`~**~# ~\n===\n~\n---\n".split(
    "~",
  ),
  ..."##H\n~-a\n-b\n~1.a\n2.b~• a\n~– b\n~-\u00A0~**a~::: warning W\n~|c|\n~[~](/".split("~"),
  ..."##\u00A0H\n~* ~2. ~{.b}~[a](b)~<!-- c -->~&amp;~5 < 6~: ~Words:\n- a\n- b\n~<div>~</div>~| a | b |\n| - | - |\n".split(
    "~",
  ),
);

test("edits of any mixture of tags and marks come to an end, lose no word and bring no error", () => {
  assert(
    property(array(piece, { maxLength: 14 }), (pieces) => {
      for (const text of [pieces.join(""), `<details>\n<summary>S</summary>\n${pieces.join("")}\n</details>\n`]) {
        const after = mended(text);
        expect(letters(after)).toBe(letters(text));
        expect(errors(after)).toBeLessThanOrEqual(errors(text));
      }
    }),
    { seed: 20_261_122, numRuns: sample({ test: 300, full: 50_000, soak: 1_000_000 }) },
  );
});
