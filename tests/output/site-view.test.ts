import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openLayouts } from "../../src/output/layouts.ts";
import { wordsAt } from "../../src/output/layout-words.ts";
import { siteView } from "../../src/output/site-view.ts";
import { siteOf } from "./site-values.ts";

const layouts = openLayouts(join(import.meta.dirname, "../../layouts"));

const site = siteOf({
  settings: { pathPrefix: "/help/" },
  hubs: [{ file: "manage/index.md", name: "manage", title: "Manage your account", shortTitle: "Manage", position: 2 }],
  articles: [
    { file: "manage/passwords.md", hub: "manage" },
    { file: "codes.md", title: "Security codes", shortTitle: "Codes", position: 1 },
  ],
  plainPages: [{ file: "cookies.md", title: "Cookies" }],
});

describe("siteView", () => {
  test("makes the menu of what home lists, in its order, by short titles", () => {
    expect(siteView(site, layouts.text).navigation).toEqual([
      { text: "Codes", href: "/help/codes/", section: "/codes/" },
      { text: "Manage", href: "/help/manage/", section: "/manage/" },
    ]);
  });

  test("makes the foot of the pages outside the hubs, and contact", () => {
    expect(siteView(site, layouts.text).footer).toEqual([
      { text: "Cookies", href: "/help/cookies/" },
      { text: "Contact us", href: "/help/contact/" },
    ]);
  });

  test("leaves a translation out of the foot: the page that it translates leads to it", () => {
    const welsh = { file: "cy/cookies.md", title: "Cwcis", lang: "cy", translationOf: "cookies.md" };
    const foot = siteView(
      siteOf({ plainPages: [{ file: "cookies.md", title: "Cookies" }, welsh] }),
      layouts.text,
    ).footer;
    expect(foot.map(({ text }) => text)).toEqual(["Cookies", "Contact us"]);
  });

  test("says of a way to get in touch what contact.yml says, and null for what it leaves out", () => {
    expect(siteView(site, layouts.text).contact).toEqual({
      introduction: null,
      medicalNotice: null,
      hasForm: false,
      ways: [{ name: "Phone", text: null, href: "tel:03001234567", linkText: null, openingTimes: null }],
    });
  });
});

describe("siteView, of what the plain pages are filled in with,", () => {
  const statements = {
    contact: { email: null, phone: "0306 999 0123", address: null, replyDays: 5 },
    accessibility: { status: "full", prepared: "2026-01-31", tested: null, testedBy: null },
    privacy: { controller: null, basis: null, retention: null, officer: null },
  } as const;
  const viewIn = (lang: string) => siteView(siteOf({ settings: { lang, statements } }), layouts.text).statements;

  test("gives days in words and a phone number to call, and leaves the rest as it is", () => {
    expect(viewIn("en-GB")).toEqual({
      ...statements,
      contact: { ...statements.contact, phoneHref: "tel:03069990123" },
      accessibility: { ...statements.accessibility, prepared: "31 January 2026" },
    });
    const none = siteView(siteOf({}), layouts.text).statements;
    expect([none.contact.phoneHref, none.accessibility.prepared]).toEqual([null, null]);
  });

  test("writes days in the language of the words beside them", () => {
    expect(viewIn("cy").accessibility.prepared).toBe("31 Ionawr 2026");
    expect(viewIn("fr").accessibility.prepared).toBe("31 January 2026");
  });
});

describe("wordsAt", () => {
  test("fills in what stands in braces, and leaves braces that nothing is given for", () => {
    expect(wordsAt({ a: { b: "{x} and {y}" } }, "a.b", { x: "one {y}" })).toBe("one {y} and {y}");
  });

  test("throws for words that are not there", () => {
    expect(() => wordsAt({ a: { b: "words" } }, "a.c")).toThrow('no words for "a.c"');
    expect(() => wordsAt({ a: { b: "words" } }, "a")).toThrow('no words for "a"');
  });
});
