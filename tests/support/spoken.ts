/**
 * What a screen reader says of a page, in words, a line for each thing that it stops at. What holds other things has
 * them below it, moved in; links in the middle of a sentence stand in brackets.
 */
import type { AccessibleNode } from "./accessibility-tree.ts";

/** Roles as people call them. What is not here is called by its role. */
const calls: Readonly<Record<string, string>> = {
  combobox: "field with suggestions",
  contentinfo: "footer",
  Figcaption: "caption",
  DisclosureTriangle: "button",
  image: "picture",
  region: "part",
  searchbox: "search field",
  textbox: "field",
};

/** What is one thing, called by its name whatever is inside it. */
const single = new Set(
  "button checkbox combobox DisclosureTriangle image option radio searchbox separator textbox".split(" "),
);

/** Words that are said with the field that they belong to, and the marks before the items of a list. */
const saidElsewhere = new Set(["LabelText", "Legend", "ListMarker"]);

/** What is called by the row that it is in. */
const cells = new Set(["cell", "columnheader", "rowheader", "gridcell"]);

/** What is not called anything, and stands in the line of the words around it. */
const inline = new Set(["strong", "emphasis", "code", "superscript", "subscript"]);

/** What is not called anything, and stands on lines of its own. */
const block = new Set(["paragraph", "generic", "group", "form", "rowgroup"]);

/** Words in the middle of a line, or a line of its own with others below it. */
type Said = string | { readonly head: string; readonly below: readonly Said[] };

/**
 * @param tree - of a whole page, whose only part is the `html` element
 * @returns the lines
 */
export function spokenWords({ name, parts }: AccessibleNode): readonly string[] {
  const language = languageName(parts[0]?.lang ?? "");
  return [`page in ${language}: ${folded(name)}`, ...linesOf(parts.flatMap((part) => part.parts).flatMap(saidOf))];
}

function saidOf(node: AccessibleNode): readonly Said[] {
  const { role, name, level, parts } = node;
  if (saidElsewhere.has(role)) return [];
  if (role === "StaticText") return [name];
  if (role === "LineBreak") return [" "];
  if (role === "link") return [`[${called({ ...node, name: wordsOf(node) })}]`];
  if (single.has(role)) return [{ head: called(node), below: [] }];
  // A table is called by its caption, which need not be said again.
  const below = (role === "table" ? parts.filter((part) => part.role !== "caption") : parts).flatMap(saidOf);
  if (role === "heading") {
    return [{ head: `${called({ ...node, role: `heading ${level}`, name: "" })}: ${oneLine(below)}`, below: [] }];
  }
  if (role === "list") return [{ head: called({ ...node, role: `list of ${parts.length}` }), below }];
  if (role === "listitem") return [{ head: node.lang === null ? "•" : `• in ${languageName(node.lang)},`, below }];
  if (role === "row") return [{ head: `row: ${parts.map((cell) => oneLine(saidOf(cell))).join(" | ")}`, below: [] }];
  if (cells.has(role)) return below;
  return saidInside(node, below);
}

/** What a link is called, with its words in another language marked. */
function wordsOf({ name, parts }: AccessibleNode): string {
  const changesLanguage = (part: AccessibleNode): boolean => part.lang !== null || part.parts.some(changesLanguage);
  return parts.some(changesLanguage) ? oneLine(parts.flatMap(saidOf)) : name;
}

/** What is said of what holds other things. */
function saidInside(node: AccessibleNode, below: readonly Said[]): readonly Said[] {
  const { role, name, lang } = node;
  const isNamed = folded(name) !== "" && role !== "generic";
  const language = lang === null ? "" : `in ${languageName(lang)}`;
  // A label, whose words are said with its field.
  if (language !== "" && below.length === 0 && !isNamed) return [];
  // A word in another language, in the middle of a sentence.
  if (language !== "" && below.every((one) => typeof one === "string")) return [`[${language}: `, ...below, "]"];
  if (inline.has(role)) return below;
  if (block.has(role) && !isNamed) return [{ head: language, below }];
  return below.length === 0 && !isNamed ? [] : [{ head: called(node), below }];
}

/** What is said of one thing: `button: Show all, collapsed`, `field: Email address (We use it to reply to you.)`. */
export function called({ role, name, states, description, lang }: AccessibleNode): string {
  const all = [...states, ...(lang === null ? [] : [`in ${languageName(lang)}`])];
  const words = [calls[role] ?? role, folded(name)].filter((part) => part !== "").join(": ");
  const more = folded(description);
  return [words, ...all].join(", ") + (more === "" || more === folded(name) ? "" : ` (${more})`);
}

function linesOf(said: readonly Said[]): readonly string[] {
  const lines: string[] = [];
  let words = "";
  const endLine = () => {
    // A link that is alone on its line needs no brackets.
    const line = folded(words).replace(/^\[([^[\]]*)\]$/, "$1");
    if (line !== "") lines.push(line);
    words = "";
  };
  for (const one of said) {
    if (typeof one === "string") {
      // Words that follow a link without a space are not in one sentence with it: a screen reader stops between them.
      if (words.endsWith("]") && /^[\p{L}[]/u.test(one)) endLine();
      words += one;
    } else {
      endLine();
      lines.push(...linesUnder(one.head, one.below));
    }
  }
  endLine();
  return lines;
}

function linesUnder(head: string, below: readonly Said[]): readonly string[] {
  const inner = linesOf(below);
  if (head === "") return inner;
  if (head.startsWith("•")) return inner.map((line, index) => (index === 0 ? `${head} ${line}` : `  ${line}`));
  const isOneLine = inner.length === 1 && below.every((one) => typeof one === "string");
  return isOneLine ? [`${head}: ${inner[0]}`] : [head, ...inner.map((line) => `  ${line}`)];
}

function oneLine(said: readonly Said[]): string {
  return linesOf(said).join(" ");
}

/** `cy` → `Welsh`. */
function languageName(tag: string): string {
  return new Intl.DisplayNames("en-GB", { type: "language" }).of(tag) ?? tag;
}

function folded(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
