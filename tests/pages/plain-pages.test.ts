/** What the settings of site.yml make of a whole built site: its notices, and the plain pages that they fill in. */
import { describe, expect, test } from "vitest";
import { runCommand } from "../support/built-sites.ts";
import { all, attribute, only, readPage, textOf } from "../support/page.ts";
import { builtSite, editionOf, readablePagesOf } from "../support/site-pages.ts";

/** What stands above everything else, by where the edition begins. */
const exampleIn: Readonly<Record<string, string>> = {
  "/": "Example This is example content. It is not a real NHS service.",
  "/cy/": "Enghraifft Cynnwys enghreifftiol yw hwn. Nid yw'n wasanaeth go iawn gan y GIG.",
};

describe.each(["root", "prefixed"] as const)("the example site %s", (name) => {
  const site = builtSite(name);

  test("says on every page that it is an example, above everything else in the page, and keeps out search engines", () => {
    for (const { document, address } of readablePagesOf(site)) {
      const [first] = all(only(document, ".app-notices"), "p").map(textOf);
      expect(first, address).toBe(exampleIn[editionOf(address)]);
      expect(attribute(only(document, 'meta[name="robots"]'), "content"), address).toBe("noindex");
    }
  });

  test.each([
    ["accessibility-statement", "partially compliant with WCAG version 2.2, level AA", "mailto:help@example.org"],
    ["cookies", "This help centre does not set any cookies.", null],
    ["privacy", "Example NHS Trust decides how information about you is used here.", "mailto:dpo@example.org"],
  ])("has the page /%s/, filled in, with a link to it at the foot of every page", (path, words, href) => {
    const main = only(readPage(site.folder, `${path}/index.html`).document, "main");
    expect(textOf(main)).toContain(words);
    if (href !== null) expect(all(main, `a[href="${href}"]`).length).toBeGreaterThan(0);
    for (const { document, address } of readablePagesOf(site)) {
      const home = site.pathPrefix + editionOf(address).slice(1);
      expect(all(document, `footer a[href="${home}${path}/"]`), address).toHaveLength(1);
    }
  });
});

describe("check", () => {
  test("warns that the example is one, and finds nothing missing in what its pages are filled in with", async () => {
    const said = await runCommand("check", ["--content", "content"]);
    expect(said).toMatch(/site\.yml:\d+:\d+ warning \(example-content\)/);
    expect(said).toContain("it shows the NHS logo");
    expect(said).not.toMatch(/missing-setting|missing-statement/);
  });

  test("asks no statement of a bare folder of years ago, whose pages say nothing of an example", async () => {
    const said = await runCommand("check", ["--content", "tests/pages/old-folder"]);
    expect(said).not.toMatch(/missing-setting|missing-statement|example-content/);
    const { document } = readPage(builtSite("bare").folder, "index.html");
    expect([...all(document, ".app-notices"), ...all(document, 'meta[name="robots"]')]).toEqual([]);
  });
});
