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
        contactHref: "/help/contact/?error=CID7023",
        article: { text: "Codes", href: "/help/codes/#no" },
      },
    });
  });

  test("shows the code, reads it letter by letter, and carries it to the contact page", () => {
    const main = only(parse(layouts.render(layoutData(layouts, { layout: "reference.njk" }))), "main");
    const heading = only(main, "hgroup");
    expect(textOf(only(heading, ".app-reference"))).toBe("CID7023");
    expect(textOf(only(heading, ".nhsuk-u-visually-hidden"))).toBe("C I D 7 0 2 3");
    const links = all(main, "a").map((link) => [textOf(link), attribute(link, "href")]);
    expect(links).toContainEqual(["Get help with reference CID7023", "/help/contact/?error=CID7023"]);
    expect(links).toContainEqual(["Passwords", "/help/manage/passwords/#cid7023"]);
  });
});

describe("the list of error references", () => {
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
