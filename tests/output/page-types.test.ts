import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openLayouts } from "../../src/output/layouts.ts";
import { entriesOf, pageTypes } from "../../src/output/page-types.ts";
import type { TextIn } from "../../src/output/page-entry.ts";
import type { Entry } from "../../src/output/entry.ts";
import type { Site } from "../../src/model/site.ts";
import { formTo, reference, siteOf } from "./site-values.ts";

const layouts = openLayouts(join(import.meta.dirname, "../../layouts"));

const manage = { file: "manage/index.md", name: "manage", title: "Manage your account", shortTitle: "Manage" } as const;
const email = { file: "manage/email/index.md", name: "email", hub: "manage", title: "Email" } as const;

function entries(site: Site): ReadonlyMap<string, Entry> {
  return new Map(entriesOf(site, layouts.text).map((entry) => [entry.address, entry]));
}

function titles(site: Site): readonly string[] {
  return entriesOf(site, layouts.text).map((entry) => entry.documentTitle);
}

describe("entriesOf", () => {
  const site = siteOf({
    settings: { name: "Login help", organisation: "NHS", url: "https://example.org/help/", pathPrefix: "/help/" },
    home: { title: "Help with your login", shortTitle: "Home" },
    hubs: [manage, email],
    articles: [
      {
        file: "manage/email/change.md",
        hub: "email",
        title: "Change it",
        subtitle: "How to change it",
        html: "<p>Words</p>",
        headings: [
          { text: "Before", id: "before" },
          { level: 3, text: "Inside", id: "inside" },
          { text: "", id: "section" },
          { text: "Après", id: "après" },
        ],
        lastReviewed: "2026-01-31",
      },
      { file: "codes.md", title: "Codes", shortTitle: "Your codes", firstSentence: "We send codes." },
    ],
    plainPages: [{ file: "cookies.md", title: "Cookies" }],
    contact: { form: formTo("/contact/send") },
    errorReferences: [
      reference({ code: "CID7023", title: "Known", home: { address: "/manage/email/change/", headingId: null } }),
    ],
    redirects: [
      { from: "/old/", to: "/codes/#send" },
      { from: "/older.html", to: "https://www.example.com/new" },
    ],
  });

  test("makes a page of every kind, each with the file that a server looks for", () => {
    const files = entriesOf(site, layouts.text).map(({ type, outputPath }) => `${type} ${outputPath}`);
    expect(files).toEqual([
      "home index.html",
      "hub manage/index.html",
      "hub manage/email/index.html",
      "article manage/email/change/index.html",
      "article codes/index.html",
      "page cookies/index.html",
      "reference-list errors/index.html",
      "reference errors/CID7023/index.html",
      "search search/index.html",
      "contact contact/index.html",
      "contact contact/CID7023/index.html",
      "contact-sent contact/sent/index.html",
      "not-found 404.html",
      "redirect old/index.html",
      "redirect older.html",
      "redirect errors/7023/index.html",
      "redirect errors/CID7O23/index.html",
    ]);
    expect(new Set(files.map((file) => file.split(" ")[0]))).toEqual(new Set(pageTypes.map(({ type }) => type)));
  });

  test("names pages as the service manual does, home by the site alone", () => {
    const named = (address: string) => entries(site).get(address)?.documentTitle;
    expect(named("/")).toBe("Login help – NHS");
    expect(named("/manage/")).toBe("Manage your account – Login help – NHS");
    expect(named("/manage/email/")).toBe("Email – Manage – Login help – NHS");
    expect(named("/manage/email/change/")).toBe("Change it – Email – Login help – NHS");
    expect(named("/cookies/")).toBe("Cookies – Login help – NHS");
    expect(named("/404.html")).toBe("Page not found – Login help – NHS");
  });

  test("gives an article what its layout places, ready to print", () => {
    expect(entries(site).get("/manage/email/change/")).toMatchObject({
      layout: "article.njk",
      title: "Change it",
      description: "How to change it",
      canonical: "https://example.org/help/manage/email/change/",
      html: "<p>Words</p>",
      breadcrumbs: [
        { text: "Home", href: "/help/" },
        { text: "Manage", href: "/help/manage/" },
        { text: "Email", href: "/help/manage/email/" },
      ],
      contents: [
        { text: "Before", href: "#before" },
        { text: "Après", href: "#après" },
      ],
      lastReviewed: "31 January 2026",
      nextReview: null,
    });
  });

  test("says which language stands around a page's own: its own where the layouts speak it, else English", () => {
    const site = siteOf({
      articles: [
        { file: "cy.md", lang: "cy" },
        { file: "en.md", lang: "en-IE" },
        { file: "fr.md", lang: "fr" },
      ],
    });
    const frames = (textIn: TextIn) =>
      entriesOf(site, textIn)
        .filter(({ type }) => type === "article")
        .map(({ frameLang }) => frameLang);
    expect(frames(layouts.text)).toEqual(["cy", "en-IE", "en-GB"]);
    expect(frames(() => layouts.text("en"))).toEqual(["en-GB", "en-IE", "en-GB"]);
  });

  test("writes days in the language of the words beside them: English where a page's own has none", () => {
    const reviewed = (lang: string) => {
      const site = siteOf({ articles: [{ file: "a.md", lang, lastReviewed: "2020-01-31" }] });
      return entriesOf(site, layouts.text).find(({ address }) => address === "/a/")?.lastReviewed;
    };
    expect(reviewed("cy")).toBe("31 Ionawr 2020");
    expect(reviewed("fr")).toBe("31 January 2020");
  });

  test("lists what a hub holds, in its order, and every article by hub on the search page", () => {
    expect(entries(site).get("/manage/")?.items).toEqual([
      { text: "Email", href: "/help/manage/email/", description: null, type: "hub" },
    ]);
    const hubs = [
      ["Help with your login", ["Codes"]],
      ["Email", ["Change it"]],
    ];
    const listed = entries(site).get("/search/")?.hubs;
    expect(listed?.map((hub) => [hub.text, hub.items.map((item) => item.text)])).toEqual(hubs);
  });

  test("lists on the 404 page what home lists", () => {
    expect(
      entries(site)
        .get("/404.html")
        ?.items.map(({ text }) => text),
    ).toEqual(["Codes", "Manage your account"]);
  });

  test("holds every error code ready on the search and 404 pages, and the pages that explain them on the latter", () => {
    const errorReferences = [
      reference({ code: "CID1", title: "One", home: { address: "/codes/", headingId: "après" } }),
      reference({ code: "CID2", title: "Two", home: { address: "/codes/", headingId: null } }),
    ];
    const made = entries({ ...site, errorReferences });
    const views = [
      { code: "CID1", title: "One", href: "/help/errors/CID1/" },
      { code: "CID2", title: "Two", href: "/help/errors/CID2/" },
    ];
    expect(made.get("/search/")?.errorReferences).toEqual(views);
    expect(made.get("/404.html")).toMatchObject({
      errorReferences: views,
      referencePages: [{ text: "Codes", href: "/help/codes/" }],
    });
    expect(made.get("/codes/")).toMatchObject({ errorReferences: [], referencePages: [] });
  });

  test("takes the first sentence as the description of a page without a subtitle, else words of the layouts", () => {
    expect(entries(site).get("/codes/")?.description).toBe("We send codes.");
    expect(entries(site).get("/cookies/")?.description).toBe("Cookies: help and support.");
  });

  test("leads on from old addresses, with the fragment, to this site or another", () => {
    expect(entries(site).get("/old/")).toMatchObject({
      items: [{ text: "Codes", href: "/help/codes/#send" }],
      canonical: "https://example.org/help/codes/",
    });
    expect(entries(site).get("/older.html")?.items[0]?.href).toBe("https://www.example.com/new");
  });

  test("makes no page at an old address that has one, whatever its capitals, or that no file can stand for", () => {
    const redirects = [
      "/Codes/",
      "/codes/",
      "/%2e%2e/secret/",
      "/a%00b/",
      "/a%0Ab/",
      `/${"a".repeat(300)}/`,
      "/%zz/",
    ].map((from) => ({
      from,
      to: "/",
    }));
    redirects.push({ from: "/fine/", to: "https://[" });
    const made = entriesOf(siteOf({ articles: [{ file: "codes.md" }], redirects }), layouts.text);
    expect(made.filter((entry) => entry.type === "redirect")).toEqual([]);
  });

  test("has no address for the 404 page, and none for any page while the site's is not known", () => {
    expect(entries(site).get("/404.html")?.canonical).toBeNull();
    expect(entries(siteOf({})).get("/")?.canonical).toBeNull();
  });

  test("tells pages of one title apart by the hubs above them, at last by the address", () => {
    const twice = siteOf({
      hubs: [manage, email, { file: "phone/index.md", name: "phone", hub: "home", title: "Phone" }],
      articles: [
        { file: "manage/email/change.md", hub: "email", title: "Change it" },
        { file: "manage/email/change-2.md", hub: "email", title: "Change it" },
        { file: "phone/change.md", hub: "phone", title: "Change it" },
      ],
    });
    expect(titles(twice).filter((title) => title.startsWith("Change it"))).toEqual([
      "Change it – Email – Manage – /manage/email/change/ – Help centre",
      "Change it – Email – Manage – /manage/email/change-2/ – Help centre",
      "Change it – Phone – Help centre",
    ]);
  });

  test("gives a hundred pages of one title and one sentence a name and a description each", () => {
    const articles = Array.from({ length: 100 }, (_, index) => ({
      file: `page-${index}.md`,
      title: "Help",
      firstSentence: "Get help.",
    }));
    const made = entriesOf(siteOf({ articles }), layouts.text);
    expect(new Set(made.map((entry) => entry.documentTitle)).size).toBe(made.length);
    expect(new Set(made.map((entry) => entry.description)).size).toBe(made.length);
  });

  test("does not say a part of the name twice, and leaves home's name as it is", () => {
    const site = siteOf({
      settings: { name: "Help", organisation: "Help" },
      articles: [{ file: "a.md", title: "Help" }],
    });
    expect(titles(site).slice(0, 3)).toEqual(["Help", "Help – /a/", "Search – Help"]);
  });
});
