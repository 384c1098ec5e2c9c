/** The 404 page before any script runs: what is hidden in it, and the ways on. */
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { openLayouts } from "../../src/output/layouts.ts";
import { all, attribute, everyElement, only, textOf } from "../support/page.ts";
import { layoutData } from "./layout-data.ts";
import type { PageParts } from "./layout-data.ts";

const layouts = openLayouts("layouts");
const mainOf = (layout: string, entry: PageParts["entry"] = {}, site: PageParts["site"] = {}) =>
  only(parse(layouts.render(layoutData(layouts, { layout, entry, site }))), "main");

describe("not-found.njk", () => {
  test("holds every reference ready, each hidden, with its code and its words", () => {
    const panel = only(mainOf("not-found.njk"), ".app-reference-match__panel");
    expect(attribute(panel, "hidden")).not.toBeNull();
    const items = all(panel, "li").map((item) => [
      attribute(item, "hidden"),
      attribute(item, "data-code"),
      attribute(only(item, "a"), "href"),
      textOf(item),
    ]);
    expect(items).toEqual([
      ["", "CID2011", "/help/errors/#cid2011", "Reference CID2011 – A problem with your number"],
      ["", "CID7023", "/help/errors/#cid7023", "Reference CID7023 – We cannot connect"],
    ]);
  });

  test("tells screen readers politely when one is shown", () => {
    expect(attribute(only(mainOf("not-found.njk"), ".app-reference-match"), "aria-live")).toBe("polite");
  });

  test("holds nothing where the site explains no reference", () => {
    expect(all(mainOf("not-found.njk", { errorReferences: [] }), ".app-reference-match")).toEqual([]);
  });

  test("offers the search field first, then all references, pages that explain them, the topics, and home", () => {
    const main = mainOf("not-found.njk");
    const inOrder = everyElement(main).flatMap((element) => {
      if (element.tagName === "input") return ["field"];
      return element.tagName === "a" && !attribute(element, "href")?.includes("#") ? [attribute(element, "href")] : [];
    });
    expect(inOrder).toEqual([
      "field",
      "/help/errors/",
      "/help/manage/codes/",
      "/help/manage/",
      "/help/sign-in/",
      "/help/",
    ]);
    expect(all(main, ".app-described-links__description").map(textOf)).toEqual(["Change your details"]);
  });

  test("leaves out what there is none of", () => {
    const main = mainOf("not-found.njk", { referencePages: [], items: [] }, { errorsHref: null });
    expect([...all(main, "h2"), ...all(main, "ul")].map(textOf).filter((words) => /topic|^$/.test(words))).toEqual([]);
    expect(textOf(main)).not.toContain("If you saw a reference");
  });
});
