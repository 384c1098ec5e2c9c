import { readFileSync } from "node:fs";
import { parseFragment } from "parse5";
import type { DefaultTreeAdapterTypes as Tree } from "parse5";
import { describe, expect, test } from "vitest";
import { textOf } from "./outline.ts";
import { render } from "./render.ts";

const file = "error-messages-support.md";
const source = readFileSync(new URL(`../../content/${file}`, import.meta.url), "utf8");
const [frontMatter = ""] = /^---\n[^]*?\n---\n/.exec(source) ?? [];
const markdown = source.slice(frontMatter.length);
const { body, diagnostics } = render(markdown, { file, firstLine: frontMatter.split("\n").length });
const elements = [...elementsOf(parseFragment(body.html))];

function* elementsOf(node: Tree.ParentNode): Generator<Tree.Element> {
  for (const child of node.childNodes) {
    if (!("tagName" in child)) continue;
    yield child;
    yield* elementsOf(child);
  }
}

function all(name: string, within: readonly Tree.Element[] = elements): readonly Tree.Element[] {
  return within.filter(({ tagName }) => tagName === name);
}

function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((other) => other.name === name)?.value;
}

function words(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

describe("the seed's article", () => {
  test("has its 10 headings in order, each with an id", () => {
    const headings = elements.filter(({ tagName }) => /^h[1-6]$/.test(tagName));
    expect(headings.map((heading) => `${heading.tagName} ${attribute(heading, "id")}`)).toEqual([
      "h2 there-is-already-an-account-linked-to-my-details",
      "h2 there-is-an-issue-connecting-to-my-gp",
      "h3 unable-to-connect-to-your-gp-surgerys-system---reference-cid7023",
      "h3 we-cannot-connect-your-nhs-login-to-your-gp-surgery---reference-cid7029",
      "h2 i-have-not-received-an-email-with-a-security-code",
      "h2 cid2011-there-may-be-a-problem-with-your-nhs-number",
      "h2 cid2012-your-nhs-login-may-have-been-disabled",
      "h2 cid2014-you-cannot-use-your-nhs-login",
      "h2 cid3002-the-link-to-cancel-the-update-to-your-phone-number-has-expired",
      "h2 cid3003-the-link-to-cancel-the-update-to-your-phone-number-has-already-been-used",
    ]);
    expect(body.facts.headings.map(({ id }) => id)).toEqual(headings.map((heading) => attribute(heading, "id")));
  });

  test("has 7 expanders, with 4, 4, 3, 0, 3, 0 and 0 list items, and 16 list items in all", () => {
    const expanders = all("details");
    expect(expanders.map((expander) => all("li", [...elementsOf(expander)]).length)).toEqual([4, 4, 3, 0, 3, 0, 0]);
    expect(all("li")).toHaveLength(16);
    expect(body.facts.expanders.map(({ summary }) => summary)).toEqual(
      all("summary").map((summary) => words(textOf(summary))),
    );
  });

  test("leads to the contact pages of 8 codes", () => {
    const codes = ["CID1111", "CID7023", "CID7029", "CID2011", "CID2012", "CID2014", "CID3002", "CID3003"];
    const links = all("a").map((link) => attribute(link, "href"));
    expect(links.filter((href) => href?.startsWith("/contact"))).toEqual(codes.map((code) => `/contact/${code}/`));
    expect(body.facts.contactLinks.map(({ code }) => code)).toEqual(codes);
  });

  test("has 12 links", () => {
    expect(all("a")).toHaveLength(12);
    expect(body.facts.links).toHaveLength(12);
  });

  test("says every paragraph as often as the source does", () => {
    const wholeSource = words(markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/\*\*|<\/?strong>/g, ""));
    const paragraphs = all("p").map((paragraph) => words(textOf(paragraph)));
    for (const paragraph of new Set(paragraphs)) {
      const inSource = wholeSource.split(paragraph).length - 1;
      expect({ paragraph, times: paragraphs.filter((other) => other === paragraph).length }).toEqual({
        paragraph,
        times: inSource,
      });
    }
    const prose = markdown.split("\n").filter((line) => /^( {4})?[A-Z][^<>]*[a-z][.:]$/.test(line));
    expect(prose.length).toBeGreaterThan(25);
    for (const line of prose) {
      expect(paragraphs).toContain(words(line.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll("**", "")));
    }
  });

  test("shows no code, no marks of Markdown, no empty paragraph and no rule at its end", () => {
    expect(all("pre")).toEqual([]);
    expect(all("p").filter((paragraph) => words(textOf(paragraph)) === "")).toEqual([]);
    const text = textOf(parseFragment(body.html));
    expect(text).not.toContain("**");
    expect(text).not.toMatch(/^\s*- /m);
    expect(text).not.toMatch(/<\/?[a-z]/);
    expect(all("hr")).toHaveLength(7);
    expect(body.html.trimEnd()).not.toMatch(/<hr>$/);
  });

  test("is published with warnings: expanders in HTML, a list after words, a rule at its end with nothing after it", () => {
    const lines = source.split("\n");
    const numbers = (start: string): readonly number[] =>
      lines.flatMap((line, index) => (line.startsWith(start) ? [index + 1] : []));
    expect(diagnostics.map(({ rule, severity, span }) => `${severity} ${rule} ${span.line}`).toSorted()).toEqual(
      [
        ...numbers("<details").map((line) => `warning raw-expander ${line}`),
        `warning hidden-list ${lines.indexOf("    This can happen if:") + 2}`,
        `warning dangling-rule ${source.trimEnd().split("\n").length}`,
      ].toSorted(),
    );
    expect(numbers("<details")).toHaveLength(7);
  });

  test("keeps the places of its links, counted with the front matter", () => {
    const lines = source.split("\n");
    for (const { href, span } of body.facts.links) {
      expect(lines[span.line - 1]?.slice(span.column - 1, span.endColumn - 1)).toBe(href);
    }
    for (const { code, span } of body.facts.contactLinks) {
      expect(lines[span.line - 1]?.slice(span.column - 1, span.endColumn - 1)).toBe(code);
    }
    for (const { text, span } of body.facts.headings) {
      expect(lines[span.line - 1]?.slice(span.column - 1, span.endColumn - 1)).toMatch(/^#+ /);
      expect(lines[span.line - 1]).toContain(text);
    }
  });
});
