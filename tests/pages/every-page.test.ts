import { describe, expect, test } from "vitest";
import { all, attribute, headingsOf, matches, only, pagesOf, textOf } from "../support/page.ts";
import type { BuiltPage, Element } from "../support/page.ts";
import { builtSites, editionOf, isFallback, isStub, readablePagesOf } from "../support/site-pages.ts";

const meta = (page: BuiltPage, name: string) => attribute(only(page.document, `meta[name="${name}"]`), "content") ?? "";
const titleOf = (page: BuiltPage) => textOf(only(page.document, "head title"));

describe.each(builtSites())("every page of the site %s", (name, site) => {
  const pages = readablePagesOf(site);

  test("has a title in the browser's tab that no other page has", () => {
    expect(new Set(pages.map(titleOf)).size).toBe(pages.length);
  });

  test("has a description of its own", () => {
    const descriptions = pages.map((page) => meta(page, "description"));
    expect(descriptions.filter((description) => description.trim().length < 10)).toEqual([]);
    // A page that nobody has translated is the same page as its original, and describes itself as that does.
    const own = pages.filter((page) => !isFallback(page)).map((page) => meta(page, "description"));
    expect(new Set(own).size).toBe(own.length);
    expect(own.length).toBeGreaterThan(pages.length / 2);
  });

  describe.each(pages.map((page) => [page.address, page] as const))("%s", (address, page) => {
    const { document } = page;

    test("has one h1, in main, and its title starts with the same words; home's starts with the site's name", () => {
      const h1 = only(document, "h1");
      expect(matches(h1, "main h1")).toBe(true);
      expect(textOf(h1)).not.toBe("");
      const siteName = attribute(only(document, 'meta[property="og:site_name"]'), "content") ?? "";
      const start = address === editionOf(address) ? siteName : textOf(h1);
      expect(titleOf(page).slice(0, start.length)).toBe(start);
    });

    test("has headings in order, and none of them empty", () => {
      // In words of years ago a leap is a warning to the editor, and stays.
      const isOld = (heading: Element) => name === "bare" && matches(heading, ".app-article-body h4");
      const inOrder = headingsOf(document).filter((heading) => !isOld(heading));
      const headings = inOrder.map((heading) => ({
        level: Number(heading.tagName[1]),
        text: textOf(heading),
      }));
      expect(headings.filter(({ text }) => text === "")).toEqual([]);
      expect(headings.filter(({ level }, index) => level > (headings[index - 1]?.level ?? 0) + 1)).toEqual([]);
    });

    test("says its language", () => {
      expect(attribute(only(document, "html"), "lang")).toMatch(/^[a-z]{2,3}(-[A-Z]{2})?$/);
    });

    test("starts with a link that skips to its one main part", () => {
      const [first] = all(document, "body a");
      expect(first && attribute(first, "href")).toBe("#maincontent");
      expect(attribute(only(document, "main"), "id")).toBe("maincontent");
    });

    test("has one header and one footer, outside its main part", () => {
      expect(matches(only(document, "header"), "main header")).toBe(false);
      expect(matches(only(document, "footer"), "main footer")).toBe(false);
    });

    test("has a name for analytics", () => {
      expect(meta(page, "pageName")).not.toBe("");
    });

    test("says at which address it stands", () => {
      const links = all(document, 'link[rel="canonical"]').map((link) => attribute(link, "href"));
      const home = editionOf(address);
      const whole = isFallback(page) ? `/${address.slice(home.length)}` : address;
      expect(links).toEqual(address === `${home}404.html` ? [] : [new URL(whole.slice(1), site.url).href]);
    });

    test("shows the way back up, unless it is home", () => {
      const crumbs = all(document, "nav.nhsuk-breadcrumb ol a").map((link) => attribute(link, "href"));
      const home = editionOf(address);
      expect(crumbs.slice(0, 1)).toEqual(address === home ? [] : [site.pathPrefix + home.slice(1)]);
      expect(crumbs).not.toContain(site.pathPrefix + address.slice(1));
    });
  });

  test("that stands at an old address leads on, by itself and by a link, and is not listed by search engines", () => {
    for (const stub of pagesOf(site.folder).filter(isStub)) {
      const to = attribute(only(stub.document, "main a"), "href");
      const refresh = attribute(only(stub.document, 'meta[http-equiv="refresh"]'), "content");
      expect(refresh).toBe(`0; url=${to}`);
      expect(meta(stub, "robots")).toBe("noindex");
    }
  });
});
