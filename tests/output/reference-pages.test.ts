import { join } from "node:path";
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { openLayouts } from "../../src/output/layouts.ts";
import { referenceEntries, referenceListEntries } from "../../src/output/reference-pages.ts";
import { all, attribute, only, textOf } from "../support/page.ts";
import { layoutData } from "./layout-data.ts";
import { reference, siteOf } from "./site-values.ts";

const layouts = openLayouts(join(import.meta.dirname, "../../layouts"));

const site = siteOf({
  settings: { pathPrefix: "/help/" },
  home: { shortTitle: "Home" },
  articles: [
    {
      file: "codes.md",
      title: "Codes",
      html: '<p>Above</p><h2 id="no">No connection</h2><p>Wait. <a href="#top-of-page">Up</a></p><h2>Other</h2>',
      lastReviewed: "2026-01-31",
    },
  ],
  errorReferences: [
    reference({ code: "CID7023", title: "No connection", home: { address: "/codes/", headingId: "no" } }),
  ],
});

describe("the page about one error reference", () => {
  const [entry] = referenceEntries(site, layouts.text);

  test("has the words of its section, and the ways on", () => {
    expect(entry).toMatchObject({
      address: "/errors/CID7023/",
      outputPath: "errors/CID7023/index.html",
      title: "No connection",
      trail: ["CID7023"],
      description: "Error reference CID7023: No connection.",
      html: '<p>Wait. <a href="/help/codes/#top-of-page">Up</a></p>',
      lastReviewed: "31 January 2026",
      breadcrumbs: [
        { text: "Home", href: "/help/" },
        { text: "Error references", href: "/help/errors/" },
      ],
      reference: {
        code: "CID7023",
        spelled: "C I D 7 0 2 3",
        contactHref: "/help/contact/CID7023/",
        article: { text: "Codes", href: "/help/codes/#no" },
        catalogueHref: "/help/api/errors/CID7023.json",
      },
    });
  });

  test("shows the code, reads it letter by letter, and carries it to the contact page", () => {
    const main = only(parse(layouts.render(layoutData(layouts, { layout: "reference.njk" }))), "main");
    const heading = only(main, "hgroup");
    expect(textOf(only(heading, ".app-reference"))).toBe("CID7023");
    expect(textOf(only(heading, ".nhsuk-u-visually-hidden"))).toBe("C I D 7 0 2 3");
    const links = all(main, "a").map((link) => [textOf(link), attribute(link, "href")]);
    expect(links).toContainEqual(["Get help with reference CID7023", "/help/contact/CID7023/"]);
    expect(links).toContainEqual(["Passwords", "/help/manage/passwords/#cid7023"]);
  });
});

describe("the page about a reference that the register alone explains", () => {
  const errorReferences = [
    reference({
      code: "CID7023",
      title: "<b>Old</b>",
      status: "retired",
      replacedBy: "CID7029",
      whatHappened: 'We saw "<img src=x>" & stopped.\n\nSecond\nparagraph.',
    }),
    reference({ code: "CID7029", title: "New", whatToDo: "Wait." }),
  ];
  const entries = referenceEntries({ ...site, errorReferences }, layouts.text);
  const mainOf = (index: number) =>
    only(parse(layouts.render(layoutData(layouts, { layout: "reference.njk", entry: entries[index]! }))), "main");

  test("has its words below headings, as text whatever they hold", () => {
    expect(entries.map(({ html }) => html)).toEqual([
      "<h2>What happened</h2><p>We saw &quot;&lt;img src=x&gt;&quot; &amp; stopped.</p><p>Second\nparagraph.</p>",
      "<h2>What to do</h2><p>Wait.</p>",
    ]);
    expect([...all(mainOf(0), "img"), ...all(mainOf(0), "b")]).toEqual([]);
    expect(entries[1]).toMatchObject({
      title: "New",
      breadcrumbs: [{ text: "Home" }, { href: "/help/errors/" }],
      lastReviewed: null,
      reference: { article: null },
    });
    expect(textOf(mainOf(1))).not.toContain("This is a part of the page");
  });

  test("says first that it is retired, and leads to the one that has taken its place", () => {
    const [note] = all(mainOf(0), ".nhsuk-inset-text");
    expect(textOf(note!)).toContain("Screens do not show this reference any more.");
    const [link] = all(note!, "a");
    expect([attribute(link!, "href"), textOf(link!)]).toEqual(["/help/errors/CID7029/", "CID7029: New"]);
    expect(all(mainOf(1), ".nhsuk-inset-text")).toEqual([]);
  });

  test("says that it is retired where nothing has taken its place, too", () => {
    const [entry] = referenceEntries({ ...site, errorReferences: errorReferences.slice(0, 1) }, layouts.text);
    const main = only(parse(layouts.render(layoutData(layouts, { layout: "reference.njk", entry: entry! }))), "main");
    expect(all(only(main, ".nhsuk-inset-text"), "a")).toEqual([]);
  });

  test("has the register's words where the heading that names it has none below", () => {
    const home = { address: "/codes/", headingId: "empty" };
    const articles = [{ file: "codes.md", title: "Codes", html: '<h2 id="empty">CID7029: New</h2>' }];
    const [entry] = referenceEntries(
      siteOf({ articles, errorReferences: [reference({ code: "CID7029", home, whatToDo: "Wait." })] }),
      layouts.text,
    );
    expect(entry?.html).toBe("<h2>What to do</h2><p>Wait.</p>");
  });
});

describe("the list of error references", () => {
  test("has retired references apart, below the others", () => {
    const errorReferences = [
      reference({ code: "CID2011", status: "retired" }),
      reference({ code: "CID7023", status: "planned" }),
    ];
    const [list] = referenceListEntries({ ...site, errorReferences }, layouts.text);
    const main = only(parse(layouts.render(layoutData(layouts, { layout: "references.njk", entry: list! }))), "main");
    expect(all(main, "h2").map(textOf)).toEqual(["All references", "References that screens do not show any more"]);
    expect(textOf(main)).toMatch(/All references.*CID7023.*do not show any more.*CID2011/s);
    const [lone] = referenceListEntries({ ...site, errorReferences: errorReferences.slice(0, 1) }, layouts.text);
    expect(lone).toMatchObject({ referenceGroups: [], retiredReferences: [{ code: "CID2011" }] });
  });

  test("is one list where there are few", () => {
    const [list] = referenceListEntries(site, layouts.text);
    const items = [{ code: "CID7023", title: "No connection", href: "/help/errors/CID7023/" }];
    expect(list).toMatchObject({ address: "/errors/", referenceGroups: [{ name: null, items }] });
  });

  test("has a heading for each hundred where there are many", () => {
    const errorReferences = Array.from({ length: 30 }, (_, index) =>
      reference({ code: `CID${2090 + index}`, home: { address: "/codes/", headingId: null } }),
    );
    const [list] = referenceListEntries({ ...site, errorReferences }, layouts.text);
    expect(list?.referenceGroups.map(({ name, items }) => [name, items.length])).toEqual([
      ["CID2000 to CID2099", 10],
      ["CID2100 to CID2199", 20],
    ]);
  });

  test("is not there where no page explains a reference", () => {
    expect(referenceListEntries({ ...site, errorReferences: [] }, layouts.text)).toEqual([]);
  });
});
