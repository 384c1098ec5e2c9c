import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { editionsOf } from "../../src/model/edition.ts";
import { carriedPages, pageProblemHref } from "../../src/output/carried-pages.ts";
import { openLayouts } from "../../src/output/layouts.ts";
import { entriesOf } from "../../src/output/page-types.ts";
import { formTo, reference, siteOf } from "./site-values.ts";

const { text } = openLayouts(join(import.meta.dirname, "../../layouts"));
const site = siteOf({
  settings: { url: "https://example.org/help/", pathPrefix: "/help/" },
  hubs: [{ name: "manage", file: "manage/index.md", title: "Your account" }],
  articles: [{ file: "manage/café & co.md", title: "Cafés", hub: "manage" }],
  plainPages: [{ file: "cookies.md", title: "Cookies" }],
  errorReferences: [reference({ code: "CID7023", title: "No connection" })],
  contact: { form: formTo("/contact/send") },
  redirects: [{ from: "/old/", to: "/cookies/" }],
});
const withoutForm = { ...site, contact: { ...site.contact, form: null } };

/** Where each page's question leads, by the page's address. */
function questions(of: typeof site) {
  return Object.fromEntries(entriesOf(of, text).map(({ address, problemHref }) => [address, problemHref]));
}

describe("the question whether anything is wrong with a page", () => {
  test("leads to the contact page and names the page, by the path that it has on its host", () => {
    expect(questions(site)).toMatchObject({
      "/": "/help/contact/?page=/help/",
      "/manage/": "/help/contact/?page=/help/manage/",
      "/manage/café & co/": "/help/contact/?page=/help/manage/caf%C3%A9%20%26%20co/",
      "/cookies/": "/help/contact/?page=/help/cookies/",
    });
  });

  test("leads from a page about a reference to the contact page about it", () => {
    expect(questions(site)["/errors/CID7023/"]).toBe("/help/contact/CID7023/?page=/help/errors/CID7023/");
  });

  test("stands on no page that is not there to be read", () => {
    const silent = entriesOf(site, text).flatMap(({ type, problemHref }) => (problemHref === null ? [type] : []));
    expect([...new Set(silent)].toSorted()).toEqual([
      "contact",
      "contact-sent",
      "not-found",
      "redirect",
      "reference-list",
      "search",
    ]);
    const asking = entriesOf(site, text).flatMap(({ type, problemHref }) => (problemHref === null ? [] : [type]));
    expect([...new Set(asking)].toSorted()).toEqual(["article", "home", "hub", "page", "reference"]);
  });

  test("leads to the contact page alone where there is no form to carry anything", () => {
    expect(questions(withoutForm)).toMatchObject({
      "/manage/": "/help/contact/",
      "/errors/CID7023/": "/help/contact/CID7023/",
    });
  });

  test("names every page so that it is read back as it was", () => {
    const paths = carriedPages(site).map(({ path }) => path);
    const named = paths.map((path) => pageProblemHref(site, path.replace("/help", "")));
    const readBack = named.map((href) => new URL(href, "https://example.org/").searchParams.get("page"));
    expect(readBack).toEqual(paths);
  });
});

test("the pages that a message can be about are those that ask, each once, with its title", () => {
  const asking = Object.entries(questions(site)).flatMap(([address, href]) => (href === null ? [] : [address]));
  const paths = carriedPages(site).map(({ path }) => path);
  expect(paths.toSorted()).toEqual(asking.map((address) => `/help${address}`).toSorted());
  expect(carriedPages(site)).toContainEqual({
    path: "/help/manage/café & co/",
    href: "/help/manage/caf%C3%A9%20&%20co/",
    text: "Cafés",
  });
});

test("a page in another language leads to the contact page in that language, and has a path of its own", () => {
  const { settings, contact, services, plainPages } = site;
  const pages = plainPages.map((page) => ({
    ...page,
    title: "Cwcis",
    address: "/cy/cookies/",
    lang: "cy",
    translationOf: "cookies.md",
  }));
  const inWelsh = { ...settings, lang: "cy", pathPrefix: "/help/cy/", url: "https://example.org/help/cy/" };
  const welsh = { lang: "cy", settings: inWelsh, contact, services, pages, errorReferences: [], synonyms: [] };
  const editions = editionsOf({ ...site, translations: [welsh] });
  expect(editions).toHaveLength(2);
  expect(questions(editions[1]!)).toMatchObject({
    "/cookies/": "/help/cy/contact/?page=/help/cy/cookies/",
    "/manage/": "/help/cy/contact/?page=/help/cy/manage/",
    "/errors/CID7023/": "/help/cy/contact/CID7023/?page=/help/cy/errors/CID7023/",
  });
  const all = editions.flatMap((edition) => carriedPages(edition));
  const titles = new Map(all.map(({ path, text }) => [path, text]));
  expect(titles.size).toBe(all.length);
  expect(["/help/cookies/", "/help/cy/cookies/", "/help/cy/manage/"].map((path) => titles.get(path))).toEqual([
    "Cookies",
    "Cwcis",
    "Your account",
  ]);
});
