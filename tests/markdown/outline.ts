import { parseFragment, serializeOuter } from "parse5";
import type { DefaultTreeAdapterTypes as Tree } from "parse5";

type Element = Tree.Element;
type Node = Tree.ChildNode;

const blocks = new Set(
  "blockquote caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table tbody td th thead tr ul".split(
    " ",
  ),
);

/**
 * The blocks of some HTML, one a line, what stands inside another indented under it: short enough to judge by eye.
 * Our components show as what editors call them; white space, ids and classes are left out.
 */
export function outline(html: string): string {
  return outlineOf(parseFragment(html).childNodes, "").join("\n");
}

function outlineOf(nodes: readonly Node[], indent: string): string[] {
  const lines: string[] = [];
  let words = "";
  const endWords = (): void => {
    if (words.trim() !== "") lines.push(`${indent}"${words.replace(/\s+/g, " ").trim()}"`);
    words = "";
  };
  for (const node of nodes) {
    if (!isElement(node) || !blocks.has(node.tagName)) {
      words += isElement(node) ? inlineHtml(node) : "value" in node ? node.value : "";
      continue;
    }
    endWords();
    lines.push(...outlineOfBlock(node, indent));
  }
  endWords();
  return lines;
}

function outlineOfBlock(element: Element, indent: string): string[] {
  const { name, inside } = named(element);
  if (element.tagName === "pre") return [`${indent}pre: ${JSON.stringify(textOf(element))}`];
  const hasBlocks = inside.some((node) => isElement(node) && blocks.has(node.tagName));
  if (hasBlocks) return [indent + name, ...outlineOf(inside, `${indent}  `)];
  const words = inside.map((node) => (isElement(node) ? inlineHtml(node) : "value" in node ? node.value : "")).join("");
  const text = words.replace(/\s+/g, " ").trim();
  return [indent + name + (text === "" ? "" : `: ${text}`)];
}

/** What an editor calls a block, and what is inside it. */
function named(element: Element): { readonly name: string; readonly inside: readonly Node[] } {
  const classes = attribute(element, "class")?.split(" ") ?? [];
  if (element.tagName === "details") {
    const summary = find(element, (child) => child.tagName === "summary");
    const text = find(element, (child) => hasClass(child, "nhsuk-details__text"));
    const kind = classes.includes("nhsuk-expander") ? "expander" : "details";
    return { name: `${kind} ${JSON.stringify(spaced(summary))}`, inside: text?.childNodes ?? [] };
  }
  if (classes.includes("nhsuk-inset-text")) {
    return { name: "inset", inside: element.childNodes.filter((node) => !hasClass(node, "nhsuk-u-visually-hidden")) };
  }
  if (classes.includes("nhsuk-card")) {
    const kind = classes.at(-1)?.replace(/^nhsuk-card--(care--)?/, "") ?? "card";
    const heading = find(element, (child) => hasClass(child, "nhsuk-card__heading"));
    const content = find(element, (child) => hasClass(child, "nhsuk-card__content"));
    const inside = (content?.childNodes ?? []).filter((node) => node !== heading);
    return { name: `${kind} ${heading?.tagName ?? ""} ${JSON.stringify(spaced(heading))}`, inside };
  }
  const start = attribute(element, "start");
  return { name: element.tagName + (start === null ? "" : ` start=${start}`), inside: element.childNodes };
}

function inlineHtml(element: Element): string {
  if (element.tagName === "svg") return `[${attribute(element, "class")?.split("--")[1] ?? "icon"}]`;
  return hasClass(element, "app-anchor") ? "" : serializeOuter(element);
}

/** The words of a node and of all that is in it. */
export function textOf(node: Node | Tree.DocumentFragment): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

function spaced(element: Element | undefined): string {
  return element ? textOf(element).replace(/\s+/g, " ").trim() : "";
}

function find(element: Element, wanted: (child: Element) => boolean): Element | undefined {
  for (const child of element.childNodes.filter(isElement)) {
    const found = wanted(child) ? child : find(child, wanted);
    if (found) return found;
  }
  return undefined;
}

function hasClass(node: Node, name: string): boolean {
  return isElement(node) && (attribute(node, "class")?.split(" ").includes(name) ?? false);
}

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((other) => other.name === name)?.value ?? null;
}

function isElement(node: Node): node is Element {
  return "tagName" in node;
}

/** The ids of some HTML, in order. */
export function idsIn(node: Tree.ParentNode): readonly string[] {
  return node.childNodes.filter(isElement).flatMap((element) => {
    const id = attribute(element, "id");
    return [...(id === null ? [] : [id]), ...idsIn(element)];
  });
}
