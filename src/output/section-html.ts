import { parseFragment, serializeOuter } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";
import { attributeOf, elementsIn, elementsUnder, isElement } from "./html-tree.ts";

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** A body's HTML, read once for all sections that are wanted of it. */
export interface BodyTree {
  readonly nodes: readonly Node[];
  /** The first element with each id. */
  readonly byId: ReadonlyMap<string, Element>;
}

/** Reads a body's checked HTML. */
export function bodyTree(html: string): BodyTree {
  const nodes = parseFragment(html).childNodes;
  const byId = new Map<string, Element>();
  for (const element of elementsUnder(nodes)) {
    const id = attributeOf(element, "id");
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
  }
  return { nodes, byId };
}

/**
 * The words of one section, to stand on a page of their own: what follows a heading up to the next one of the same or
 * a higher level, or what an expander holds. Headings in it move up, so that the first level below the page's title is
 * used first, and fragments that lead out of it lead to the page that it comes from.
 *
 * @param headingId - the id of the heading or expander; `null` for what stands above the first heading
 * @param href - the page that the section comes from, ready to print
 * @returns checked HTML; `""` where there are no such words
 */
export function sectionHtml(tree: BodyTree, headingId: string | null, href: string): string {
  const nodes = structuredCloneOf(sectionNodes(tree, headingId));
  const elements = nodes.flatMap(elementsIn);
  const ids = new Set(elements.flatMap((element) => attributeOf(element, "id") ?? []));
  const highest = Math.min(...elements.map((element) => levelOf(element) ?? Infinity));
  for (const element of elements) {
    const level = levelOf(element);
    if (level !== null) element.tagName = element.nodeName = `h${level - highest + 2}`;
    for (const attribute of element.attrs) {
      if (attribute.name === "href" && attribute.value.startsWith("#") && !ids.has(fragmentOf(attribute.value))) {
        attribute.value = href + attribute.value;
      }
    }
  }
  return nodes
    .map((node) => serializeOuter(node))
    .join("")
    .trim();
}

function sectionNodes(tree: BodyTree, headingId: string | null): readonly Node[] {
  if (headingId === null) {
    const first = tree.nodes.findIndex((node) => isElement(node) && levelOf(node) !== null);
    return first === -1 ? tree.nodes : tree.nodes.slice(0, first);
  }
  const start = tree.byId.get(headingId);
  if (start === undefined) return [];
  if (start.tagName === "details") {
    return start.childNodes.flatMap((node) => (isElement(node) && node.tagName !== "summary" ? node.childNodes : []));
  }
  const level = levelOf(start) ?? 6;
  const siblings = start.parentNode?.childNodes ?? [];
  const first = siblings.indexOf(start) + 1;
  const end = siblings.findIndex((node, at) => at >= first && isElement(node) && (levelOf(node) ?? 7) <= level);
  return withoutRule(siblings.slice(first, end === -1 ? undefined : end));
}

/** The rule that parts a section from the next one parts nothing on a page of its own. */
function withoutRule(nodes: readonly Node[]): readonly Node[] {
  const last = nodes.findLastIndex(
    (node) => isElement(node) || (node.nodeName === "#text" && "value" in node && node.value.trim() !== ""),
  );
  const node = nodes[last];
  return node !== undefined && isElement(node) && node.tagName === "hr" ? nodes.slice(0, last) : nodes;
}

/** Copies of nodes, so that the tree stays as it was for the next section. */
function structuredCloneOf(nodes: readonly Node[]): readonly Node[] {
  return parseFragment(nodes.map((node) => serializeOuter(node)).join("")).childNodes;
}

function levelOf({ tagName }: Element): number | null {
  const [, level] = /^h([1-6])$/.exec(tagName) ?? [];
  return level === undefined ? null : Number(level);
}

function fragmentOf(href: string): string {
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}
