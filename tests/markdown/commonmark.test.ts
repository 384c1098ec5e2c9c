import { createRequire } from "node:module";
import { parseFragment, serialize } from "parse5";
import type { DefaultTreeAdapterTypes as Tree } from "parse5";
import { describe, expect, test } from "vitest";
import { publishedTarget } from "../../src/markdown/links.ts";
import { commonmarkExceptions } from "./commonmark-exceptions.ts";
import { render, usualCodes } from "./render.ts";

interface Example {
  readonly number: number;
  readonly section: string;
  readonly markdown: string;
  readonly html: string;
}

// The package is CommonJS without types. It writes tabs as arrows.
const specification = createRequire(import.meta.url)("commonmark-spec") as { readonly tests: readonly Example[] };
const examples = specification.tests.map((example) => ({
  ...example,
  markdown: example.markdown.replaceAll("→", "\t"),
  html: example.html.replaceAll("→", "\t"),
}));

const file = "page.md";

/**
 * What we render and what the specification expects are compared as trees of elements. Five things of ours are set
 * aside, for every page has them, and they have tests of their own:
 *
 * - ids of headings and the empty anchors of their older ids are taken out of ours;
 * - headings of the first level are shown as second: the specification's are turned into second ones as well;
 * - addresses of this site's pages: the specification's pass through the same function as ours;
 * - rules at the very start or end of a body are left out, each with a warning: as many as were warned of are taken from
 *   that end of what the specification expects;
 * - empty paragraphs, which a browser makes of `</pre></p>`, are taken out of what the specification expects.
 *
 * White space between blocks does not count.
 */
function ours(html: string): string {
  const tree = parseFragment(html.trim());
  for (const element of elementsOf(tree)) {
    if (!/^h[1-6]$/.test(element.tagName)) continue;
    element.attrs = element.attrs.filter(({ name }) => name !== "id");
    element.childNodes = element.childNodes.filter((node) => !isAnchor(node));
  }
  return serialize(withoutSpaceBetweenBlocks(tree));
}

function theirs(html: string, rulesBefore: number, rulesAfter: number): string {
  const tree = withoutSpaceBetweenBlocks(parseFragment(html.trim()));
  for (let count = 0; count < rulesBefore; count++) expect(tree.childNodes.shift()?.nodeName).toBe("hr");
  for (let count = 0; count < rulesAfter; count++) expect(tree.childNodes.pop()?.nodeName).toBe("hr");
  for (const element of elementsOf(tree)) {
    element.childNodes = element.childNodes.filter((node) => node.nodeName !== "p" || !isEmpty(node));
    if (element.tagName === "h1") element.tagName = element.nodeName = "h2";
    for (const attribute of element.attrs) {
      if (attribute.name !== "href" && attribute.name !== "src") continue;
      attribute.value = publishedTarget(decodeURI(attribute.value), file, { pathPrefix: "/", codes: usualCodes }) ?? "";
    }
  }
  return serialize(tree);
}

function comparison(example: Example): { readonly got: string; readonly expected: string } {
  const { body, diagnostics } = render(example.markdown, { file });
  const dropped = diagnostics.filter(({ rule }) => rule === "dangling-rule");
  const before = dropped.filter(({ message }) => message.includes("before")).length;
  return { got: ours(body.html), expected: theirs(example.html, before, dropped.length - before) };
}

function* elementsOf(node: Tree.ParentNode): Generator<Tree.Element> {
  for (const child of node.childNodes) {
    if (!("tagName" in child)) continue;
    yield child;
    yield* elementsOf(child);
  }
}

function isEmpty(node: Tree.ChildNode): boolean {
  return "childNodes" in node && node.childNodes.length === 0;
}

function isAnchor(node: Tree.ChildNode): boolean {
  return "attrs" in node && node.attrs.some(({ value }) => value === "app-anchor");
}

function withoutSpaceBetweenBlocks(node: Tree.DocumentFragment): Tree.DocumentFragment {
  for (const parent of [node, ...elementsOf(node)]) {
    if ("tagName" in parent && !/^(blockquote|ul|ol|li|div|table|tbody|tr|td)$/.test(parent.tagName)) continue;
    for (const child of parent.childNodes) {
      if (child.nodeName === "#text" && "value" in child) child.value = child.value.replace(/^\s*\n\s*|\s*\n\s*$/g, "");
    }
    parent.childNodes = parent.childNodes.filter((child) => !("value" in child) || child.value !== "");
  }
  return node;
}

describe("CommonMark", () => {
  test("has all its examples here", () => {
    expect(examples).toHaveLength(652);
  });

  test.each(examples.filter(({ number }) => !commonmarkExceptions.has(number)))(
    "example $number, $section, is rendered as the specification says",
    (example) => {
      const { got, expected } = comparison(example);
      expect(got).toBe(expected);
    },
  );

  test.each(examples.filter(({ number }) => commonmarkExceptions.has(number)))(
    "example $number, $section, still differs, for raw HTML that is not let through",
    (example) => {
      const { got, expected } = comparison(example);
      expect(example.html).toMatch(/<[a-z!?/]/i);
      expect(got).not.toBe(expected);
    },
  );
});
