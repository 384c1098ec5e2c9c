import { afterEach, describe, expect, test, vi } from "vitest";
import { openSearchEngine } from "../../assets/scripts/search-engine.ts";
import type { WholeSearchIndex } from "../../src/model/search-index.ts";
import { cutIndex } from "../../src/output/search-parts.ts";

const index: WholeSearchIndex = {
  version: 1,
  lang: "en-GB",
  codes: { prefix: "CID", fewestDigits: 4, mostDigits: 5 },
  referenceHref: "/help/errors/",
  references: [["CID7023", "No connection"]],
  synonyms: [],
  pages: [["/help/a/", "Passwords", null]],
  sections: [[0, "change-it", "Change it", "Choose a new password."]],
};

/** Has a host answer with files, and gives the paths that were asked for. */
function serve(files: Map<string, string>): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (href: string) => {
    asked.push(href);
    const content = files.get(href);
    return content === undefined ? new Response("", { status: 404 }) : new Response(content);
  });
  return asked;
}

/** The files of an index in parts. */
function filesOf(whole: WholeSearchIndex): Map<string, string> {
  const cut = cutIndex(whole, "api/search/", "/api/search/");
  const files = cut.files.map(({ path, content }) => [`/${path}`, content] as const);
  return new Map([["/api/search.json", JSON.stringify(cut.index)], ...files]);
}

afterEach(() => void vi.unstubAllGlobals());

describe("openSearchEngine", () => {
  test("answers out of the index that the build has written, fetched once", async () => {
    const asked = serve(new Map([["/api/search.json", JSON.stringify(index)]]));
    const { find } = await openSearchEngine("/api/search.json");
    expect(await find("password", 5)).toEqual({
      code: null,
      results: [
        {
          href: "/help/a/#change-it",
          heading: "Change it",
          page: "Passwords",
          hub: null,
          lang: null,
          excerpt: [
            { text: "Choose a new ", marked: false },
            { text: "password", marked: true },
            { text: ".", marked: false },
          ],
        },
      ],
      total: 1,
    });
    await find("7023", 5);
    expect(asked).toEqual(["/api/search.json"]);
  });

  test.each([
    ["is not there", "", "404"],
    ["is no JSON", "<!doctype html>", "JSON"],
    ["is of another version", JSON.stringify({ ...index, version: 2 }), "version 2"],
  ])("throws where the index %s", async (_, content, message) => {
    serve(new Map(content === "" ? [] : [["/api/search.json", content]]));
    await expect(openSearchEngine("/api/search.json")).rejects.toThrow(message);
  });

  test("goes on where the site has been published again, and the files of the old index are gone", async () => {
    serve(filesOf(index));
    const { find } = await openSearchEngine("/api/search.json");
    serve(filesOf({ ...index, pages: [["/help/a/", "Renamed", null]] }));
    expect((await find("password", 5)).results).toMatchObject([{ page: "Renamed" }]);
  });

  test("throws where a part cannot be had, and finds it when it is there again", async () => {
    const files = filesOf(index);
    serve(files);
    const { find } = await openSearchEngine("/api/search.json");
    serve(new Map());
    await expect(find("password", 5)).rejects.toThrow("404");
    serve(files);
    expect((await find("password", 5)).total).toBe(1);
  });
});
