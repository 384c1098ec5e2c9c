import { describe, expect, test } from "vitest";
import { formOfSite } from "../../src/cli/form-of-site.ts";
import type { WholeSearchIndex } from "../../src/model/search-index.ts";
import { emptyForm } from "../../src/output/contact-form-view.ts";
import type { Entry } from "../../src/output/entry.ts";
import type { CatalogueReference } from "../../src/output/error-catalogue.ts";
import { openLayouts } from "../../src/output/layouts.ts";
import { editionFiles } from "../../src/output/edition-files.ts";
import { sitemapFile } from "../../src/output/machine-files.ts";
import { sitePages } from "../../src/output/render-pages.ts";
import { parse } from "parse5";
import { all, attribute, only, textOf } from "../support/page.ts";
import type { Node } from "../support/page.ts";
import type { FilesInMemory } from "../support/site-from.ts";
import { article, hub, page, siteFrom } from "../support/site-from.ts";
import { assetsOfTest } from "./site-values.ts";

const layouts = openLayouts("layouts");

const english: FilesInMemory = {
  "site.yml": "name: Help centre\nurl: https://example.org/help/\n",
  "contact.yml": "ways: [{name: Phone}]\nform: {address: /contact/send}\n",
  "index.md": page({ title: "Help", type: "hub" }),
  "sign-in/index.md": hub("sign-in", { title: "Sign in" }),
  "sign-in/codes.md": article("## CID7023: No answer\n\nWait.\n\n## CID7029: Busy\n\nWait.\n", {
    title: "Codes",
    hub: "sign-in",
  }),
  "sign-in/passkeys.md": article("Words.\n", { title: "Passkeys", hub: "sign-in", position: "2" }),
};

const welshFront: FilesInMemory = { "cy/index.md": page({ title: "Cymorth" }) };

const welsh: FilesInMemory = {
  ...welshFront,
  "cy/codau.md": page({ title: "Codau", translationOf: "sign-in/codes.md" }, "## CID7023: Dim ateb\n\nArhoswch.\n"),
};

async function pagesOf(files: FilesInMemory) {
  const { site } = await siteFrom(files, { languages: layouts.languages });
  const pages = sitePages({ site, layouts, assets: assetsOfTest.view });
  const entry = (path: string): Entry => {
    const found = pages.entries.find(({ outputPath }) => [path, `${path}index.html`].includes(outputPath));
    if (found === undefined) throw new Error(`There is no page ${path}`);
    return found;
  };
  return { site, pages, entry, page: (path: string) => parse(pages.render(entry(path))) };
}

const inTwo = () => pagesOf({ ...english, ...welsh });
const links = (found: Node, selector: string) =>
  all(found, selector).map((link) => [textOf(link), attribute(link, "lang"), attribute(link, "href")]);

describe("a page on a site in two languages", () => {
  test("links to itself in the other one, in that one's words", async () => {
    const { page: shown } = await inTwo();
    const to = (path: string) => links(shown(path), ".app-language-link a");
    expect(to("sign-in/codes/")).toEqual([["Cymraeg", "cy", "/help/cy/codau/"]]);
    expect(to("cy/codau/")).toEqual([["English", "en-GB", "/help/sign-in/codes/"]]);
    expect(to("cy/sign-in/passkeys/")).toEqual([["English", "en-GB", "/help/sign-in/passkeys/"]]);
    expect(to("contact/CID7023/")).toEqual([["Cymraeg", "cy", "/help/cy/contact/CID7023/"]]);
    expect(to("cy/search/")).toEqual([["English", "en-GB", "/help/search/"]]);
  });

  test("names for search engines every language that it is written in, both ways, where the address is known", async () => {
    const { page: shown } = await inTwo();
    const alternates = (path: string) =>
      all(shown(path), 'link[rel="alternate"][hreflang]').map((link) => [
        attribute(link, "hreflang"),
        attribute(link, "href"),
      ]);
    const both = [
      ["en-GB", "https://example.org/help/sign-in/codes/"],
      ["cy", "https://example.org/help/cy/codau/"],
      ["x-default", "https://example.org/help/sign-in/codes/"],
    ];
    expect(alternates("sign-in/codes/")).toEqual(both);
    expect(alternates("cy/codau/")).toEqual(both);
    expect(alternates("cy/sign-in/passkeys/")).toEqual([]);
    expect(alternates("sign-in/passkeys/")).toEqual([]);
    const { page: without } = await pagesOf({ ...english, ...welsh, "site.yml": "name: Help centre\n" });
    expect(all(without("cy/codau/"), "link[hreflang]")).toEqual([]);
  });

  test("that nobody has translated says so, is the original to search engines, and marks the original's words", async () => {
    const { page: shown } = await inTwo();
    const fallback = shown("cy/sign-in/passkeys/");
    expect(attribute(only(fallback, "html"), "lang")).toBe("cy");
    expect(textOf(only(fallback, "main .app-fallback-notice"))).toContain(
      "Nid yw'r dudalen hon ar gael yn Gymraeg eto",
    );
    expect(["title", "h1", ".app-article-body"].map((part) => attribute(only(fallback, part), "lang"))).toEqual([
      "en-GB",
      "en-GB",
      "en-GB",
    ]);
    expect(attribute(only(fallback, 'link[rel="canonical"]'), "href")).toBe(
      "https://example.org/help/sign-in/passkeys/",
    );
    expect(attribute(only(fallback, 'meta[name="robots"]'), "content")).toBe("noindex");
    for (const path of ["sign-in/passkeys/", "cy/codau/", "cy/search/", "cy/contact/"]) {
      expect(all(shown(path), ".app-fallback-notice")).toEqual([]);
    }
  });

  test("marks the words of links to pages in another language", async () => {
    const { page: shown } = await inTwo();
    const home = shown("cy/");
    expect(all(home, ".nhsuk-header__navigation-item[lang]").map((item) => attribute(item, "lang"))).toEqual(["en-GB"]);
    expect(attribute(only(home, ".nhsuk-card"), "lang")).toBe("en-GB");
    expect(links(shown("cy/sign-in/passkeys/"), ".nhsuk-breadcrumb__link")).toEqual([
      ["Cymorth", null, "/help/cy/"],
      ["Sign in", "en-GB", "/help/cy/sign-in/"],
    ]);
    expect(links(shown("cy/sign-in/passkeys/"), ".app-hub-neighbours li a")).toEqual([
      ["Codau", null, "/help/cy/codau/"],
    ]);
    expect(all(shown("sign-in/passkeys/"), "main [lang], header [lang], footer [lang]")).toEqual([]);
  });

  test("about an error code has the words of the translation, and else those of the original", async () => {
    const { page: shown } = await inTwo();
    const translated = shown("cy/errors/CID7023/");
    expect(textOf(only(translated, "h1"))).toBe("Dim ateb");
    expect(textOf(only(translated, ".app-article-body"))).toBe("Arhoswch.");
    expect(all(translated, "main [lang]")).toEqual([]);
    const original = shown("cy/errors/CID7029/");
    expect(textOf(only(original, ".app-article-body"))).toBe("Wait.");
    expect(["h1", ".app-article-body"].map((part) => attribute(only(original, part), "lang"))).toEqual([
      "en-GB",
      "en-GB",
    ]);
    expect(textOf(only(original, "main"))).toContain("Nid yw'r dudalen hon ar gael yn Gymraeg eto");
    expect(links(original, ".app-reference-page__ways a")[0]).toEqual([
      "Codes",
      "en-GB",
      "/help/sign-in/codes/#cid7029-busy",
    ]);
  });

  test("that is not there names each page with words about codes, translated or not", async () => {
    const { entry } = await inTwo();
    expect(entry("404.html").referencePages).toEqual([{ text: "Codes", href: "/help/sign-in/codes/" }]);
    expect(entry("cy/404.html").referencePages).toEqual([
      { text: "Codau", href: "/help/cy/codau/" },
      { text: "Codes", href: "/help/sign-in/codes/", lang: "en-GB" },
    ]);
    expect((await pagesOf({ ...english, ...welshFront })).entry("cy/404.html").referencePages).toEqual([
      { text: "Codes", href: "/help/cy/sign-in/codes/", lang: "en-GB" },
    ]);
  });

  test("sends its form to the one receiver, and says in which language to answer", async () => {
    const { page: shown } = await inTwo();
    const sent = (path: string) =>
      [
        attribute(only(shown(path), ".app-contact-form"), "action"),
        all(shown(path), 'input[name="language"]').map((field) => attribute(field, "value")),
      ] as const;
    expect(sent("cy/contact/")).toEqual(["/help/contact/send", ["cy"]]);
    expect(sent("contact/")).toEqual(["/help/contact/send", []]);
  });
});

describe("what registers say", () => {
  const contact = "introduction: Hello\nways: [{name: Phone}]\nform: {address: /contact/send}\n";

  test("is marked where nobody has translated it", async () => {
    const { page: shown } = await pagesOf({ ...english, ...welsh, "contact.yml": contact });
    const marked = all(shown("cy/contact/"), "main [lang]").map((part) => [attribute(part, "lang"), textOf(part)]);
    expect(marked).toEqual([
      ["en-GB", "Hello"],
      ["en-GB", "Phone"],
    ]);
    expect(all(shown("contact/"), "main [lang]")).toEqual([]);
  });

  test("is not marked where it is translated", async () => {
    const translated = { "cy/contact.yml": "introduction: Helo\nways: [{name: Ffôn}]\n" };
    const { page: shown } = await pagesOf({ ...english, ...welsh, "contact.yml": contact, ...translated });
    expect(all(shown("cy/contact/"), "main [lang]")).toEqual([]);
    expect(textOf(only(shown("cy/contact/"), "main"))).toContain("Ffôn");
  });

  const asked = {
    "contact.yml": [
      "ways: []",
      "form:",
      "  address: /contact/send",
      "  problems: {sign-in: I cannot sign in, app: NHS App, other: Something else}",
      "  first_services: [gp]",
    ].join("\n"),
    "services.yml": "gp: GP online\nletters: Letters\nvaccines: Book a vaccine\n",
    "cy/services.yml": "letters: Llythyrau\n",
    "cy/contact.yml": "form: {problems: {sign-in: Ni allaf fewngofnodi, app: NHS App}}\n",
  };

  test("is marked at each answer of the form that nobody has translated, and at no other", async () => {
    const { page: shown } = await pagesOf({ ...english, ...welsh, ...asked });
    const answers = (path: string) =>
      [".nhsuk-radios__label", "option"].flatMap((selector) =>
        all(shown(path), selector).map((one) => [textOf(one), attribute(one, "lang")]),
      );
    expect(answers("cy/contact/")).toEqual([
      ["GP online", "en-GB"],
      ["Gwefan neu ap arall", null],
      ["Ni allaf fewngofnodi", null],
      ["NHS App", null],
      ["Something else", "en-GB"],
      ["Dewiswch wefan neu ap", null],
      ["Book a vaccine", "en-GB"],
      ["Llythyrau", null],
      ["Nid yw ar y rhestr hon", null],
    ]);
    const radios = all(shown("cy/contact/"), 'input[type="radio"]').map((radio) => attribute(radio, "lang"));
    expect(radios).toEqual(["en-GB", null, null, null, "en-GB"]);
    expect(answers("contact/").filter(([, lang]) => lang !== null)).toEqual([]);
  });
});

describe("the page that the receiver answers a form with", () => {
  async function answers() {
    const { site } = await pagesOf({ ...english, ...welsh });
    const form = formOfSite(site, layouts, assetsOfTest.view)?.form;
    if (form === undefined) throw new Error("There is no form");
    return form;
  }

  test("is in the language of the form, and carries it on", async () => {
    const form = await answers();
    const state = { ...emptyForm, faults: [{ field: "name", kind: "missing" }] } as const;
    const inWelsh = parse(form.otherLanguages.get("cy")?.page(state) ?? "");
    expect(attribute(only(inWelsh, "html"), "lang")).toBe("cy");
    expect(textOf(only(inWelsh, ".nhsuk-error-summary h2"))).toBe("Mae problem");
    expect(attribute(only(inWelsh, 'input[name="language"]'), "value")).toBe("cy");
    expect(attribute(only(parse(form.page(state)), "html"), "lang")).toBe("en-GB");
    expect([...form.rules.languages]).toEqual(["cy"]);
  });

  test("has no link to another language, where what was typed would be lost", async () => {
    const form = await answers();
    for (const page of [form.page, form.otherLanguages.get("cy")!.page]) {
      for (const notice of ["not-sent", null] as const) {
        const answered = parse(page({ ...emptyForm, typed: { name: "Ann" }, notice }));
        expect([...all(answered, ".app-language-link"), ...all(answered, "[hreflang]")]).toEqual([]);
      }
    }
  });
});

describe("a page at an old address", () => {
  const stub = (found: Node) => links(found, "main a")[0];

  test("names the page that it leads to, whatever the language of that one", async () => {
    const redirects = [
      "/old/: /sign-in/codes/",
      "/cy/hen/: /cy/codau/#hen",
      "/cy/hen-wall/: /cy/errors/CID7023/",
      "/cy/wall/: /cy/errors/CID7029/",
      "/cy/allweddi/: /cy/sign-in/passkeys/",
    ];
    const { page: shown } = await pagesOf({ ...english, ...welsh, "redirects.yml": redirects.join("\n") });
    expect(stub(shown("old/"))).toEqual(["Codes", null, "/help/sign-in/codes/"]);
    expect(stub(shown("cy/hen/"))).toEqual(["Codau", "cy", "/help/cy/codau/#hen"]);
    expect(stub(shown("cy/hen-wall/"))).toEqual(["CID7023: Dim ateb", "cy", "/help/cy/errors/CID7023/"]);
    expect(stub(shown("cy/wall/"))).toEqual(["CID7029: Busy", null, "/help/cy/errors/CID7029/"]);
    expect(stub(shown("cy/allweddi/"))).toEqual(["Passkeys", null, "/help/cy/sign-in/passkeys/"]);
    expect(stub(shown("cy/errors/7023/"))).toEqual(["CID7023: Dim ateb", null, "/help/cy/errors/CID7023/"]);
    expect(stub(shown("cy/errors/7029/"))).toEqual(["CID7029: Busy", "en-GB", "/help/cy/errors/CID7029/"]);
  });

  test("gives way to the page that has its file, translated or not", async () => {
    const redirects = "/cy/codau/index.html: /\n/cy/sign-in/passkeys/index.html: /\n/CY/Sign-in/index.html: /\n";
    const { pages, entry } = await pagesOf({ ...english, ...welsh, "redirects.yml": redirects });
    expect(["cy/codau/", "cy/sign-in/passkeys/", "cy/sign-in/"].map((path) => entry(path).type)).toEqual([
      "article",
      "article",
      "hub",
    ]);
    expect(pages.editions[0]?.entries.filter(({ outputPath }) => /^cy/i.test(outputPath))).toEqual([]);
  });
});

describe("the files of an edition", () => {
  test("stand in its own folder: its catalogue, its search index, its list of pages", async () => {
    const { pages } = await inTwo();
    const [own, edition] = pages.editions.map((one) => editionFiles(one));
    expect(edition?.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        "cy/api/errors.json",
        "cy/api/errors/CID7023.json",
        "cy/api/pages.json",
        "cy/api/search.json",
      ]),
    );
    expect(own?.map(({ path }) => path)).not.toContain("api/pages.json");
    const catalogue = JSON.parse(edition?.find(({ path }) => path === "cy/api/errors/CID7023.json")?.content ?? "");
    expect(catalogue).toMatchObject({
      title: "Dim ateb",
      language: "cy",
      page: "https://example.org/help/cy/errors/CID7023/",
    });
  });

  test("name as the article about a code the one that has the words, with its day: the translation, or else the original", async () => {
    const days = {
      "sign-in/codes.md": english["sign-in/codes.md"]!.replace("---\n", '---\nlast_reviewed: "2026-01-31"\n'),
      "cy/codau.md": welsh["cy/codau.md"]!.replace("---\n", '---\nlast_reviewed: "2026-10-20"\n'),
    };
    expect(await articles({ ...english, ...welsh, ...days })).toEqual([
      ["cy", "Codau", "https://example.org/help/cy/codau/#cid7023-dim-ateb", "2026-10-20"],
      ["en-GB", "Codes", "https://example.org/help/sign-in/codes/#cid7029-busy", "2026-01-31"],
    ]);
    const untranslated = { ...english, ...welshFront, "sign-in/codes.md": days["sign-in/codes.md"] };
    expect(await articles(untranslated)).toEqual([
      ["en-GB", "Codes", "https://example.org/help/cy/sign-in/codes/#cid7023-no-answer", "2026-01-31"],
      ["en-GB", "Codes", "https://example.org/help/cy/sign-in/codes/#cid7029-busy", "2026-01-31"],
    ]);
  });

  /** What the edition's catalogue says of the article about each code, and of the words from there. */
  async function articles(files: FilesInMemory) {
    const { pages } = await pagesOf(files);
    const { content = "" } = editionFiles(pages.editions[1]!).find(({ path }) => path === "cy/api/errors.json") ?? {};
    const { references } = JSON.parse(content) as { references: readonly CatalogueReference[] };
    return references.map(({ language, article: from, lastReviewed }) => [
      language,
      from?.title,
      from?.address,
      lastReviewed,
    ]);
  }

  /** The rows of the edition's search index on pages about codes: path, language, heading and text. */
  async function foundCodes(files: FilesInMemory) {
    const { pages } = await pagesOf(files);
    const { content = "" } = editionFiles(pages.editions[1]!).find(({ path }) => path === "cy/api/search.json") ?? {};
    const index = JSON.parse(content) as WholeSearchIndex;
    return index.sections.flatMap(([number, , heading, text]) => {
      const [href = "", , , lang = index.lang] = index.pages[number] ?? [];
      return href.includes("/errors/CID") ? [[href, lang, heading, text]] : [];
    });
  }

  test("find a code of which its translated page says nothing in the original's words, and those alone", async () => {
    const inside = "### How long\n\n- Ten\n- minutes\n\n::: expander More\nInside.\n:::\n\n## Next\n\nOther.\n";
    const files = { ...english, "sign-in/codes.md": `${english["sign-in/codes.md"]}\n${inside}`, ...welsh };
    expect(await foundCodes(files)).toEqual([
      [
        "/help/cy/errors/CID7029/",
        "en-GB",
        "Busy",
        ["Cyfeirnod gwall CID7029: Busy.", "CID7029", "Wait.", "How long", "Ten; minutes", "More", "Inside."].join(
          "\n",
        ),
      ],
    ]);
  });

  test("find a code by its translated title, and its words once", async () => {
    const titles = { "cy/error-references.yml": "CID7023: {title: Dim ateb}\n" };
    expect(await foundCodes({ ...english, ...welshFront, ...titles })).toEqual([
      ["/help/cy/errors/CID7023/", "cy", "Dim ateb", expect.not.stringContaining("Wait.")],
    ]);
    const prysur = { "cy/error-references.yml": "CID7029: {title: Prysur}\n" };
    expect(await foundCodes({ ...english, ...welsh, ...prysur })).toEqual([
      ["/help/cy/errors/CID7029/", "en-GB", "Prysur", expect.stringMatching(/Prysur\.\nCID7029\nWait\.$/)],
    ]);
  });

  test("leave one list of pages for search engines, with what is written in two languages together", async () => {
    const { site, pages } = await inTwo();
    const [sitemap] = sitemapFile(site, pages.entries, layouts.sitemap);
    expect(sitemap?.content).toContain(
      [
        "  <url>",
        "    <loc>https://example.org/help/cy/codau/</loc>",
        '    <xhtml:link rel="alternate" hreflang="en-GB" href="https://example.org/help/sign-in/codes/"/>',
        '    <xhtml:link rel="alternate" hreflang="cy" href="https://example.org/help/cy/codau/"/>',
        '    <xhtml:link rel="alternate" hreflang="x-default" href="https://example.org/help/sign-in/codes/"/>',
        "  </url>",
      ].join("\n"),
    );
    expect(sitemap?.content).not.toContain("cy/sign-in/passkeys");
  });
});

describe("a site in one language", () => {
  test("says nothing of languages, and looks for none", async () => {
    const { pages, page: shown, site } = await pagesOf(english);
    expect(pages.editions.map(({ folder }) => folder)).toEqual([""]);
    for (const path of ["", "sign-in/", "sign-in/codes/", "errors/CID7023/", "search/", "contact/"]) {
      expect(all(shown(path), "[hreflang], body [lang], .app-language-link, .app-fallback-notice")).toEqual([]);
    }
    expect(sitemapFile(site, pages.entries, layouts.sitemap)[0]?.content).not.toContain("xhtml");
  });
});
