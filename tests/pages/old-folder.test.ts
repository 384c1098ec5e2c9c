/** A folder of years ago, with nothing in it but articles, hubs and leftovers, builds as it is. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCommand } from "../support/built-sites.ts";
import { all, attribute, filesOf, only, readPage, textOf } from "../support/page.ts";
import { builtSite } from "../support/site-pages.ts";

const site = builtSite("bare");
const page = (path: string) => readPage(site.folder, path).document;

describe("a folder with no site.yml, no index.md and no registers", () => {
  test("builds with warnings and without an error; check names the file, the line and the column of each", async () => {
    expect(site.said).toMatch(/\b\d+ warnings/);
    const checked = await runCommand("check", ["--content", "tests/pages/old-folder"]);
    expect(checked).toMatch(/sign-in-problems\.md:\d+:\d+/);
    expect(checked).not.toMatch(/^error\b/m);
  });

  test("has a home page made from the hubs and articles whose hub is home, in order", () => {
    const cards = all(page("index.html"), "main .nhsuk-card a");
    expect(cards.map((link) => [attribute(link, "href"), textOf(link)])).toEqual([
      ["/manage/", "Manage your account"],
      ["/phone-codes/", "Codes on your phone"],
      ["/sign-in-problems/", "Problems signing in"],
    ]);
  });

  test("has hubs inside hubs, with the way back up", () => {
    const crumbs = all(page("manage/delete/what-we-keep/index.html"), "nav.nhsuk-breadcrumb ol a");
    expect(crumbs.map((link) => attribute(link, "href"))).toEqual(["/", "/manage/", "/manage/delete/"]);
  });

  test("publishes the picture that a page uses, and none of the leftovers", () => {
    const published = filesOf(site.folder);
    expect(published.filter((file) => file.endsWith(".png") && file.includes("phone"))).toHaveLength(1);
    expect(published.filter((file) => /manage\.|list\.|content\.json|notes/.test(file))).toEqual([]);
  });
});

describe("HTML of years ago", () => {
  const article = only(page("sign-in-problems/index.html"), ".app-article-body");

  test("keeps its words and loses what cannot be kept", () => {
    expect(textOf(article)).toContain("Most people can sign in again after trying one of these.");
    expect(textOf(article)).toContain("Have your phone with you.");
    for (const gone of ["center", "font"]) expect(all(article, gone)).toEqual([]);
    for (const gone of ["[style]", "[align]", "[role]", "[bgcolor]", "[border]"])
      expect(all(article, `p${gone}`)).toEqual([]);
  });

  test("keeps lists, notes in numbered steps, and what stands in expanders", () => {
    const steps = all(article, "ol").flatMap((list) => all(list, "li").map(textOf));
    expect(steps).toEqual([
      "Go to the sign in page.",
      "Choose the link under the button. Information: It only works for 15 minutes.",
      "Type the code.",
    ]);
    const expander = only(article, "details");
    expect(all(expander, "li").map(textOf)).toEqual(["your phone is on", "your number is right"]);
    expect(all(expander, "td").map(textOf)).toEqual(["Text message", "1 minute"]);
    expect(all(article, "pre")).toEqual([]);
  });

  test("shows what looks like a template as it was typed", () => {
    const source = readFileSync(join(site.folder, "phone-codes/index.html"), "utf8");
    expect(source).toContain("{{ now }}");
    expect(source).toContain("{% include");
  });
});
