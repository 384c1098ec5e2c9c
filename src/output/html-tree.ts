import type { DefaultTreeAdapterTypes } from "parse5";

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** Every element among some nodes and in them, in order. */
export function elementsUnder(nodes: readonly Node[]): readonly Element[] {
  return nodes.flatMap(elementsIn);
}

/** An element and all elements in it, in order; nothing for words. */
export function elementsIn(node: Node): readonly Element[] {
  return isElement(node) ? [node, ...elementsUnder(node.childNodes)] : [];
}

/** Whether a node is an element, and no words. */
export function isElement(node: Node): node is Element {
  return "tagName" in node;
}

/** The value of an attribute. */
export function attributeOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value;
}
