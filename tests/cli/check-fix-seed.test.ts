/** What `--fix` makes of the seed's article, judged by the pages that the real build makes before and after. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultTreeAdapter } from "parse5";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { all, attribute, headingsOf, only, rawText, readPage, textOf } from "../support/page.ts";
import type { Element, Node } from "../support/page.ts";
import { programFolder, runCommand } from "../support/run-command.ts";
import { makeDesk } from "./content-folder.ts";
import type { Desk } from "./content-folder.ts";

const seed = readFileSync(join(programFolder, "content/error-messages-support.md"), "utf8");

let desk: Desk;
/** What was found before, and what was left. */
let [found, left]: readonly (readonly Found[])[] = [];
let [before, after] = [] as unknown as readonly [Element, Element];

interface Found {
  readonly rule: string;
  readonly fixable: boolean;
}

beforeAll(async () => {
  desk = makeDesk();
  desk.write({ "error-messages-support.md": seed });
  before = await builtMain("before");
  found = await check();
  left = await check("--fix");
  after = await builtMain("after");
});
afterAll(() => desk.clear());

async function builtMain(output: string): Promise<Element> {
  const { exitCode, stderr } = await runCommand(["build", "--content", "content", "--output", output], {
    cwd: desk.folder,
  });
  if (exitCode !== 0) throw new Error(stderr);
  return only(readPage(join(desk.folder, output), "error-messages-support/index.html").document, "main");
}

async function check(...args: readonly string[]): Promise<readonly Found[]> {
  const { stdout } = await runCommand(["check", "--content", "content", "--format", "json", ...args], {
    cwd: desk.folder,
  });
  return (JSON.parse(stdout) as { readonly diagnostics: readonly Found[] }).diagnostics;
}

/** What the fixes change on purpose: apostrophes are straight, and titles that repeat the words of their link go. */
const straight = (text: string) => text.replaceAll("’", "'");

/** Every element with all of its attributes, and every text, one a line; white space between blocks does not show. */
function treeOf(node: Node, isFixed: boolean): readonly string[] {
  if (defaultTreeAdapter.isTextNode(node)) {
    const text = node.value.replace(/\s+/g, " ");
    return text === " " ? [] : [isFixed ? text : straight(text)];
  }
  if (!defaultTreeAdapter.isElementNode(node)) return [];
  // An older id of a heading is made of its words as they stand; it is looked at apart.
  if (attribute(node, "class") === "app-anchor") return [];
  const repeated = node.tagName === "a" && attribute(node, "title") === textOf(node);
  const attributes = node.attrs
    .filter(({ name }) => isFixed || !repeated || name !== "title")
    .map(({ name, value }) => ` ${name}="${value}"`);
  const inside = node.childNodes.flatMap((child) => treeOf(child, isFixed));
  return [`<${node.tagName}${attributes.join("")}>`, ...inside, `</${node.tagName}>`];
}

describe("the seed's page, built after npm run check -- --fix", () => {
  test("was found to hold much that is fixable, and nothing of that is left", () => {
    const fixable = (diagnostics: readonly Found[]) => diagnostics.filter((one) => one.fixable).map(({ rule }) => rule);
    expect(new Set(fixable(found!))).toEqual(
      new Set(["curly-apostrophe", "dangling-rule", "hidden-list", "raw-expander", "title-repeats-text"]),
    );
    expect(fixable(left!)).toEqual([]);
    expect(left!.length).toBe(found!.length - fixable(found!).length);
  });

  test("has the same words, but for apostrophes that are straight", () => {
    expect(textOf(after)).toBe(straight(textOf(before)));
    expect(rawText(before)).toContain("’");
  });

  test("has the same headings, lists, expanders and links, with the same ids and addresses", () => {
    const counts = (main: Element) => [
      headingsOf(only(main, ".app-article-body")).length,
      all(main, "details").length,
      all(main, "details li").length,
      all(main, ".app-article-body a").length,
    ];
    expect(counts(before)).toEqual([10, 7, 14, 12]);
    expect(counts(after)).toEqual(counts(before));
    const links = (main: Element) => all(main, "a").map((link) => [attribute(link, "href"), straight(textOf(link))]);
    expect(links(after)).toEqual(links(before));
  });

  test("has no title on a link any more that repeats the link's words", () => {
    const titles = (main: Element) => all(main, "a[title]").length;
    expect([titles(before), titles(after)]).toEqual([10, 0]);
  });

  test("is still reached by every address that reached a part of it", () => {
    const ids = (main: Element) => all(main, "[id]").map((element) => attribute(element, "id"));
    expect(ids(before).join(" ")).toContain("surgery’s");
    expect(ids(before).filter((id) => !ids(after).includes(id))).toEqual([]);
  });

  test("is otherwise the same page, element by element", () => {
    expect(treeOf(after, true)).toEqual(treeOf(before, false));
  });
});
