/** The layouts of the plain pages that every public service has: filled in, and with any part left out. */
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { statements } from "../../src/model/statements.ts";
import type { StatementsView } from "../../src/output/entry.ts";
import { openLayouts } from "../../src/output/layouts.ts";
import { all, attribute, headingsOf, only, textOf } from "../support/page.ts";
import { layoutData } from "./layout-data.ts";
import type { PageParts } from "./layout-data.ts";

const layouts = openLayouts("layouts");

const nothing: StatementsView = {
  contact: { email: null, phone: null, phoneHref: null, address: null, replyDays: null },
  accessibility: { status: null, prepared: null, tested: null, testedBy: null },
  privacy: { controller: null, basis: null, retention: null, officer: null },
};

function mainOf(layout: string, parts: Omit<PageParts, "layout"> = {}) {
  return only(parse(layouts.render(layoutData(layouts, { layout, ...parts }))), "main");
}

const wordsOf = (layout: string, parts?: Omit<PageParts, "layout">) => textOf(mainOf(layout, parts));
const headings = (layout: string, parts?: Omit<PageParts, "layout">) =>
  all(mainOf(layout, parts), "h2").map((heading) => textOf(heading));
const hrefs = (layout: string, parts?: Omit<PageParts, "layout">) =>
  all(mainOf(layout, parts), "a").map((link) => attribute(link, "href"));

describe.each(statements.map(({ layout }) => layout))("%s", (layout) => {
  const organisations = ["NHS", null];
  const fillings: readonly StatementsView[] = [
    layoutData(layouts).site.statements,
    nothing,
    { ...nothing, contact: { ...nothing.contact, replyDays: 1 } },
  ];

  test("can be chosen by content", () => {
    expect(layouts.names).toContain(layout);
  });

  test("never has an empty part, a placeholder or a heading out of order, whatever is left out", () => {
    for (const organisation of organisations) {
      for (const filling of fillings) {
        for (const html of ["", "<p>Words</p><h2>A</h2><p>B</p><h3>C</h3><p>D</p>"]) {
          const main = mainOf(layout, { site: { organisation, statements: filling }, entry: { html } });
          expect(textOf(main)).not.toMatch(/undefined|null|\{|\}|NaN/);
          for (const element of [...all(main, "p"), ...all(main, "li"), ...all(main, "ul"), ...headingsOf(main)])
            expect(textOf(element)).not.toBe("");
          const levels = headingsOf(main).map(({ tagName }) => Number(tagName[1]));
          expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
          for (const heading of all(main, "h2")) expect(followedBy(heading)).not.toMatch(/^h2$|^$/);
        }
      }
    }
  });

  test("shows settings as text, whatever they hold", () => {
    const odd = `<b>{{ 7 * 7 }}</b> & "$&"`;
    const statements = {
      contact: { ...nothing.contact, address: odd },
      accessibility: { ...nothing.accessibility, testedBy: odd },
      privacy: { ...nothing.privacy, controller: odd, retention: odd },
    };
    const main = mainOf(layout, { site: { name: odd, organisation: odd, statements } });
    expect(all(main, "b")).toEqual([]);
    if (layout !== "cookies.njk") expect(textOf(main)).toContain(odd);
  });

  test("ends with the review dates, and the question whether anything is wrong with it", () => {
    expect(wordsOf(layout)).toMatch(/Next review due: 31 January 2027 Is there anything wrong with this page\?$/);
  });
});

/** The name of the element after a heading; the one inside, where that is an editor's words. */
function followedBy(heading: ReturnType<typeof all>[number]): string {
  const siblings = heading.parentNode && "childNodes" in heading.parentNode ? heading.parentNode.childNodes : [];
  const elements = siblings.filter((node) => "tagName" in node);
  const next = elements[elements.indexOf(heading) + 1];
  return next && "tagName" in next ? next.tagName : "";
}

describe("accessibility-statement.njk", () => {
  const layout = "accessibility-statement.njk";

  test("has the parts of a statement in order, the editor's words among them as the known problems", () => {
    const html = "<p>Some videos have no captions.</p>";
    expect(headings(layout, { entry: { html } })).toEqual([
      "How accessible this help centre is",
      "Problems that we know about",
      "What to do if you cannot use part of it",
      "If you are not happy with our answer",
      "Technical information about accessibility",
      "How we prepared this statement",
    ]);
    const words = wordsOf(layout, { entry: { html } });
    expect(words.indexOf("Problems that we know about Some videos have no captions.")).toBeGreaterThan(0);
  });

  test.each([
    ["full", "meets all of the standard", "is fully compliant"],
    ["partial", "meets most of the standard", "is partially compliant"],
    ["none", "does not meet the standard yet", "is not compliant"],
  ] as const)("says how far it meets the standard: %s", (status, sentence, compliance) => {
    const statements = { ...nothing, accessibility: { ...nothing.accessibility, status } };
    const words = wordsOf(layout, { site: { statements } });
    expect(words).toContain("WCAG");
    expect(words).toContain(sentence);
    expect(words).toContain(`${compliance} with WCAG version 2.2, level AA`);
  });

  test("says nothing of how far it meets the standard where site.yml does not", () => {
    const words = wordsOf(layout, { site: { organisation: "NHS", statements: nothing } });
    expect(words).toContain("NHS is committed");
    expect(words).not.toMatch(/compliant|meets/);
  });

  test("says whom to ask, how soon there is an answer, and who else can help", () => {
    expect(wordsOf(layout)).toContain("We aim to reply within 5 working days.");
    expect(hrefs(layout)).toEqual(
      expect.arrayContaining([
        "mailto:help@example.org",
        "tel:03069990123",
        "https://www.equalityadvisoryservice.com/",
        "https://www.equalityni.org/",
      ]),
    );
    const oneDay = { ...nothing, contact: { ...nothing.contact, replyDays: 1 } };
    expect(wordsOf(layout, { site: { statements: oneDay } })).toContain("We aim to reply within 1 working day.");
  });

  test("leads to the contact page where site.yml names no way to reach anybody", () => {
    expect(hrefs(layout, { site: { statements: nothing } })).toContain("/help/contact/");
    expect(hrefs(layout)).not.toContain("/help/contact/");
  });

  test("says when it was prepared and tested, and by whom", () => {
    const words = wordsOf(layout);
    expect(words).toContain("This statement was prepared on 20 October 2026.");
    expect(words).toContain("This help centre was last tested on 12 October 2026. It was tested by the Help team.");
  });

  test("leaves out every part that nothing is known of", () => {
    const site = { organisation: null, statements: nothing };
    expect(headings(layout, { site, entry: { html: "" } })).toEqual([
      "What to do if you cannot use part of it",
      "If you are not happy with our answer",
    ]);
  });
});

describe("cookies.njk", () => {
  test("says that there are none, and puts the editor's words below other websites", () => {
    const html = "<p>The sign-in page sets cookies.</p>";
    expect(headings("cookies.njk", { entry: { html } })).toEqual(["What your browser keeps", "Other websites"]);
    const words = wordsOf("cookies.njk", { entry: { html } });
    expect(words).toContain("This help centre does not set any cookies.");
    expect(words.indexOf("The sign-in page sets cookies.")).toBeGreaterThan(words.indexOf("Other websites"));
  });
});

describe("privacy.njk", () => {
  const layout = "privacy.njk";

  test("has the parts of a privacy notice in order, the editor's words below what the help centre collects", () => {
    const html = "<p>Our servers keep a list.</p>";
    expect(headings(layout, { entry: { html } })).toEqual([
      "Who we are",
      "What this help centre collects",
      "If you contact us",
      "How long we keep it",
      "Your rights",
      "Who to ask",
      "If you want to complain",
    ]);
    const words = wordsOf(layout, { entry: { html } });
    expect(words.indexOf("Our servers keep a list.")).toBeLessThan(words.indexOf("If you contact us"));
    expect(words.indexOf("Our servers keep a list.")).toBeGreaterThan(words.indexOf("What this help centre collects"));
  });

  test("says who answers, how long things are kept, whom to ask, and where to complain", () => {
    const words = wordsOf(layout);
    expect(words).toContain("Example Trust decides how information about you is used here.");
    expect(words).toContain("We keep what you send us for 2 years.");
    expect(hrefs(layout)).toEqual([
      "mailto:dpo@example.org",
      "mailto:help@example.org",
      "tel:03069990123",
      "https://ico.org.uk/make-a-complaint/",
      "/help/contact/?page=/help/manage/passwords/",
    ]);
  });

  test("says what a contact form collects, where there is one", () => {
    const site = layoutData(layouts).site.contact;
    const withForm = wordsOf(layout, { site: { contact: { ...site, hasForm: true } } });
    expect(withForm).toContain("collect nothing about you but a message that you choose to send us.");
    expect(withForm).toContain("the website or app that you were using");
    expect(withForm).toContain("the page that you say something is wrong with");
    const without = wordsOf(layout, { site: { contact: { ...site, hasForm: false } } });
    expect(without).toContain("collect no information about you.");
    expect(without).not.toContain("the website or app");
  });

  test.each([
    ["public-task", "public task"],
    ["legitimate-interests", "legitimate interest"],
    ["consent", "you have agreed"],
  ] as const)("says what in the law lets it use what people send: %s", (basis, sentence) => {
    const statements = { ...nothing, privacy: { ...nothing.privacy, basis } };
    expect(wordsOf(layout, { site: { statements } })).toContain(sentence);
    expect(wordsOf(layout, { site: { statements: nothing } })).not.toContain(sentence);
  });

  test("leaves out every part that nothing is known of", () => {
    expect(headings(layout, { site: { organisation: null, statements: nothing }, entry: { html: "" } })).toEqual([
      "What this help centre collects",
      "If you contact us",
      "Your rights",
      "Who to ask",
      "If you want to complain",
    ]);
  });
});

describe("the fixed words of these pages", () => {
  test.each(statements.map(({ layout }) => layout))("%s has sentences of at most 20 words", (layout) => {
    const main = mainOf(layout, { entry: { html: "", lastReviewed: null, nextReview: null } });
    const sentences = [...all(main, "p"), ...all(main, "li")]
      .map(textOf)
      // The name of the law alone is longer than a sentence may be.
      .map((words) => words.replace("Public Sector Bodies (Websites and Mobile Applications) (No. 2)", "…"))
      .flatMap((words) => words.split(/(?<=[.?!:])\s/));
    expect(sentences.filter((sentence) => sentence.split(" ").length > 20)).toEqual([]);
  });
});
