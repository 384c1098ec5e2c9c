/**
 * The names of links, buttons, fields and expanders start with the words that are seen, with nothing hidden between
 * them: who speaks to the device says what is seen (WCAG 2.2, 2.5.3 Label in Name), and who listens hears it first.
 */
import { parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { all, attribute, everyElement, matches, only, rawText } from "../support/page.ts";
import type { Element, Node } from "../support/page.ts";
import { builtSites, readablePagesOf } from "../support/site-pages.ts";

const controls = ["a[href]", "button", "summary", "input", "select", "textarea"];

/** Words as they are spoken: marks between them are not. */
const spoken = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The words inside an element, without those of the elements inside it that are left out. */
function wordsOf(node: Node, isLeftOut: (element: Element) => boolean): string {
  if (!("childNodes" in node)) return rawText(node);
  return node.childNodes
    .map((child) => ("tagName" in child && isLeftOut(child) ? " " : wordsOf(child, isLeftOut)))
    .join("");
}

const isUnseen = (element: Element) =>
  matches(element, ".nhsuk-u-visually-hidden") ||
  attribute(element, "hidden") !== null ||
  /^(svg|title|option|script)$/.test(element.tagName);

const isUnheard = (element: Element) =>
  attribute(element, "aria-hidden") === "true" ||
  attribute(element, "hidden") !== null ||
  /^(svg|option|script)$/.test(element.tagName);

/** What names a control: for a field, its label. */
function namingOf(control: Element, page: Node): Element | null {
  if (!/^(input|select|textarea)$/.test(control.tagName)) return control;
  const id = attribute(control, "id");
  return all(page, "label").find((label) => attribute(label, "for") === id) ?? null;
}

function seenOf(control: Element, page: Node): string {
  const naming = namingOf(control, page);
  const isSeen = naming !== null && !isUnseen(naming);
  return spoken(isSeen ? wordsOf(naming, isUnseen) : "") || spoken(attribute(control, "placeholder") ?? "");
}

function nameOf(control: Element, page: Node): string {
  const label = attribute(control, "aria-label");
  if (label !== null) return spoken(label);
  const by = attribute(control, "aria-labelledby")?.split(" ") ?? [];
  if (by.length > 0) return spoken(by.map((id) => rawText(only(page, `#${id}`))).join(" "));
  const naming = namingOf(control, page);
  return spoken(naming ? wordsOf(naming, isUnheard) : "");
}

/** The letters of a logo, which are seen too. */
function picturedOf(control: Element): string {
  const logo = all(control, "svg").find((drawing) => attribute(drawing, "role") === "img");
  return spoken((logo && attribute(logo, "aria-label")) ?? "");
}

/** Controls whose name starts with something else than what is seen of them, as `seen: name`. */
function misnamed(page: Node): readonly string[] {
  return controls
    .flatMap((selector) => all(page, selector))
    .filter((control) => attribute(control, "type") !== "hidden")
    .map((control) => ({ seen: seenOf(control, page), name: nameOf(control, page), pictured: picturedOf(control) }))
    .filter(({ seen, name, pictured }) =>
      [seen, `${pictured} ${seen}`].every((words) => words !== "" && !`${name} `.startsWith(`${words} `)),
    )
    .map(({ seen, name }) => `${seen}: ${name}`);
}

describe.each(builtSites())("on the site %s", (_, site) => {
  test("every control has a name that starts with the words that are seen", () => {
    const pages = readablePagesOf(site);
    const found = pages.flatMap(({ document, address }) => misnamed(document).map((what) => `${address} ${what}`));
    expect(found).toEqual([]);
  });
});

test.each([
  ['<a href="/">Home</a>', []],
  ['<a href="/">Home<span class="nhsuk-u-visually-hidden"> page</span></a>', []],
  ['<a href="/"><span>Next</span><span class="nhsuk-u-visually-hidden">:</span><span> Codes</span></a>', []],
  ['<button><span class="nhsuk-u-visually-hidden">Browse </span>More</button>', ["more: browse more"]],
  ['<a href="/">Show<span class="nhsuk-u-visually-hidden"> or hide</span> all</a>', ["show all: show or hide all"]],
  ['<a href="/" aria-label="Go home">Home</a>', ["home: go home"]],
  ['<a href="/"><b aria-hidden="true">CID1</b><i class="nhsuk-u-visually-hidden">C I D 1</i></a>', ["cid1: c i d 1"]],
  [
    '<label for="a" class="nhsuk-u-visually-hidden">Words</label><input id="a" placeholder="Search">',
    ["search: words"],
  ],
])("%s is judged", (html, found) => {
  const page = parseFragment(html);
  expect(everyElement(page).length).toBeGreaterThan(0);
  expect(misnamed(page)).toEqual(found);
});
