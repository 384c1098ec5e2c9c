import { parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import type { Picture } from "../../src/model/picture.ts";
import { render } from "../markdown/render.ts";
import { componentExamples } from "../support/component-examples.ts";
import { all, attribute, textOf } from "../support/page.ts";

/** What the source in each section of docs/editors/components.md becomes: selectors, and how many elements they name. */
const promises: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "headings-and-references": { h2: 1, h3: 1, p: 2, ".app-reference": 2, ".app-reference-phrase": 1 },
  "words-on-a-screen": { "p strong": 1 },
  links: { a: 2, 'a[href="/contact/CID7023/"]': 1 },
  "bulleted-lists": { "ul li": 3 },
  "numbered-steps": { "ol li": 6, "ol ul li": 2, "li p": 5 },
  "a-line-between-sections": { hr: 1, p: 2 },
  pictures: { "figure img[alt]": 1, "figure figcaption": 1 },
  tables: { "table caption": 1, th: 2, td: 4, '[role="region"]': 0 },
  "wide-tables": { '[role="region"] table': 1, th: 4, td: 12 },
  expanders: { ".nhsuk-expander summary": 1, ".nhsuk-details__text p": 1 },
  "inset-text": { ".nhsuk-inset-text p": 1 },
  warnings: { ".nhsuk-card--warning .nhsuk-card__heading": 1 },
  "non-urgent-care-cards": { ".nhsuk-card--care--non-urgent .nhsuk-card__heading": 1, li: 2 },
  "urgent-care-cards": { ".nhsuk-card--care--urgent .nhsuk-card__heading": 1, li: 2 },
  "emergency-care-cards": { ".nhsuk-card--care--emergency .nhsuk-card__heading": 1, li: 2 },
  "lists-of-what-to-do": { ".nhsuk-list--tick li": 2, ".nhsuk-icon--tick": 2 },
  "lists-of-what-not-to-do": { ".nhsuk-list--cross li": 2, ".nhsuk-icon--cross": 2 },
  "action-links": { "a.nhsuk-action-link svg": 1 },
  videos: { "figure.app-video figcaption": 1, ".app-video p a": 1, ".app-video details p": 2 },
  "words-in-another-language": { '[lang="cy"]': 1 },
  "inside-each-other-an-inset-in-a-step": { "ol .nhsuk-inset-text": 1, li: 3, ol: 1 },
  "inside-each-other-expanders-in-a-list": { "ul li details": 1, li: 2, ul: 1 },
  "inside-each-other-a-table-in-an-expander": { 'details [role="region"] caption': 1, td: 8 },
  "inside-each-other-what-to-do-in-an-expander": {
    "details .nhsuk-list--tick li": 2,
    "details .nhsuk-list--cross li": 1,
  },
  "inside-each-other-a-video-in-an-expander": { "details figure details p": 1, details: 2 },
  "inside-each-other-a-picture-in-inset-text": { ".nhsuk-inset-text figure img": 1 },
  "inside-each-other-an-expander-in-a-warning": { ".nhsuk-card--warning details p": 1, ".nhsuk-card--warning p": 2 },
  "inside-each-other-a-care-card-after-a-table": { table: 1, ".nhsuk-card--care": 1, ".nhsuk-card p": 0, p: 1 },
};

/** The picture that examples place. */
const picture: Picture = {
  path: "images/security-code.svg",
  format: "svg",
  width: 480,
  height: 260,
  isAnimated: false,
  hash: "",
  variants: [],
  stripped: null,
};

describe("docs/editors/components.md", () => {
  test("shows what this test knows, each part once", () => {
    expect(componentExamples.map(({ name }) => name)).toEqual(Object.keys(promises));
  });

  describe.each(componentExamples)("$title", ({ name, source, pictures }) => {
    const { body, diagnostics } = render(source, { file: "components.md", pictures: [picture] });
    const page = parseFragment(body.html);

    test("is written without a mistake", () => {
      expect(diagnostics).toEqual([]);
    });

    test("becomes what it says", () => {
      const expected = promises[name] ?? {};
      const found = Object.keys(expected).map((selector) => [selector, all(page, selector).length]);
      expect(Object.fromEntries(found)).toEqual(expected);
    });

    test("shows none of its marks", () => {
      expect(all(page, "pre")).toEqual([]);
      expect(textOf(page)).not.toMatch(/:::|\*\*|\||\]\(|^- |Table:|\{/m);
    });

    test("is shown beside its result", () => {
      expect(pictures).toEqual([`components/${name}.png`]);
    });
  });

  test("uses every component that there is", () => {
    const html = componentExamples.map(({ source }) => render(source).body.html).join("\n");
    const kinds = all(parseFragment(html), ".nhsuk-card").map((card) => attribute(card, "class")?.split("--").at(-1));
    expect([...new Set(kinds)].toSorted()).toEqual(["emergency", "feature", "non-urgent", "urgent", "warning"]);
  });
});
