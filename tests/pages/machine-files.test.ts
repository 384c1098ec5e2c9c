import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { all, attribute } from "../support/page.ts";
import { builtSites, isFallback, readablePagesOf } from "../support/site-pages.ts";

describe.each(builtSites())("the site %s", (_name, site) => {
  test("lists exactly its pages in sitemap.xml, each at its one address, but none to write about one code or after", () => {
    const sitemap = readFileSync(join(site.folder, "sitemap.xml"), "utf8");
    const listed = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map((match) => match[1]);
    const pages = readablePagesOf(site).filter(
      (page) => !/^(\/cy)?\/contact\/./.test(page.address) && !isFallback(page),
    );
    const canonical = pages.flatMap(({ document }) =>
      all(document, 'link[rel="canonical"]').map((link) => attribute(link, "href")),
    );
    expect(listed.toSorted()).toEqual(canonical.toSorted());
    expect(listed.length).toBeGreaterThan(3);
  });

  test("says in robots.txt that all may be read, and where the sitemap is", () => {
    const robots = readFileSync(join(site.folder, "robots.txt"), "utf8");
    expect(robots).toContain("User-agent: *");
    expect(robots).not.toMatch(/^Disallow: *\S/m);
    expect(robots).toContain(`Sitemap: ${site.url}sitemap.xml`);
  });
});
