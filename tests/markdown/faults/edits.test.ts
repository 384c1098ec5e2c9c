import { describe, expect, test } from "vitest";
import { allFaults, fixed, render } from "../render.ts";

/** A rule, what is written, and what the edit makes of it: the same where a person has to decide. */
const cases: readonly (readonly [rule: string, written: string, mended: string])[] = [
  ["dropped-html", '<p style="color: red">a</p>', "<p>a</p>"],
  ["dropped-html", '<p class="app-x" style="color: red" id="a">a</p>', '<p class="app-x" id="a">a</p>'],
  [
    "dropped-html",
    'Go <a href="/x/" target="_blank" rel=noopener onmouse>on</a>.',
    'Go <a href="/x/" rel=noopener onmouse>on</a>.',
  ],
  ["dropped-html", "<p align=center>a</p>", "<p>a</p>"],
  ["dropped-html", "<p data-x style='a'>a</p>", "<p>a</p>"],
  ["dropped-html", "<span role='text'>a</span> b", "<span>a</span> b"],
  ["dropped-html", "<br style='a'/>b", "<br/>b"],
  ["dropped-html", '<p style="a"class="app-x">a</p>', '<p style="a"class="app-x">a</p>'],
  ["dropped-html", "<p\n  style='a'\n  id='b'>a</p>", "<p\n  style='a'\n  id='b'>a</p>"],
  ["dropped-html", "<p class='app-x'\n  style='a' id='b'>a</p>", "<p class='app-x'\n  id='b'>a</p>"],
  ["dropped-html", "<p style='a\nb'>a</p>", "<p style='a\nb'>a</p>"],
  ["dropped-html", "a <font color=red>b</font> c", "a b c"],
  ["dropped-html", "<center>a</center>", "a"],
  ["dropped-html", "a <font>b <font>c</font> d</font> e", "a b c d e"],
  ["dropped-html", "- a\n\n  > <FONT>x</FONT>", "- a\n\n  > x"],
  ["dropped-html", "<center>\n\n    a\n\n</center>", "<center>\n\n    a\n\n</center>"],
  ["dropped-html", "## a <div>b</div>", "## a b"],
  ["dropped-html", "{.b}<font> a", "{.b}<font> a"],
  ["dropped-html", '<p id="a b">a</p>', '<p id="a b">a</p>'],
  ["dropped-html", '<details style="a"><summary>b</summary>c</details>', "<details><summary>b</summary>c</details>"],
  ["dropped-html", "<video src=a></video>", "<video src=a></video>"],
  ["stray-break-end", "a</br>b", "a<br>b"],
  ["stray-break-end", "> - a</BR >b</br>c", "> - a<br>b<br>c"],
  ["heading-one-in-body", "# a", "## a"],
  ["heading-one-in-body", "> 1. # a #", "> 1. ## a #"],
  ["heading-one-in-body", "words\n\na\nb\n=====\n\nc", "words\n\na\nb\n-----\n\nc"],
  ["heading-one-in-body", "> a\n> ==", "> a\n> --"],
  ["heading-one-in-body", "<h1>a</h1>", "<h1>a</h1>"],
  ["no-break-space-in-heading", "##\u00A0a", "## a"],
  ["no-break-space-in-heading", "words\n###\u00A0\u202Fa\u00A0b", "words\n### a\u00A0b"],
  ["no-break-space-in-heading", "##\u00A0a\n{.b}", "##\u00A0a\n{.b}"],
  ["no-break-space-in-heading", "b{.c}\n##\u00A0a", "b{.c}\n##\u00A0a"],
  ["dangling-rule", "a\n\n---\n", "a\n"],
  ["dangling-rule", "a\n\n---", "a"],
  ["dangling-rule", "a\n***\n\n\n- - -\n\n", "a\n\n"],
  ["dangling-rule", "---\n\na\n\n---\n\nb", "a\n\n---\n\nb"],
  ["dangling-rule", "\n___\n", "\n\n"],
  ["dangling-rule", "[a]: /b/\n\n---", "[a]: /b/"],
];

describe.each([1, 12])("edits of a body whose first line is line %i of its file", (firstLine) => {
  test.each(cases)("%s: %j becomes %j", (rule, written, mended) => {
    expect(allFaults(written).join(" ")).toContain(rule);
    expect(fixed(written, rule, firstLine)).toBe(mended);
  });
});

test.each(cases.filter(([, written, mended]) => written !== mended))("%s: %j keeps its words", (_, written, mended) => {
  const words = (markdown: string): string =>
    render(markdown)
      .body.html.replace(/<[^>]*>|#+/g, " ")
      .replace(/\s+/g, " ")
      .trim();
  expect(words(mended)).toBe(words(written));
});
