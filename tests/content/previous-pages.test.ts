import { describe, expect, test } from "vitest";
import { previousPages } from "../../src/content/previous-pages.ts";
import type { PreviousPage } from "../../src/content/previous-pages.ts";
import { pagesFile } from "../../src/output/machine-files.ts";
import type { FilesInMemory } from "../support/site-from.ts";
import { article, inShort, siteFrom } from "../support/site-from.ts";

/** What the build of a site says in its `api/pages.json`. */
async function pagesOf(files: FilesInMemory): Promise<readonly PreviousPage[]> {
  return previousPages(pagesFile((await siteFrom(files)).site).content)?.pages ?? [];
}

/** What is said of a site that was another one before. */
async function since(before: FilesInMemory, now: FilesInMemory) {
  return (await siteFrom(now, { previous: await pagesOf(before) })).diagnostics;
}

const before = { "a.md": article("## Part one\n\n## Part two"), "b.md": article("B.", { title: "B", position: "2" }) };

describe("removed-address", () => {
  test("says nothing where nothing went, and nothing of what came", async () => {
    expect(await since(before, { ...before, "c.md": article("C.", { title: "C", position: "3" }) })).toEqual([]);
  });

  test.each([
    ["an alias", { "c.md": article("B.", { title: "C", position: "2", aliases: "[/b/]" }) }],
    ["a redirect", { "redirects.yml": "/b/: /a/\n" }],
    ["a file that cannot be read", { "b.md": "---\ntitle: B\n" }],
  ])("is content with %s", async (_, files) => {
    const said = await since(before, { "a.md": before["a.md"], ...files });
    expect(said.filter(({ rule }) => rule === "removed-address")).toEqual([]);
  });

  test("names the page that has probably taken its place: one of the same title", async () => {
    const said = await since(before, { "a.md": before["a.md"], "new/place.md": article("B.", { title: "B", position: "2" }) });
    expect(said.map(inShort)).toEqual(["warning removed-address redirects.yml:1:1"]);
    expect(said[0]?.fix).toBe(
      "Write in redirects.yml where it leads now. If new/place.md has taken its place, that is: /b/: /new/place/",
    );
  });

  test("names no page that is merely a little like it", async () => {
    const old = { "manage/change-your-password.md": article("A.") };
    const said = await since(old, { "manage/change-your-name.md": article("A.", { title: "Change your name" }) });
    expect(said.map(({ fix }) => fix)).toEqual([
      "Write in redirects.yml where it leads now: /manage/change-your-password/: /the-new-address/",
    ]);
  });

  test("names a new page of the same name in another folder, and one whose address is near", async () => {
    const moved = await since(before, { "a.md": before["a.md"], "deep/b.md": article("X.", { title: "X", position: "2" }) });
    expect(moved[0]?.fix).toContain("If deep/b.md has taken its place");
    const old = { "passwords.md": article("A.") };
    const near = await since(old, { "password.md": article("A.", { title: "Other words" }) });
    expect(near[0]?.fix).toContain("If password.md has taken its place");
  });

  test("points at redirects.yml where no page is near", async () => {
    const said = await since({ "completely-other.md": article("A.", { title: "Z" }) }, before);
    expect(said.map(inShort)).toEqual(["warning removed-address redirects.yml:1:1"]);
    expect(said[0]?.fix).toBe("Write in redirects.yml where it leads now: /completely-other/: /the-new-address/");
  });
});

describe("removed-heading", () => {
  test("is content with an alias, and with an id of the editor's own", async () => {
    const alias = article("## Part 1\n\n## Part two", { aliases: "[{part-one: part-1}]" });
    expect(await since(before, { ...before, "a.md": alias })).toEqual([]);
    expect(await since(before, { ...before, "a.md": article("## Part 1 {#part-one}\n\n## Part two") })).toEqual([]);
  });

  test("names the heading that is near", async () => {
    const said = await since(before, { ...before, "a.md": article("## Part ones\n\n## Other\n\n## Part two") });
    expect(said.map(inShort)).toEqual(["warning removed-heading a.md:2:8"]);
    expect(said[0]?.fix).toBe("Write part-one: part-ones in aliases above the page");
  });

  test("names the only one that came where only one went, however it reads", async () => {
    const said = await since(before, { ...before, "a.md": article("## Where to begin\n\n## Part two") });
    expect(said[0]?.fix).toBe("Write part-one: where-to-begin in aliases above the page");
  });

  test("names none where one came and two went, and it reads like neither", async () => {
    const said = await since(before, { ...before, "a.md": article("## Where to begin") });
    expect(said.map(({ fix }) => fix.includes("where-to-begin"))).toEqual([false, false]);
  });

  test("names none where none came, and every one that went", async () => {
    const said = await since(before, { ...before, "a.md": article("Words.", { aliases: "[/older/]" }) });
    expect(said.map(inShort)).toEqual(["warning removed-heading a.md:7:10", "warning removed-heading a.md:7:10"]);
    expect(said[0]?.fix).toContain("the id of the heading that has taken its place");
  });
});

describe("api/pages.json", () => {
  test("lists every page that is published, in order, with the ids of its headings in order", async () => {
    const files = { ...before, "c.md": article("C.", { title: "C", draft: "true", position: "3" }), "a.md": article("## Z\n\n## Y") };
    const { site } = await siteFrom(files, { drafts: true });
    expect(pagesFile(site)).toEqual({
      path: "api/pages.json",
      content: `${JSON.stringify(
        {
          version: 1,
          pages: [
            { address: "/", title: site.home.title, headings: [] },
            { address: "/a/", title: "Passwords", headings: ["y", "z"] },
            { address: "/b/", title: "B", headings: [] },
          ],
        },
        null,
        2,
      )}\n`,
    });
  });

  test.each(["", "[]", "null", "{}", '{"version":2,"pages":[]}', '{"version":1,"pages":[{"address":"/a/"}]}'])(
    "is not read from %j",
    (text) => {
      expect(previousPages(text)).toBeNull();
    },
  );
});
