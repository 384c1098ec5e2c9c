import type { DefaultTreeAdapterTypes } from "parse5";
import { isBlock, valueOf } from "./portable-html.ts";
import type { PortableNode } from "./portable-html.ts";

type Element = DefaultTreeAdapterTypes.Element;

/**
 * The words of some HTML, to be read as they stand: blocks with an empty line between them, lists with hyphens or
 * numbers, each link followed by its address.
 */
export function plainText(nodes: readonly PortableNode[]): string {
  return blocksOf(nodes).join("\n\n");
}

/** The blocks of words in nodes; what stands between elements with lines of their own is one. */
function blocksOf(nodes: readonly PortableNode[]): readonly string[] {
  const blocks: string[] = [];
  let line: PortableNode[] = [];
  const endLine = () => {
    blocks.push(lineOf(line));
    line = [];
  };
  for (const node of nodes) {
    if (isBlock(node)) {
      endLine();
      blocks.push(...blocksIn(node));
    } else line.push(node);
  }
  endLine();
  return blocks.filter((block) => block !== "");
}

function blocksIn(element: Element): readonly string[] {
  if (element.tagName === "ul" || element.tagName === "ol") return [listOf(element)];
  if (element.tagName === "tr")
    return [
      element.childNodes
        .map((cell) => lineOf([cell]))
        .filter(Boolean)
        .join(" | "),
    ];
  if (["table", "thead", "tbody", "tfoot"].includes(element.tagName)) return [blocksOf(element.childNodes).join("\n")];
  if (element.tagName === "pre") return [rawWords(element).trimEnd()];
  return blocksOf(element.childNodes);
}

/** A list, an item a line; the further lines of an item stand below its first word. */
function listOf(list: Element): string {
  const items = list.childNodes.filter((node): node is Element => node.nodeName === "li");
  const step = valueOf(list, "reversed") === undefined ? 1 : -1;
  let number = Number(valueOf(list, "start") ?? (step === 1 ? 1 : items.length));
  return items
    .map((item) => {
      const own = valueOf(item, "value");
      if (own !== undefined) number = Number(own);
      const mark = list.tagName === "ul" ? "- " : `${number}. `;
      number += step;
      return (
        mark +
        blocksOf(item.childNodes)
          .join("\n")
          .replaceAll("\n", `\n${" ".repeat(mark.length)}`)
      );
    })
    .join("\n");
}

/** Words on one line, or on several where a break parts them. */
function lineOf(nodes: readonly PortableNode[]): string {
  return nodes
    .map(wordsOf)
    .join("")
    .replace(/ *\n */g, "\n")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** The words of a node, white space folded into spaces; a line end stands for a break alone. */
function wordsOf(node: PortableNode): string {
  if ("value" in node) return node.value.replace(/[ \t\n\r\f]+/g, " ");
  if (!("tagName" in node)) return "";
  if (node.tagName === "br") return "\n";
  if (node.tagName === "img") return valueOf(node, "alt") ?? "";
  const words = node.childNodes.map((child) => (isBlock(child) ? ` ${wordsOf(child)} ` : wordsOf(child))).join("");
  return node.tagName === "a" ? linkInWords(words, valueOf(node, "href")) : words;
}

/** A link's words with its address behind them, unless they are the address. */
function linkInWords(words: string, href: string | undefined): string {
  const address = href?.replace(/^(mailto|tel):/, "") ?? "";
  const bare = (text: string) => text.replace(/^https?:\/\/|\/$|\s/g, "");
  return address === "" || bare(words) === bare(address) ? words : `${words.trimEnd()} (${address})`;
}

function rawWords(node: PortableNode): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(rawWords).join("") : "";
}
