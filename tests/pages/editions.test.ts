/** The help centre in Welsh: every page of it is there, and leads on in Welsh. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { all, attribute, only, pagesOf, readPage, textOf } from "../support/page.ts";
import type { BuiltPage } from "../support/page.ts";
import { builtSite } from "../support/site-pages.ts";

const isStub = ({ document }: BuiltPage) => all(document, 'meta[http-equiv="refresh"]').length > 0;

describe.each(["root", "prefixed"] as const)("on the site %s", (name) => {
  const site = builtSite(name);
  const pages = pagesOf(site.folder).filter((page) => !isStub(page));
  const isWelsh = ({ path }: BuiltPage) => path.startsWith("cy/");
  const welsh = pages.filter(isWelsh);
  const english = pages.filter((page) => !isWelsh(page));
  const read = (path: string) => readPage(site.folder, `${path}index.html`).document;
  const hrefs = (page: BuiltPage, selector: string) =>
    all(page.document, selector).map((link) => attribute(link, "href") ?? "");

  test("every page is there in Welsh, in a frame in Welsh", () => {
    expect(welsh.length).toBeGreaterThan(60);
    expect(welsh.length).toBe(english.length);
    expect(welsh.filter(({ document }) => attribute(only(document, "html"), "lang") !== "cy")).toEqual([]);
    expect(english.filter(({ document }) => attribute(only(document, "html"), "lang") !== "en-GB")).toEqual([]);
  });

  test("every page leads to the same one in the other language, and back", () => {
    const toOther = new Map(
      pages.map((page) => [
        site.pathPrefix + page.path.replace(/index\.html$/, ""),
        hrefs(page, ".app-language-link a"),
      ]),
    );
    for (const [path, [other, ...more]] of toOther) {
      expect(more).toEqual([]);
      const back = toOther.get(other ?? "");
      expect(path.endsWith("404.html") ? [path] : back, path).toEqual([path]);
    }
  });

  test("no page leads from one language to the other but by links that say so", () => {
    const prefix = `${site.pathPrefix}cy/`;
    for (const page of pages) {
      const silent = all(page.document, "a[href]").filter(
        (link) => attribute(link, "lang") === null && attribute(link, "hreflang") === null,
      );
      const ours = silent
        .map((link) => attribute(link, "href") ?? "")
        .filter((href) => href.startsWith(site.pathPrefix));
      const isPage = (href: string) => /\/(?:[?#].*)?$/.test(href);
      const astray = ours.filter((href) => isPage(href) && href.startsWith(prefix) !== isWelsh(page));
      expect(astray, page.path).toEqual([]);
    }
  });

  test("a page that nobody has translated says so, and no other does", () => {
    const fallback = welsh.filter(({ document }) => all(document, ".app-fallback-notice").length > 0);
    expect(fallback.length).toBeGreaterThan(10);
    expect(fallback.length).toBeLessThan(welsh.length);
    for (const { path, document } of fallback) {
      const canonical = attribute(only(document, 'link[rel="canonical"]'), "href");
      expect(canonical, path).toBe(new URL(path.replace(/^cy\//, "").replace(/index\.html$/, ""), site.url).href);
      expect(all(document, "link[hreflang]"), path).toEqual([]);
    }
    expect(english.filter(({ document }) => all(document, ".app-fallback-notice").length > 0)).toEqual([]);
  });

  test("search engines are told of both languages, each by the other, and of nothing that is not translated", () => {
    const sitemap = readFileSync(join(site.folder, "sitemap.xml"), "utf8");
    const listed = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = ""]) => address);
    for (const { path, document } of pages) {
      const alternates = all(document, "link[hreflang]").map((link) => attribute(link, "href") ?? "");
      if (alternates.length === 0) continue;
      expect(alternates).toHaveLength(3);
      expect(alternates, path).toContain(new URL(path.replace(/index\.html$/, ""), site.url).href);
      for (const address of alternates) expect(listed).toContain(address);
    }
    const own = listed.filter((address) => address.startsWith(`${site.url}cy/`));
    const translated = welsh.filter(({ document }) => all(document, ".app-fallback-notice").length === 0);
    expect(own.length).toBeLessThanOrEqual(translated.length);
    expect(own).toContain(`${site.url}cy/`);
  });

  test("home, a hub, an article, search, errors and contact speak Welsh", () => {
    const heading = (path: string) => textOf(only(read(path), "h1"));
    expect(["cy/", "cy/search/", "cy/errors/", "cy/contact/", "cy/contact/sent/"].map(heading)).toEqual([
      "Help gyda'ch NHS login",
      "Chwilio",
      "Cyfeirnodau gwall",
      "Cysylltu â ni",
      "Mae eich neges gennym",
    ]);
    for (const path of ["cy/sign-in/", "cy/sign-in/security-codes/"]) {
      expect(all(read(path), "h1[lang], .app-article-body[lang]"), path).toEqual([]);
    }
  });

  test("the contact form marks the one name of a service that stays as it is, and no other answer, as all are in Welsh", () => {
    const answers = (path: string) =>
      [".nhsuk-radios__label", "option"].flatMap((selector) =>
        all(only(read(path), ".app-contact-form"), selector).map(
          (one) => [textOf(one), attribute(one, "lang")] as const,
        ),
      );
    expect(answers("cy/contact/").filter(([, lang]) => lang !== null)).toEqual([["NHS App", "en-GB"]]);
    const inWelsh = new Map(answers("cy/contact/"));
    expect([inWelsh.get("Ni allaf fewngofnodi"), inWelsh.get("Cynllun gofal deintyddol")]).toEqual([null, null]);
    expect(inWelsh.size).toBe(new Map(answers("contact/")).size);
    const englishNames = new Set(answers("contact/").map(([name]) => name));
    expect(answers("cy/contact/").filter(([name, lang]) => englishNames.has(name) !== (lang === "en-GB"))).toEqual([]);
    expect(answers("contact/").filter(([, lang]) => lang !== null)).toEqual([]);
  });
});

test("a site in one language has nothing of another", () => {
  const pages = pagesOf(builtSite("bare").folder);
  const traces = '[hreflang], .app-language-link, .app-fallback-notice, input[name="language"]';
  expect(pages.filter(({ document }) => all(document, traces).length > 0)).toEqual([]);
});
