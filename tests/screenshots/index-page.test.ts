import { HtmlValidate } from "html-validate";
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { all, attribute, textOf } from "../support/page.ts";
import { indexPage } from "./index-page.ts";
import type { Picture } from "./take-pictures.ts";

const home = { name: "home", title: "Home", type: "home", path: "/" };
const cookies = { name: "page-cookies", title: 'Cookies & "privacy" <b>', type: "page", path: "/cookies/" };
const phone = { name: "phone", title: "Phone, 360 px" };
const print = { name: "print", title: "Print, A4" };

const pictures: readonly Picture[] = [
  { row: home, mode: phone, path: "home/phone.png", pdf: null, width: 360, height: 1500 },
  { row: home, mode: print, path: "home/print.png", pdf: "home/print.pdf", width: 794, height: 1123 },
  { row: cookies, mode: print, path: "page-cookies/print.png", pdf: null, width: 794, height: 1123 },
];

describe("the index of the pictures", () => {
  const html = indexPage(pictures);
  const page = parse(html);

  test("is right HTML, without a script", () => {
    const { results } = new HtmlValidate({ root: true, extends: ["html-validate:recommended"] }).validateStringSync(
      html,
    );
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
    expect(all(page, "script")).toEqual([]);
    expect(all(page, "style")).toEqual([]);
  });

  test("shows every picture, says of each what it is, and leads to it", () => {
    const shown = all(page, "td a img").map((image) => [attribute(image, "src"), attribute(image, "alt")]);
    expect(shown).toEqual([
      ["home/phone.png", "Home: Phone, 360 px"],
      ["home/print.png", "Home: Print, A4"],
      ["page-cookies/print.png", 'Cookies & "privacy" <b>: Print, A4'],
    ]);
    const links = all(page, "td a").map((link) => attribute(link, "href"));
    expect(links).toEqual(["home/phone.png", "home/print.png", "home/print.pdf", "page-cookies/print.png"]);
  });

  test("has a row for each page and a column for each mode, whatever is missing", () => {
    expect(all(page, "thead th").map(textOf)).toEqual(["Page", "Phone, 360 px", "Print, A4"]);
    const rows = all(page, "tbody tr").map((row) => [
      textOf(all(row, "th")[0]!),
      all(row, "td").map((cell) => all(cell, "img").length),
    ]);
    expect(rows).toEqual([
      ["Home", [1, 1]],
      ['Cookies & "privacy" <b>', [0, 1]],
    ]);
  });
});
