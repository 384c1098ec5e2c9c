/** A built page as a tree, and the few questions that tests ask of it. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { defaultTreeAdapter, parse } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.Node;

/** A file of a built site that is a page. */
export interface BuiltPage {
  /** Inside the output folder, with `/`: `manage/index.html`. */
  readonly path: string;
  /** Without the path prefix: `/manage/`, `/404.html`. */
  readonly address: string;
  readonly source: string;
  readonly document: DefaultTreeAdapterTypes.Document;
}

/** All files of a built site, inside its folder, with `/`, in order. */
export function filesOf(folder: string): readonly string[] {
  return readdirSync(join(folder, "."), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .toSorted();
}

/** Every page of a built site. @throws Error if there is none */
export function pagesOf(folder: string): readonly BuiltPage[] {
  const pages = filesOf(folder).filter((file) => file.endsWith(".html"));
  if (pages.length === 0) throw new Error(`There is no page in ${folder}`);
  return pages.map((path) => readPage(folder, path));
}

/** One page of a built site, by its path in the output folder. */
export function readPage(folder: string, path: string): BuiltPage {
  const source = readFileSync(join(folder, path), "utf8");
  const document = parse(source, { sourceCodeLocationInfo: true });
  return { path, address: `/${path}`.replace(/\/index\.html$/, "/"), source, document };
}

/**
 * The elements below `root` that a selector names, in the order of the page. Selectors are those of CSS as far as tests
 * need them: `main`, `.nhsuk-card`, `#contents`, `[lang]`, `a[href="/x/"]`, put together, with a space for "inside" and
 * a comma for "or".
 *
 * @throws Error if the selector is none of these, whatever the page holds
 */
export function all(root: Node, selector: string): readonly Element[] {
  const ways = readSelector(selector);
  return descendants(root).filter((element) => ways.some((steps) => matchesSteps(element, steps)));
}

/** The only element that a selector names. @throws Error if there is none, or more than one */
export function only(root: Node, selector: string): Element {
  const [found, ...others] = all(root, selector);
  if (!found || others.length > 0) throw new Error(`${found ? others.length + 1 : 0} elements for ${selector}, not 1`);
  return found;
}

/** Whether an element is one that a selector names. @throws Error as `all` does */
export function matches(element: Element, selector: string): boolean {
  return readSelector(selector).some((steps) => matchesSteps(element, steps));
}

/** The value of an attribute; `null` where there is no such attribute. */
export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((candidate) => candidate.name === name)?.value ?? null;
}

/** The words inside a node, white space folded. */
export function textOf(node: Node): string {
  return rawText(node).replace(/\s+/g, " ").trim();
}

/** The words inside a node, as they stand. */
export function rawText(node: Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  return "childNodes" in node ? node.childNodes.map(rawText).join("") : "";
}

/** The headings inside a node, h1 to h6, in the order of the page. */
export function headingsOf(root: Node): readonly Element[] {
  return descendants(root).filter((element) => /^h[1-6]$/.test(element.tagName));
}

/** Every element inside a node, in the order of the page. */
export function everyElement(root: Node): readonly Element[] {
  return descendants(root);
}

/** The elements directly inside an element. */
export function childrenOf(element: Element): readonly Element[] {
  return element.childNodes.filter((node) => defaultTreeAdapter.isElementNode(node));
}

function descendants(node: Node): readonly Element[] {
  if (!("childNodes" in node)) return [];
  return node.childNodes.flatMap((child) =>
    defaultTreeAdapter.isElementNode(child) ? [child, ...descendants(child)] : descendants(child),
  );
}

function parentOf(element: Element): Element | null {
  const parent = element.parentNode;
  return parent && defaultTreeAdapter.isElementNode(parent) ? parent : null;
}

/** What must hold of one element: `a`, `.nhsuk-link`, `[href^="/contact"]`. */
type Step = readonly string[];

/** Selectors that were read before: tests ask the same of many elements. */
const selectors = new Map<string, readonly (readonly Step[])[]>();

/** The ways to match a selector, each as steps from outside to inside. */
function readSelector(selector: string): readonly (readonly Step[])[] {
  const known = selectors.get(selector);
  if (known) return known;
  const ways = selector.split(/,(?![^[]*\])/);
  const read = ways.map((way) =>
    way
      .trim()
      .split(/\s+(?![^[]*\])/)
      .map(readStep),
  );
  selectors.set(selector, read);
  return read;
}

function readStep(step: string): Step {
  const parts = step.match(/^[a-z][a-z0-9]*|\.[\w-]+|#[\w-]+|\[[\w-]+(?:\^?="[^"]*")?\]/g) ?? [];
  if (step === "" || parts.join("") !== step) throw new Error(`This is no selector that tests can use: ${step}`);
  return parts;
}

function matchesSteps(element: Element, steps: readonly Step[]): boolean {
  if (!matchesStep(element, steps.at(-1) ?? [])) return false;
  let above = parentOf(element);
  for (const step of steps.slice(0, -1).toReversed()) {
    while (above && !matchesStep(above, step)) above = parentOf(above);
    if (!above) return false;
    above = parentOf(above);
  }
  return true;
}

function matchesStep(element: Element, step: Step): boolean {
  return step.every((part) => {
    if (part.startsWith(".")) return (attribute(element, "class") ?? "").split(/\s+/).includes(part.slice(1));
    if (part.startsWith("#")) return attribute(element, "id") === part.slice(1);
    if (part.startsWith("[")) return matchesAttribute(element, part.slice(1, -1));
    return element.tagName === part;
  });
}

function matchesAttribute(element: Element, condition: string): boolean {
  const [, name = "", operator, expected = ""] = /^([\w-]+)(?:(\^?=)"([^"]*)")?$/.exec(condition) ?? [];
  const value = attribute(element, name);
  if (value === null || operator === undefined) return value !== null;
  return operator === "=" ? value === expected : value.startsWith(expected);
}
