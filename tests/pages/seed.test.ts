/** The seed's article, as its author meant it. What is expected is read from its source in the plainest way there is. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { all, attribute, childrenOf, headingsOf, only, rawText, readPage, textOf } from "../support/page.ts";
import { builtSite, seedAddress } from "../support/site-pages.ts";

const source = readFileSync("content/error-messages-support.md");
const body = source.toString("utf8").replace(/^---\n[\s\S]*?\n---\n/, "");
const lines = body.split("\n").map((line) => line.trim());

/** The words of a line without the marks of Markdown and HTML. */
function words(line: string): string {
  const withoutMarks = line
    .replace(/<[^>]*>/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll("**", "");
  return withoutMarks.replace(/\s+/g, " ").trim();
}

const isHeading = (line: string) => line.startsWith("#");
const isItem = (line: string) => /^(- |<li>)/.test(line);
const isRule = (line: string) => line === "---";
const followsSummary = (_line: string, index: number) => lines[index - 1]?.startsWith("<span") === true;

/** The source holds each paragraph on a line of its own: what is nothing else is one. */
const paragraphs = lines.filter(
  (line, index) =>
    words(line) !== "" && !isHeading(line) && !isItem(line) && !isRule(line) && !followsSummary(line, index),
);

test("content/error-messages-support.md is the seed, byte for byte", () => {
  const seed = "189b6667aa29fe0e3a819a3ba36226e4ce692bece48d7824dd1ce9e27126fd57";
  expect(createHash("sha256").update(source).digest("hex")).toBe(seed);
});

describe.each(["root", "prefixed"] as const)("the seed's page on the site %s", (name) => {
  const site = builtSite(name);
  const { document } = readPage(site.folder, `${seedAddress.slice(1)}index.html`);
  const article = only(document, ".app-article-body");
  const expanders = all(article, "details");

  test("has its title as the only h1", () => {
    expect(textOf(only(document, "h1"))).toBe("Error messages and support");
  });

  test("has 10 headings, in the order and with the words of the source, each with an id", () => {
    const headings = headingsOf(article);
    expect(headings).toHaveLength(10);
    const expected = lines
      .filter(isHeading)
      .map((line) => `h${/^#+/.exec(line)?.[0].length} ${words(line.replace(/^#+/, ""))}`);
    expect(headings.map((heading) => `${heading.tagName} ${textOf(heading)}`)).toEqual(expected);
    const ids = headings.map((heading) => attribute(heading, "id"));
    expect(ids).not.toContain(null);
    expect(new Set(ids).size).toBe(10);
  });

  test("has 7 expanders with 4, 4, 3, 0, 3, 0 and 0 list items, closed, each with an id and its summary", () => {
    expect(expanders.map((expander) => all(expander, "li").length)).toEqual([4, 4, 3, 0, 3, 0, 0]);
    expect(expanders.filter((expander) => attribute(expander, "open") !== null)).toEqual([]);
    expect(new Set(expanders.map((expander) => attribute(expander, "id"))).size).toBe(7);
    expect(expanders.map((expander) => textOf(only(expander, "summary")))).toEqual(lines.filter(followsSummary));
  });

  test("has 16 list items, with the words of the source", () => {
    const items = all(article, "li").map(textOf);
    expect(items).toHaveLength(16);
    expect(items).toEqual(lines.filter(isItem).map((line) => words(line.replace(/^- /, ""))));
  });

  test("links to the contact pages of its 8 codes, in order", () => {
    const hrefs = all(article, "a").map((link) => attribute(link, "href") ?? "");
    const codes = ["CID1111", "CID7023", "CID7029", "CID2011", "CID2012", "CID2014", "CID3002", "CID3003"];
    expect(hrefs.filter((href) => href.includes("contact"))).toEqual(
      codes.map((code) => `${site.pathPrefix}contact/${code}/`),
    );
  });

  test("has 12 links, each with the words and the title of the source", () => {
    const links = all(article, "a");
    expect(links).toHaveLength(12);
    const written = [...body.matchAll(/\[([^\]]*)\]\(([^\s)]*)(?: '([^']*)')?\)/g)].map((match) => [
      match[1],
      match[3] ?? null,
    ]);
    expect(links.map((link) => [textOf(link), attribute(link, "title")])).toEqual(written);
  });

  test("has every paragraph of the source, as often as it stands there", () => {
    const found = all(article, "p").map(textOf);
    expect(found.toSorted()).toEqual(paragraphs.map(words).toSorted());
    expect(found.length).toBeGreaterThan(35);
  });

  test("has its bold words in bold", () => {
    const bold = [...body.matchAll(/\*\*([^*]+)\*\*|<strong>([^<]+)<\/strong>/g)].map((match) => match[1] ?? match[2]);
    expect(all(article, "strong").map(textOf)).toEqual(bold);
  });

  test("has a rule wherever the source has one between sections, and none at the end", () => {
    expect(all(article, "hr")).toHaveLength(lines.filter(isRule).length - 1);
    expect(childrenOf(article).at(-1)?.tagName).not.toBe("hr");
  });

  test("shows no marks of Markdown, no code and nothing empty", () => {
    expect(all(article, "pre")).toEqual([]);
    expect(all(article, "code")).toEqual([]);
    expect(all(article, "p").filter((paragraph) => textOf(paragraph) === "")).toEqual([]);
    expect(rawText(article)).not.toContain("**");
    expect(rawText(article)).not.toMatch(/(^|\n)\s*- /);
    expect(rawText(article)).not.toContain(":::");
  });

  test("lists its sections in a table of contents, in order", () => {
    const sections = headingsOf(article).filter(({ tagName }) => tagName === "h2");
    const contents = all(document, "nav.nhsuk-contents-list a");
    expect(contents.map(textOf)).toEqual(sections.map(textOf));
    expect(contents.map((link) => decodeURIComponent(attribute(link, "href") ?? ""))).toEqual(
      sections.map((heading) => `#${attribute(heading, "id")}`),
    );
  });
});
