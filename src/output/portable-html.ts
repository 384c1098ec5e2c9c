import { parseFragment } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";
import { allowedElements, blockElements } from "../markdown/allowed-html.ts";

type Element = DefaultTreeAdapterTypes.Element;
/** A part of a tree that has been made portable: an element or words. */
export type PortableNode = DefaultTreeAdapterTypes.ChildNode;

/** Attributes that any element may take along; those that styles, scripts and ids hang on stay behind. */
const generalAttributes: readonly string[] = ["lang", "dir", "title", "translate"];

/** Attributes that editors may write, and that name or need something outside the words. */
const leftBehind: ReadonlySet<string> = new Set(["name", "headers", "rel", "download"]);

/** Where links and pictures may lead. */
const schemes: ReadonlySet<string> = new Set(["http:", "https:", "mailto:", "tel:"]);

/** Stands in for a host that is not known. */
const nowhere = "http://nowhere.invalid";

/**
 * Checked HTML of ours, made fit for the page of another service: elements that mean something without our styles, no
 * classes, ids or scripts, every address one that works from there. Only what the allow list of editors' HTML names
 * comes through, so this is a second wall besides.
 *
 * @param html - checked
 * @param page - the address of the page that it stands on, whole or from the host's root; fragments lead there
 */
export function portableHtml(html: string, page: string): readonly PortableNode[] {
  const base = new URL(page, nowhere);
  return withoutGaps(parseFragment(html).childNodes.flatMap((node) => portable(node, base)));
}

function portable(node: PortableNode, base: URL): readonly PortableNode[] {
  if (node.nodeName === "#text") return [node];
  // Icons and arrows say nothing that the words beside them do not say.
  if (!("tagName" in node) || valueOf(node, "aria-hidden") === "true") return [];
  const inside = node.childNodes.flatMap((child) => portable(child, base));
  const children = isBlock(node) && node.tagName !== "pre" ? withoutGaps(inside) : inside;
  if (node.tagName === "picture") return children;
  const kept = allowedElements.get(node.tagName);
  if (kept === undefined) return [];
  node.attrs = node.attrs.flatMap((attribute) => {
    const { name, value } = attribute;
    if (leftBehind.has(name) || !(kept.includes(name) || generalAttributes.includes(name))) return [];
    if (!["href", "src", "cite"].includes(name)) return [attribute];
    const address = addressFrom(value, base);
    return address === null ? [] : [{ name, value: address }];
  });
  if (node.attrs.length === 0 && isBareBox(node.tagName, children)) return children;
  node.childNodes = [...children];
  for (const child of children) child.parentNode = node;
  return [node];
}

/** Whether an element without attributes says nothing: words, a link to nothing, a division of what are blocks already. */
function isBareBox(tagName: string, children: readonly PortableNode[]): boolean {
  if (tagName === "span" || tagName === "a") return true;
  return tagName === "div" && children.every(isBlock);
}

/** Nodes without the white space before and after blocks, which no browser shows. */
function withoutGaps(nodes: readonly PortableNode[]): readonly PortableNode[] {
  const joined = withWordsJoined(nodes);
  return joined.flatMap((node, index): readonly PortableNode[] => {
    if (!("value" in node)) return [node];
    const [before, after] = [joined[index - 1], joined[index + 1]];
    if (before === undefined || isBlock(before)) node.value = node.value.replace(/^[ \t\n]+/, "");
    if (after === undefined || isBlock(after)) node.value = node.value.replace(/[ \t\n]+$/, "");
    return node.value === "" ? [] : [node];
  });
}

/** Words that nothing parts any more are one node. */
function withWordsJoined(nodes: readonly PortableNode[]): readonly PortableNode[] {
  const joined: PortableNode[] = [];
  for (const node of nodes) {
    const before = joined.at(-1);
    if ("value" in node && before !== undefined && "value" in before) before.value += node.value;
    else joined.push(node);
  }
  return joined;
}

/** Whether a node stands on lines of its own. */
export function isBlock(node: PortableNode): node is Element {
  return "tagName" in node && blockElements.has(node.tagName);
}

/** An address that works from any page; `null` for one that may lead nowhere. */
function addressFrom(href: string, base: URL): string | null {
  const address = URL.parse(href, base);
  if (address === null || !schemes.has(address.protocol)) return null;
  return address.origin === nowhere ? address.href.slice(nowhere.length) : address.href;
}

/** The value of an attribute. */
export function valueOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value;
}
