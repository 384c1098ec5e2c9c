import { describe, expect, test } from "vitest";
import { article, inShort, page, siteFrom } from "../support/site-from.ts";

async function faults(...files: readonly string[]) {
  const contents = Object.fromEntries(files.map((file, index) => [file, article("Words.", { position: String(index + 1) })]));
  const { site, diagnostics } = await siteFrom(contents);
  return { addresses: site.articles.map(({ address }) => address), faults: diagnostics.map(inShort), diagnostics };
}

describe("addresses", () => {
  test("come from paths, with a slash at each end", async () => {
    expect(await faults("a.md", "b/index.md", "b/c/d-e.2.md")).toMatchObject({ addresses: ["/a/", "/b/", "/b/c/d-e.2/"], faults: [] });
  });

  test("may be of any script", async () => {
    expect((await faults("日本.md", "naïve.md", "with space.md")).faults).toEqual([]);
  });

  test("are errors where two files have one, with both named", async () => {
    const { faults: found, diagnostics, addresses } = await faults("a.md", "a/index.md");
    expect(found).toEqual(["error duplicate-address a/index.md:1:1"]);
    expect(diagnostics[0]?.message).toContain("taken by a.md");
    expect(addresses).toEqual(["/a/"]);
  });

  test.each([
    ["upper and lower case", "A.md", "a.md"],
    ["composed and decomposed letters", "caf\u00e9.md", "cafe\u0301.md"],
  ])("are errors where some systems would keep two files in one: %s", async (_, one, other) => {
    const { faults: found } = await faults(one, other);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("error duplicate-address");
  });

  test.each(["con.md", "aux/a.md", "com1.md", "NUL.md", "a:b.md", "what?.md", "a*.md", 'a"b.md', "a#b.md", "100%.md", "..dots.md", "-lead.md", "trailing .md", "a\u0001b.md", `${"x".repeat(250)}.md`])(
    "are errors where no system or browser takes them: %j",
    async (file) => {
      const { faults: found } = await faults(file);
      expect(found).toEqual([`error unusable-address ${file}:1:1`]);
    },
  );

  test.each(["search.md", "contact.md", "contact/index.md", "errors/cid1.md", "api/x.md", "Assets/x.md", "robots.txt.md", "sitemap.xml.md", "version.json.md", "404.html.md", "_hosting/x.md", "index.html.md"])(
    "are errors where they belong to the build: %s",
    async (file) => {
      expect((await faults(file)).faults).toEqual([`error unusable-address ${file}:1:1`]);
    },
  );

  test("of a hub that cannot be published take its pages along without another word", async () => {
    const { diagnostics } = await siteFrom({
      "search.md": page({ title: "S", subtitle: "S", type: "hub", name: "s", hub: "home", position: "1" }),
      "a.md": article("Words.", { hub: "s" }),
    });
    expect(diagnostics.map(inShort)).toEqual(["error unusable-address search.md:1:1"]);
  });
});
