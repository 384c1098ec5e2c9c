import { describe, expect, test } from "vitest";
import { pagesOf } from "../../src/model/site.ts";
import { openLayouts } from "../../src/output/layouts.ts";
import { entriesOf } from "../../src/output/page-types.ts";
import { searchSections } from "../../src/output/search-sections.ts";
import { sectionWords } from "../../src/output/section-words.ts";
import { article, siteFrom } from "../support/site-from.ts";

const layouts = openLayouts("layouts");

const markdown = [
  "Above.\n\n::: expander Early\nE.\n:::\n",
  "## Één\n\nOne.\n\n### Deep\n\nDown.\n\n::: expander More\nInside.\n:::\n",
  "## Two\n\n## Three\n\nLast.\n",
].join("\n");

async function wordsOf(id: string | null): Promise<readonly string[]> {
  const { site } = await siteFrom({ "a.md": article(markdown, { subtitle: "" }) });
  const sections = searchSections(site, entriesOf(site, layouts.text)).filter(({ href }) => href.startsWith("/a/"));
  const page = pagesOf(site).find(({ address }) => address === "/a/");
  return sectionWords(sections, page?.body.facts.headings ?? [])(id);
}

describe("the words of a part of a page", () => {
  test("are those below its heading, with the headings and expanders inside it", async () => {
    expect(await wordsOf("één")).toEqual(["One.", "Deep", "Down.", "More", "Inside."]);
    expect(await wordsOf("three")).toEqual(["Last."]);
  });

  test("are an expander's own", async () => {
    expect(await wordsOf("more")).toEqual(["Inside."]);
  });

  test("are those above the first heading, where no heading is asked for", async () => {
    expect(await wordsOf(null)).toEqual(["Above.", "Early", "E."]);
  });

  test("are none where nothing has the id, or nothing stands below the heading", async () => {
    expect(await wordsOf("four")).toEqual([]);
    expect((await wordsOf("two")).join("")).toBe("");
  });
});
