import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { all, attribute, only, textOf } from "./page.ts";

const document = parse(`
  <main id="words"><h1 class="big red">One</h1><p>Two <a href="/x/" title="a b">three
    four</a></p><section><p lang="cy">Pump</p></section></main><p>After</p>`);
const texts = (selector: string) => all(document, selector).map(textOf);

describe("a selector in tests", () => {
  test("names elements by tag, class, id and attribute", () => {
    expect(texts("p")).toEqual(["Two three four", "Pump", "After"]);
    expect(texts("h1.red.big")).toEqual(["One"]);
    expect(texts("#words h1")).toEqual(["One"]);
    expect(texts('a[href^="/x"][title="a b"]')).toEqual(["three four"]);
    expect(texts("p[lang]")).toEqual(["Pump"]);
  });

  test("names only what is inside what stands before the space", () => {
    expect(texts("main section p")).toEqual(["Pump"]);
    expect(texts("section h1")).toEqual([]);
  });

  test("names what is on either side of a comma, once and in the order of the page", () => {
    expect(texts("section p, h1, p[lang]")).toEqual(["One", "Pump"]);
    expect(texts('a[title="a, b"], h1')).toEqual(["One"]);
  });

  test.each(["p:first-child", "table > tr", "p,", "", '[href$="x"]'])(
    "is refused when it cannot be read, so that it never means nothing by accident: %s",
    (selector) => {
      expect(() => texts(selector)).toThrow("no selector that tests can use");
    },
  );
});

test("the only element is asked for by name, and two of it are a fault", () => {
  expect(attribute(only(document, "main a"), "href")).toBe("/x/");
  expect(() => only(document, "main p")).toThrow("2 elements for main p");
  expect(() => only(document, "table")).toThrow("0 elements for table");
});
