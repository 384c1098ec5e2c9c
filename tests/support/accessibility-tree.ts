/** The browser's own accessibility tree of a page: what it tells a screen reader. */
import type { CDPSession, Page } from "playwright-core";

/** An element, or a run of text, as a screen reader is told of it. */
export interface AccessibleNode {
  /** As Chromium calls it: `DisclosureTriangle`, `StaticText`. */
  readonly role: string;
  /** What it is called; of a run of text, the text, white space and all. */
  readonly name: string;
  /** What is said after its name: a hint, what is wrong. */
  readonly description: string;
  /** Of a heading. */
  readonly level: number | null;
  /** In words: `collapsed`, `not checked`. */
  readonly states: readonly string[];
  /** The language of its words, where they change to it. */
  readonly lang: string | null;
  readonly parts: readonly AccessibleNode[];
}

type BrowserNode = Awaited<ReturnType<typeof allNodes>>[number];
type Attributes = Readonly<Record<string, string>>;

/** Reads the tree of a page as it is. @throws Error if there is none */
export async function accessibilityTree(page: Page): Promise<AccessibleNode> {
  const session = await sessionOf(page);
  const nodes = await allNodes(session);
  const attributes = await attributesByNode(session);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));

  const read = (node: BrowserNode): readonly AccessibleNode[] => {
    const own = attributes.get(node.backendDOMNodeId ?? 0) ?? {};
    const parts = (node.childIds ?? []).flatMap((id) => (byId.has(id) ? read(byId.get(id)!) : []));
    // What a screen reader is not told of still says in which language its words are.
    if (node.ignored && own["lang"] === undefined) return parts;
    return [nodeOf(node, own, parts)];
  };
  const root = nodes[0] && read(nodes[0])[0];
  if (!root) throw new Error(`${page.url()} has no accessibility tree`);
  return root;
}

/**
 * What has the focus, as a screen reader is told of it: of a field with a list, the item of the list that is chosen.
 * Without its parts.
 */
export async function focusedNode(page: Page): Promise<AccessibleNode> {
  const session = await sessionOf(page);
  const expression = `(() => {
    const { activeElement } = document;
    return document.getElementById(activeElement.getAttribute("aria-activedescendant")) ?? activeElement;
  })()`;
  const { result } = await session.send("Runtime.evaluate", { expression });
  const objectId = result.objectId ?? "";
  const [{ nodes }, { node }] = await Promise.all([
    session.send("Accessibility.getPartialAXTree", { objectId, fetchRelatives: false }),
    session.send("DOM.describeNode", { objectId }),
  ]);
  if (!nodes[0]) throw new Error("Nothing has the focus");
  return nodeOf(nodes[0], attributesIn(node.attributes), []);
}

/** One for each page, for as long as it is open: a test asks many times. */
const sessions = new WeakMap<Page, Promise<CDPSession>>();

function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

async function allNodes(session: CDPSession) {
  return (await session.send("Accessibility.getFullAXTree")).nodes;
}

function nodeOf(node: BrowserNode, attributes: Attributes, parts: readonly AccessibleNode[]): AccessibleNode {
  const role = node.ignored ? "generic" : String(node.role?.value);
  const valueOf = (name: string): unknown => node.properties?.find((property) => property.name === name)?.value.value;
  const level = valueOf("level");
  return {
    role,
    name: String(node.name?.value ?? ""),
    description: String(node.description?.value ?? ""),
    level: typeof level === "number" ? level : null,
    states: statesOf(role, valueOf, "aria-current" in attributes),
    lang: attributes["lang"] ?? null,
    parts,
  };
}

function statesOf(role: string, valueOf: (name: string) => unknown, current: boolean): readonly string[] {
  const isChoice = role === "radio" || role === "checkbox";
  const expanded = valueOf("expanded");
  const states = {
    current,
    expanded: expanded === true,
    collapsed: expanded === false,
    checked: isChoice && valueOf("checked") === "true",
    "not checked": isChoice && valueOf("checked") === "false",
    selected: valueOf("selected") === true,
    required: valueOf("required") === true,
    wrong: (valueOf("invalid") ?? "false") !== "false",
    unavailable: valueOf("disabled") === true,
  };
  return Object.entries(states).flatMap(([state, holds]) => (holds ? [state] : []));
}

interface DomNode {
  readonly backendNodeId: number;
  readonly attributes?: string[];
  readonly children?: readonly DomNode[];
}

/** The attributes of every element, by the number that both trees know it by: Chromium tells neither languages nor what is current. */
async function attributesByNode(session: CDPSession): Promise<ReadonlyMap<number, Attributes>> {
  const { root } = await session.send("DOM.getDocument", { depth: -1 });
  const found = new Map<number, Attributes>();
  const read = ({ backendNodeId, attributes, children = [] }: DomNode): void => {
    found.set(backendNodeId, attributesIn(attributes));
    children.forEach(read);
  };
  read(root);
  return found;
}

/** @param list - names and values in turns, as the browser tells them */
function attributesIn(list: readonly string[] = []): Attributes {
  const pairs = list.flatMap((name, index) => (index % 2 === 0 ? [[name, list[index + 1] ?? ""]] : []));
  return Object.fromEntries(pairs) as Attributes;
}
