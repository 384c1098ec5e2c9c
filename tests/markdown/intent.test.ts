import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { outline } from "./outline.ts";
import { faults, render } from "./render.ts";

const folder = new URL("intent/", import.meta.url);

interface Case {
  readonly title: string;
  readonly markdown: string;
  /** What `outline` makes of the HTML. */
  readonly gives: string;
  /** What is wrong with it, a line each; `""` for nothing. */
  readonly says: string;
}

/** Cases start with `@@ title`; after the Markdown comes `@@@ gives`, and where something is wrong `@@@ and says`. */
function casesIn(file: string): readonly Case[] {
  const text = readFileSync(new URL(file, folder), "utf8");
  return text
    .split(/^@@ /m)
    .slice(1)
    .map((written) => {
      const [, title = "", markdown = "", gives = "", says = ""] =
        /^(.*)\n([^]*?)^@@@ gives\n([^]*?)(?:^@@@ and says\n([^]*))?$(?![^])/m.exec(written) ?? [];
      return { title, markdown, gives: gives.trimEnd(), says: says.trimEnd() };
    });
}

describe.each(readdirSync(folder).toSorted())("what editors meant, in %s", (file) => {
  const cases = casesIn(file);

  test("there are cases", () => {
    expect(cases.length).toBeGreaterThan(10);
    for (const { gives } of cases) expect(gives).not.toBe("");
  });

  test.each(cases)("$title", ({ markdown, gives, says }) => {
    expect(outline(render(markdown).body.html)).toBe(gives);
    expect(faults(markdown).join("\n")).toBe(says);
  });

  test.each(cases)("$title: the same with line ends of every kind", ({ markdown }) => {
    const { html } = render(markdown).body;
    expect(render(markdown.replaceAll("\n", "\r\n")).body.html).toBe(html);
    expect(render(markdown.replaceAll("\n", "\r")).body.html).toBe(html);
  });

  test.each(cases.filter(({ markdown }) => /^ {4}/m.test(markdown) && !/^ {4}.*code/m.test(markdown)))(
    "$title: the same with tabs for every four spaces",
    ({ markdown, gives }) => {
      const tabbed = markdown.replace(/^( {4})+/gm, (spaces) => "\t".repeat(spaces.length / 4));
      expect(outline(render(tabbed).body.html)).toBe(gives);
    },
  );
});
