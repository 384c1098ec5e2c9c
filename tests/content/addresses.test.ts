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
    expect(found[0]).toContain("error names-too-alike");
  });

  test("are errors where a folder and a file differ in capitals alone, and the page that stays is named", async () => {
    const { faults: found, diagnostics } = await faults("A/index.md", "a.md");
    expect(found).toEqual(["error names-too-alike a.md:1:1"]);
    expect(diagnostics[0]?.message).toContain("A/index.md");
  });

  test.each([
    "con.md",
    "aux/a.md",
    "com1.md",
    "con.notes.md",
    "NUL.md",
    "a:b.md",
    "what?.md",
    "a*.md",
    'a"b.md',
    "trailing .md",
    "trailing./a.md",
    "a\u0001b.md",
    `${"x".repeat(250)}.md`,
  ])("are errors where some system refuses the name: %j", async (file) => {
    const { faults: found } = await faults(file);
    expect(found).toEqual([`error unportable-name ${file}:1:1`]);
  });

  test.each(["contact-us.md", "console.md", "com10.md", "a.b.md", "don't.md", "Sign-In.md", `${"x".repeat(190)}.md`])(
    "may be any name that every system takes: %s",
    async (file) => {
      expect((await faults(file)).faults).toEqual([]);
    },
  );

  test.each(["a#b.md", "100%.md", "..dots.md", "-lead.md", `${"long-folder/".repeat(20)}a.md`])(
    "are errors where no browser or server takes them: %j",
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

  test.each([
    ["a document that other systems refuse", ["aux/letter.csv"], "warning unportable-name aux/letter.csv:1:1"],
    ["a document with a sign in its name", ["what?.csv"], "warning unportable-name what?.csv:1:1"],
  ])("of files are warned of and kept: %s", async (_, names, fault) => {
    const links = names.map((name) => `[The file](<${name.replace("?", "%3F")}>)`).join(" ");
    const files = Object.fromEntries(names.map((name) => [name, "a,b"]));
    const { site, diagnostics } = await siteFrom({ "a.md": article(links), ...files });
    expect(diagnostics.map(inShort)).toEqual([fault]);
    expect(site.files).toHaveLength(names.length);
  });

  test("of files that differ in capitals alone are errors: the site could not hold both", async () => {
    const body = "[One](Letter.csv) [Other](letter.csv)";
    const { site, diagnostics } = await siteFrom({ "a.md": article(body), "Letter.csv": "a,b", "letter.csv": "a,b" });
    expect(diagnostics.map(inShort)).toEqual(["error names-too-alike letter.csv:1:1"]);
    expect(site.files.map(({ path }) => path)).toEqual(["Letter.csv"]);
  });

  test("of files that no page uses are no matter", async () => {
    const { diagnostics } = await siteFrom({ "a.md": article("Words."), "aux.csv": "a", "AUX.csv": "a" });
    expect(diagnostics.map(inShort)).toEqual(["warning unused-file AUX.csv:1:1", "warning unused-file aux.csv:1:1"]);
  });

  test("of a hub that cannot be published take its pages along without another word", async () => {
    const { diagnostics } = await siteFrom({
      "search.md": page({ title: "S", subtitle: "S", type: "hub", name: "s", hub: "home", position: "1" }),
      "a.md": article("Words.", { hub: "s" }),
    });
    expect(diagnostics.map(inShort)).toEqual(["error unusable-address search.md:1:1"]);
  });
});
