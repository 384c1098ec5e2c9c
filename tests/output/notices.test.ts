/** What every page says of the whole site: that it is an example, its phase, its own notice. */
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import type { SiteView } from "../../src/output/entry.ts";
import { openLayouts } from "../../src/output/layouts.ts";
import { all, attribute, only, textOf } from "../support/page.ts";
import { entries, layoutData } from "./layout-data.ts";

const layouts = openLayouts("layouts");
const print = (layout: string, site: Partial<SiteView>) => parse(layouts.render(layoutData(layouts, { layout, site })));
/** Stub pages lead on at once, and show nothing but where to. */
const readable = Object.keys(entries).filter((layout) => layout !== "redirect.njk");

describe.each(readable)("a page of %s", (layout) => {
  test("says nothing of an example, and may be listed by search engines, where the site is none", () => {
    const page = print(layout, { example: false });
    expect(all(page, ".app-notices__example")).toEqual([]);
    expect(all(page, 'meta[name="robots"]')).toEqual([]);
  });

  test("says first that it is an example, beside the site's own notice, and stays out of search engines", () => {
    const page = print(layout, { example: true });
    const notices = all(only(page, ".app-notices"), "p").map(textOf);
    expect(notices[0]).toBe("Example This is example content. It is not a real NHS service.");
    expect(notices.at(-1)).toBe("This is an example.");
    expect(all(only(page, ".app-notices__example"), ".nhsuk-tag").map(textOf)).toEqual(["Example"]);
    expect(attribute(only(page, 'meta[name="robots"]'), "content")).toBe("noindex");
  });

  test("says that it is an example where there is neither a phase nor a notice", () => {
    const page = print(layout, { example: true, phase: "live", banner: null });
    expect(all(only(page, ".app-notices"), "p")).toHaveLength(1);
  });
});

describe("the phase", () => {
  test.each([
    ["alpha", "Alpha"],
    ["beta", "Beta"],
  ] as const)("%s is a tag, words and a way to say something about it", (phase, tag) => {
    const notice = only(print("article.njk", { phase }), ".app-notices__phase");
    expect(textOf(only(notice, ".nhsuk-tag"))).toBe(tag);
    const link = only(notice, "a");
    expect([textOf(link), attribute(link, "href")]).toEqual(["Tell us what you think", "/help/contact/"]);
  });

  test("asks for no opinion where there is no way to give it", () => {
    const contact = { introduction: null, medicalNotice: null, hasForm: false, ways: [] };
    expect(all(print("article.njk", { phase: "beta", contact }), ".app-notices a")).toEqual([]);
  });
});
