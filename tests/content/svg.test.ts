import { describe, expect, test } from "vitest";
import { readSvg } from "../../src/content/svg.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => readSvg(bytesOf(text));

/** A drawing of 4 by 2 pixels with something in it. */
const svg = (inside: string, written = 'viewBox="0 0 4 2"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${written}>${inside}</svg>`;
const shown = { width: 4, height: 2 };

describe("a drawing", () => {
  test.each([
    ["what programs write before it", `\uFEFF<?xml version="1.0" encoding="utf-8"?>\n<!-- by hand -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n${svg("<g/>")}\n<!-- the end -->\n`],
    ["references to its own parts", svg(`<defs><linearGradient id="a.b"/><linearGradient id="c" xlink:href="#a.b"/></defs><rect fill="url(#a.b)" stroke="url( '#c' ) red"/>`)],
    ["colours and movements", svg('<g transform="translate(1,2)rotate(45 1 1) scale(.5) skewX(3), matrix(1 0 0 1 0 0)"><path fill="RGB(1,2,3)" stroke="hsla(0 0% 0% / .5)" d="M1-2e-3Z"/></g>')],
    ["words with brackets, signs and single quotes", svg(`<title>A (small) sign &amp; its &#8220;words&#x201D;</title><text aria-label='A "phone" (old)' data-name="Layer (1)">1 > 0</text>`)],
    ["tags over several lines", svg('<rect\n\twidth = "1"\r\n height\n=\n"1"\n/><g\n></g\n>')],
  ])("may have %s", (_, text) => {
    expect(read(text)).toEqual(shown);
  });

  test("uses its parts again, each element of a hundred", () => {
    const uses = '<use href="#leaf"/>'.repeat(100);
    expect(read(svg(`<defs><g id="leaf" fill="#fff"><path d="M0 0"/></g></defs>${uses}`))).toEqual(shown);
  });
});

describe("a file that is no drawing, or half of one", () => {
  test.each([
    ["nothing", ""],
    ["a word", "hello"],
    ["words before the drawing", `hello ${svg("")}`],
    ["a comment alone", "<!-- a drawing -->"],
    ["another root", '<g xmlns="http://www.w3.org/2000/svg"/>'],
    ["a root that browsers take for no SVG", '<svg viewBox="0 0 4 2"><g/></svg>'],
  ])("is not a picture: %s", (_, text) => {
    expect(read(text)).toBe("not a picture");
  });

  test.each([
    ["two roots", svg("") + svg("")],
    ["words behind the drawing", `${svg("")} hello`],
    ["no end", svg("<g>").slice(0, -"</svg>".length)],
    ["a tag that breaks off", svg('<g fill="#fff').slice(0, -"</svg>".length)],
    ["an end without a start", svg("</g>")],
    ["ends in the wrong order", svg("<g><text></g></text>")],
    ["an attribute without a value", svg("<rect hidden/>")],
    ["an attribute twice", svg('<rect width="1" width="2"/>')],
    ["attributes without a space", svg('<rect width="1"height="2"/>')],
    ["an entity that only HTML knows", svg("<text>a&nbsp;b</text>")],
  ])("is damaged: %s", (_, text) => {
    expect(read(text)).toBe("damaged");
  });
});

describe("a drawing that could ask another host", () => {
  test.each([
    ['cursor="u\\72l(http://evil.example/a.png), auto"'],
    ['cursor="u\\72l(//evil.example/a.png)"'],
    [`mask="image-set('http://evil.example/a.png' 1x)"`],
    [`mask="image-set('//evil.example/a.png' 1x)"`],
    [`mask="-webkit-image-set('//evil.example/a.png' 1x)"`],
    [`mask="image('//evil.example/a.png')"`],
    [`fill="src('//evil.example/a.svg')"`],
    [`mask="cross-fade('//evil.example/a.png', red)"`],
    ['fill="url(//evil.example/a.svg#b)"'],
    ['fill="rgb(1,2,3) URL( //evil.example/a.svg#b )"'],
    [`fill="url('#a', '//evil.example')"`],
    ['fill="notrgb(1,2,3)"'],
    ['fill="rgb (1,2,3)"'],
    ['fill="u&#114;l(//evil.example)"'],
    ['font-family="\\41 rial"'],
    [`mask="'https://evil.example/a.png'"`],
    ['xml:base="//evil.example/"'],
    ['xlink:href="a.svg#b"'],
    ['xmlns:a="https://evil.example"'],
    ['style="fill:red"'],
    ['ONload="alert(1)"'],
  ])("is refused, with the name of the attribute: %s", (written) => {
    expect(read(svg(`<rect ${written}/>`))).toEqual({ active: `${written.slice(0, written.indexOf("="))} in <rect>` });
  });
});

describe("a drawing that would keep a computer busy", () => {
  const long = 300_000;

  test("is not read where it is larger than 1 MB", () => {
    const [start = "", end = ""] = svg("|").split("|");
    const padded = (size: number) => start + " ".repeat(size - start.length - end.length) + end;
    expect(read(padded(1_000_000))).toEqual(shown);
    expect(read(padded(1_000_001))).toBe("too large");
    expect(readSvg(new Uint8Array(20_000_000).fill(0xff))).toBe("too large");
  });

  test.each([
    ["the name of an attribute", svg("", "a".repeat(long)), "damaged"],
    ["names of attributes", svg("", "a ".repeat(long)), "damaged"],
    ["the digits of a size", svg("", `width="${"1".repeat(long)}-"`), { width: 300, height: 150 }],
    ["spaces in a tag", svg("", `viewBox="0 0 4 2" ${" ".repeat(long)}`), shown],
    ["spaces in a value", svg("", `width="${" ".repeat(long)}x"`), { width: 300, height: 150 }],
    ["a comment", svg(`<!--${"-x".repeat(long)}-->`), shown],
    ["a comment without an end", svg(`<!--${"x".repeat(long)}`), { active: `<!--${"x".repeat(36)}` }],
    ["comments without an end", svg("<!--".repeat(long / 4)), { active: "<!--".repeat(10) }],
    ["a word in a value", svg(`<path d="${"a".repeat(long)}"/>`), shown],
    ["references in a value", svg(`<path d="${"url(#a".repeat(long / 6)}"/>`), { active: "d in <path>" }],
    ["ampersands", svg(`<text>${"&#1".repeat(long / 3)}</text>`), "damaged"],
    ["elements in each other", svg("<g>".repeat(long / 7) + "</g>".repeat(long / 7)), "too large"],
  ])("is read from one end to the other, once: %s", (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test("is refused where few elements stand for many", () => {
    const level = (index: number) => `<g id="a${index + 1}">${`<use href="#a${index}"/>`.repeat(10)}</g>`;
    const levels = (count: number) => Array.from({ length: count }, (_, index) => level(index)).join("");
    expect(read(svg(`<g id="a0"/>${levels(2)}`))).toEqual(shown);
    expect(read(svg(`<g id="a0"/>${levels(30)}`))).toBe("too large");
    expect(read(svg(`${levels(30)}<g id="a0"/>`))).toBe("too large");
  });

  test("is refused where patterns are filled with patterns", () => {
    const level = (index: number) => `<pattern id="a${index}" fill="url(#a${index + 1})">${"<rect/>".repeat(10)}</pattern>`;
    const levels = Array.from({ length: 30 }, (_, index) => level(index)).join("");
    expect(read(svg(`${levels}<rect fill="url('#a0')"/>`))).toBe("too large");
  });

  test.each([
    ['<g id="a"><use href="#a"/></g>'],
    ['<use id="a" xlink:href="#b"/><use id="b" href="#a"/>'],
    ['<mask id="a"><rect mask="url(#a)"/></mask>'],
    ['<g id="a"><use href="#a"/><use href="#a"/></g>'],
  ])("is refused where a part is drawn inside itself: %s", (inside) => {
    expect(read(svg(inside))).toBe("too large");
  });

  test("is refused where it has ten thousand elements, or a chain of hundreds", () => {
    expect(read(svg("<g/>".repeat(9_999)))).toEqual(shown);
    expect(read(svg("<g/>".repeat(10_000)))).toBe("too large");
    const chain = Array.from({ length: 5_000 }, (_, index) => `<use id="a${index}" href="#a${index + 1}"/>`);
    expect(read(svg(chain.join("")))).toBe("too large");
  });
});

describe("the size of a drawing", () => {
  test.each([
    ['viewBox="0 0 1e2 5e1"', 100, 50],
    ['viewBox="0 0 1e400 1e400"', 300, 150],
    ['width="5" viewBox="0 0 1e400 1e400"', 5, 3],
    ['viewBox="0 0 1e308 0"', 300, 150],
    ['width="-3" height="NaN" viewBox="0 0 -5 -5"', 300, 150],
    ['width="Infinity" height="1e400"', 300, 150],
    [`width="${"9".repeat(400)}" viewBox="0 0 1e400 1"`, 300, 150],
    ['width="1" height="99999999"', 1, 99_999],
    ['width="99999999" viewBox="0 0 1e-300 1e300"', 99_999, 99_999],
  ])("is made of whole numbers that can be drawn: %s", (written, width, height) => {
    expect(read(svg("", written))).toEqual({ width, height });
  });
});
