import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BuiltSite } from "../support/built-sites.ts";
import { countLinks, deadLinksOf } from "../support/links.ts";
import { builtSite, builtSites } from "../support/site-pages.ts";

describe.each(builtSites())("the site %s", (_name, site) => {
  test("has no link, asset or address of its own that leads nowhere", () => {
    expect(deadLinksOf(site)).toEqual([]);
  });

  test("has links to follow", () => {
    expect(countLinks(site, "index.html")).toBeGreaterThan(10);
  });
});

describe("following links", () => {
  const folder = mkdtempSync(join(tmpdir(), "links-test-"));
  const site = (): BuiltSite => ({ ...builtSite("prefixed"), folder });

  beforeAll(() => {
    mkdirSync(join(folder, "contact"));
    writeFileSync(join(folder, "contact/index.html"), `<h1 id="a:b">Contact</h1><a href="../#home">back</a>`);
    cpSync(join(folder, "contact/index.html"), join(folder, "index.html"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const reasonsFor = (html: string) => {
    writeFileSync(join(folder, "index.html"), `<p id="home">${html}`);
    return deadLinksOf(site()).map(({ reason }) => reason);
  };

  test("finds nothing wrong with links that arrive", () => {
    const links = [
      "contact/",
      "/help/contact/#a:b",
      "#home",
      "/help/contact/?error=CID1#a%3Ab",
      "https://elsewhere.example/",
    ];
    expect(reasonsFor(links.map((href) => `<a href="${href}">x</a>`).join(""))).toEqual([]);
  });

  test.each([
    [`<a href="/contact/">x</a>`, "leads out of the path that the site lives under"],
    [`<a href="/help/contact">x</a>`, "lacks the slash at its end"],
    [`<img src="/help/no.png">`, "leads to nothing"],
    [`<img src="contact/index.html" srcset="contact/index.html 1x, no.png 2x">`, "leads to nothing"],
    [`<a href="contact/#c">x</a>`, "leads to no part of the page"],
    [`<meta property="og:url" content="https://example.org/x/">`, "leads out of the path that the site lives under"],
  ])("finds %s", (html, reason) => {
    expect(reasonsFor(html)).toEqual([reason]);
  });
});
