import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openLayouts } from "../../src/output/layouts.ts";
import { wordsAt } from "../../src/output/layout-words.ts";
import { siteView } from "../../src/output/site-view.ts";
import { siteOf } from "./site-values.ts";

const text = openLayouts(join(import.meta.dirname, "../../layouts")).text("en-GB");

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
    expect(siteView(site, text).navigation).toEqual([
      { text: "Codes", href: "/help/codes/", section: "/codes/" },
      { text: "Manage", href: "/help/manage/", section: "/manage/" },
    ]);
  });

  test("makes the foot of the pages outside the hubs, and contact", () => {
    expect(siteView(site, text).footer).toEqual([
      { text: "Cookies", href: "/help/cookies/" },
      { text: "Contact us", href: "/help/contact/" },
    ]);
  });

  test("says of a way to get in touch what contact.yml says, and null for what it leaves out", () => {
    expect(siteView(site, text).contact).toEqual({
      introduction: null,
      ways: [{ name: "Phone", text: null, href: "tel:03001234567", linkText: null, openingTimes: null }],
    });
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
