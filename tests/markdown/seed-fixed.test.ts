import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { applyEdits } from "../../src/report/apply-edits.ts";
import { outline } from "./outline.ts";
import { render } from "./render.ts";

const file = "error-messages-support.md";
const seed = readFileSync(new URL(`../../content/${file}`, import.meta.url), "utf8");

/** A whole file as it is rendered. */
function rendered(text: string): ReturnType<typeof render> {
  const [frontMatter = ""] = /^---\n[^]*?\n---\n/.exec(text) ?? [];
  return render(text.slice(frontMatter.length), { file, firstLine: frontMatter.split("\n").length });
}

/** A whole file when every edit has been made. */
function fixed(text: string): string {
  const after = applyEdits(new Map([[file, text]]), rendered(text).diagnostics).texts.get(file);
  return after === undefined ? text : fixed(after);
}

const mended = fixed(seed);
const [before, after] = [rendered(seed).body, rendered(mended).body];

describe("the seed's article, when its Markdown is fixed", () => {
  test("has nothing left to fix", () => {
    expect(rendered(mended).diagnostics).toEqual([]);
    expect(mended).not.toMatch(/<\/?[a-z]/);
  });

  test("has the same words, headings, lists, links and expanders on the page", () => {
    expect(outline(after.html)).toBe(outline(before.html));
  });

  test("has the same ids, contact codes and addresses", () => {
    expect(after.facts.headings.map(({ id, aliases }) => [id, aliases])).toEqual(
      before.facts.headings.map(({ id, aliases }) => [id, aliases]),
    );
    expect(after.facts.expanders.map(({ id, summary }) => [id, summary])).toEqual(
      before.facts.expanders.map(({ id, summary }) => [id, summary]),
    );
    expect(after.facts.contactLinks.map(({ code }) => code)).toEqual(before.facts.contactLinks.map(({ code }) => code));
    expect(after.facts.links.map(({ href, title, text }) => [href, title, text])).toEqual(
      before.facts.links.map(({ href, title, text }) => [href, title, text]),
    );
    expect(after.facts.ids).toEqual(before.facts.ids);
  });

  test("keeps its front matter, and every line outside of its expanders but the rule at its end", () => {
    const outside = (text: string): readonly string[] =>
      text.replace(/^<details[^]*?^<\/details>$|^::: expander[^]*?^:::$/gm, "…").split("\n");
    expect(outside(mended)).toEqual(outside(seed.replace(/\n\n---\n*$/, "\n")));
  });
});
