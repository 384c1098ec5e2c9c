import { describe, expect, test } from "vitest";
import type { FilesInMemory } from "../support/site-from.ts";
import { article, hub, page, siteFrom } from "../support/site-from.ts";
import type { LoadOptions } from "../../src/content/load-site.ts";
import { openLayouts } from "../../src/output/layouts.ts";
import { entriesOf } from "../../src/output/page-types.ts";
import { searchSections } from "../../src/output/search-sections.ts";

const layouts = openLayouts("layouts");

async function sectionsOf(files: FilesInMemory, options: Partial<LoadOptions> = {}) {
  const { site } = await siteFrom(files, options);
  return searchSections(site, entriesOf(site, layouts.text));
}

/** The sections of one article, each as `fragment: heading: text`. */
async function inShort(markdown: string): Promise<readonly string[]> {
  const sections = await sectionsOf({ "a.md": article(markdown, { subtitle: "" }) });
  return sections
    .filter(({ href }) => href.startsWith("/a/"))
    .map(({ href, heading, text }) => `${href.slice(3)}: ${heading}: ${text.replaceAll("\n", " | ")}`);
}

describe("the sections that a search looks through", () => {
  test("are one for each heading and each expander, whose words are its own", async () => {
    expect(
      await inShort("Above.\n\n## First\n\nOne.\n\n::: expander More\nInside.\n:::\n\nTwo.\n\n### Second\n\nThree."),
    ).toEqual([": Passwords: Above.", "#first: First: One. | Two.", "#more: More: Inside.", "#second: Second: Three."]);
  });

  test("know an expander in an expander, one in a cell, and one in HTML", async () => {
    const inner = "::: expander Outer\nA.\n\n::: expander Inner\nB.\n:::\n\nC.\n:::";
    expect(await inShort(inner)).toEqual([": Passwords: ", "#outer: Outer: A. | C.", "#inner: Inner: B."]);
    const html = "<details><summary>Raw</summary><div>\n\n    In it.\n\n</div></details>\n\nAfter.";
    expect(await inShort(html)).toEqual([": Passwords: After.", "#raw: Raw: In it."]);
  });

  test("leave what stands behind an expander to what stands around it, whatever headings are in it", async () => {
    const inside = "Inside.\n\n### In it\n\nUnder in it.";
    expect(await inShort(`Above.\n\n::: expander More\n${inside}\n:::\n\nBehind.\n\n## Next\n\nLast.`)).toEqual([
      ": Passwords: Above. | Behind.",
      "#more: More: Inside.",
      "#in-it: In it: Under in it.",
      "#next: Next: Last.",
    ]);
  });

  test("keep all headings where words in a sentence or a table are marked up as one of them", async () => {
    const after = "\n\n## First\n\nOne.\n\n## Reset it\n\nTwo.";
    const sections = ["#first: First: One.", "#reset-it: Reset it: Two."];
    expect((await inShort(`Words <h3>Reset it</h3> now.${after}`)).slice(1)).toEqual(sections);
    const table = "| A | B |\n| - | - |\n| 1 | <h3>Reset it</h3> now |";
    expect((await inShort(`${table}${after}`)).slice(1)).toEqual(sections);
  });

  test("read a line break in a heading and in a summary as a space", async () => {
    const html = "<h2>Break<br>here</h2>\n\nA.\n\n<details><summary>Sum<br>mary</summary>\n\nB.\n\n</details>";
    expect(await inShort(`## Cut<br>off\n\n${html}`)).toEqual([
      ": Passwords: ",
      "#cut-off: Cut off: ",
      "#break-here: Break here: A.",
      "#sum-mary: Sum mary: B.",
    ]);
  });

  test("hold lists with the words before them, and steps on their own", async () => {
    expect(await inShort("You need:\n\n- a phone\n- a name\n\nThen:\n\n1. Sign in.\n2. Wait.")).toEqual([
      ": Passwords: You need: a phone; a name | Then: | Sign in. | Wait.",
    ]);
  });

  test("hold no word of the program's own, and no sign for a picture", async () => {
    expect(await inShort("::: warning Take care\nWords ![a key](a.png) here.\n:::")).toEqual([
      ": Passwords: Take care | Words here.",
    ]);
  });

  test("keep two headings of the same words apart", async () => {
    expect(await inShort("## Same\n\nOne.\n\n## Same\n\nTwo.")).toEqual([
      ": Passwords: ",
      "#same: Same: One.",
      "#same-1: Same: Two.",
    ]);
  });

  test("say page, hub, subtitle and search terms", async () => {
    const [, hubPage, first, second] = await sectionsOf({
      "m/index.md": hub("manage", { short_title: "Your account" }),
      "m/a.md": article("Words.\n\n## Next", { hub: "manage", search_terms: "[login, log on]" }),
    });
    expect(hubPage).toMatchObject({ href: "/m/", hub: "Help centre", page: "Hub manage", text: "All of manage" });
    expect(first).toEqual({
      href: "/m/a/",
      heading: "Passwords",
      page: "Passwords",
      hub: "Your account",
      lang: "en-GB",
      text: "About passwords\nWords.",
      searchTerms: ["login", "log on"],
    });
    expect(second).toMatchObject({ href: "/m/a/#next", heading: "Next", hub: "Your account", searchTerms: [] });
  });

  test("have no draft, unless the site has", async () => {
    const files = { "a.md": article("Secret words.", { draft: "true" }) };
    expect((await sectionsOf(files)).map(({ href }) => href)).not.toContain("/a/");
    expect((await sectionsOf(files, { drafts: true })).map(({ href }) => href)).toContain("/a/");
  });

  test("have plain pages, the ways to get in touch, and references that no page explains", async () => {
    const sections = await sectionsOf(
      {
        "cookies.md": page({ title: "Cookies", type: "page" }, "None."),
        "contact.yml":
          "introduction: Write to us.\nways:\n  - name: Phone\n    link: tel:03001234567\n    link_text: 0300 123 4567\n",
        "error-references.yml": "CID7023: { title: No connection, whatToDo: Try later. }\n",
      },
      { pathPrefix: "/help/" },
    );
    const byHref = new Map(sections.map((section) => [section.href, section]));
    expect(byHref.get("/help/cookies/")).toMatchObject({ heading: "Cookies", hub: null, text: "None." });
    expect(byHref.get("/help/contact/")?.text).toContain("Write to us.\nPhone: 0300 123 4567");
    expect(byHref.get("/help/errors/CID7023/")).toMatchObject({ heading: "No connection" });
    expect(byHref.get("/help/errors/CID7023/")?.text).toContain("CID7023\nTry later.");
    expect(byHref.has("/help/errors/")).toBe(true);
  });
});
