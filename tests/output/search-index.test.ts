import { describe, expect, test } from "vitest";
import { openLayouts } from "../../src/output/layouts.ts";
import { entriesOf } from "../../src/output/page-types.ts";
import { searchFiles } from "../../src/output/search-index.ts";
import type { SearchIndex } from "../../src/model/search-index.ts";
import type { FilesInMemory } from "../support/site-from.ts";
import { article, siteFrom } from "../support/site-from.ts";

const layouts = openLayouts("layouts");

async function filesOf(files: FilesInMemory) {
  const { site } = await siteFrom(files, { pathPrefix: "/help/" });
  return searchFiles(site, entriesOf(site, layouts.text));
}

/** Articles with so many words that one file would be too long. */
function large(last = "end"): FilesInMemory {
  const words = (number: number) => `Words ${number} of a page about passwords and codes. `.repeat(200);
  return Object.fromEntries([
    ...Array.from({ length: 60 }, (_, number) => [
      `a${number}.md`,
      article(words(number), { position: `${number + 1}` }),
    ]),
    ["z.md", article(last)],
  ]) as FilesInMemory;
}

describe("api/search.json", () => {
  test("holds all that there is to search of a small site", async () => {
    const files = await filesOf({
      "a.md": article("## CID7023: No connection\n\nTry later.", { search_terms: "[offline]" }),
      "synonyms.yml": "- [phone, mobile]\n",
      "site.yml": "lang: en-GB\n",
    });
    expect(files.map(({ path }) => path)).toEqual(["api/search.json"]);
    const index = JSON.parse(files[0]?.content ?? "") as SearchIndex;
    expect(index).toMatchObject({
      version: 1,
      lang: "en-GB",
      codes: { prefix: "CID" },
      referenceHref: "/help/errors/",
      references: [["CID7023", "No connection"]],
      synonyms: [["phone", "mobile"]],
    });
    const { pages, sections } = index as Extract<SearchIndex, { sections: unknown }>;
    const page = pages.findIndex(([href]) => href === "/help/a/");
    expect(sections.filter(([number]) => number === page)).toEqual([
      [page, "", "Passwords", "About passwords", "offline"],
      [page, "cid7023-no-connection", "CID7023: No connection", "Try later."],
    ]);
  });

  test("names the language of a page that is not in the index's own", async () => {
    const files = await filesOf({
      "a.md": article("Words."),
      "b.md": article("Geiriau.", { title: "Codau", lang: "cy", position: "2" }),
    });
    const { pages } = JSON.parse(files[0]?.content ?? "") as Extract<SearchIndex, { pages: unknown }>;
    const languages = Object.fromEntries(pages.map(([href, , , lang = null]) => [href, lang]));
    expect(languages).toMatchObject({ "/help/a/": null, "/help/b/": "cy", "/help/contact/": null });
  });

  test("is cut for a large site, into files that hold everything", async () => {
    const files = await filesOf(large());
    const [head, ...parts] = files;
    const index = JSON.parse(head?.content ?? "") as Extract<SearchIndex, { parts: unknown }>;
    expect(head?.path).toBe("api/search.json");
    expect(parts.every(({ path }) => /^api\/search\/[0-9a-f]{10}\/(terms|text)-\d+\.json$/.test(path))).toBe(true);
    expect(index.parts.termsHref).toMatch(/^\/help\/api\/search\/[0-9a-f]{10}\/terms-$/);
    const rows = parts
      .filter(({ path }) => path.includes("terms-"))
      .flatMap(({ content }) => JSON.parse(content) as [string][]);
    expect(rows.map(([term]) => term).join(" ")).toBe(index.parts.terms);
    expect(index.parts.lengths.map((signs) => signs.length)).toEqual(
      Array.from({ length: 5 }, () => index.parts.sections),
    );
  });

  test("is the same bytes for the same site, and in other files for another", async () => {
    const [one, again, other] = [await filesOf(large()), await filesOf(large()), await filesOf(large("other"))];
    expect(again).toEqual(one);
    const folder = (files: typeof one) => files[1]?.path.split("/")[2];
    expect(folder(other)).not.toBe(folder(one));
  });
});
