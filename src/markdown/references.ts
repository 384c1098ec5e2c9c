import MarkdownIt from "markdown-it";
import type { MarkdownIt as Parser, StateCore, Token } from "markdown-it";
import { codesIn } from "../model/code-pattern.ts";
import type { CodePattern } from "../model/settings.ts";
import { referenceEnd, referencePhraseStart, referenceStart } from "./components/reference.ts";
import { ownHtml } from "./own-html.ts";
import { pageContext } from "./page-context.ts";

/** The word that belongs to the code after it, as texts write it, in English and in Welsh. */
const wordBefore = /(?<!\p{L})(?:reference|cyfeirnod(?: gwall)?):? $/iu;

/** Sets the error codes in headings, and in the words that expanders and boxes show first, so that they can be read out. */
export function references(md: Parser): void {
  md.core.ruler.push("references", (state: StateCore) => {
    const { codes } = pageContext(state.env).settings;
    for (const [index, block] of state.tokens.entries()) {
      if (!block.children) continue;
      const isHeading = /^(?:container_)?heading_open$/.test(state.tokens[index - 1]?.type ?? "");
      block.children = inTokens(block.children, codes, isHeading);
    }
  });
}

/** @param inHeading - whether the first of the tokens stands in a heading; cells of tables hold whole expanders */
function inTokens(tokens: readonly Token[], codes: CodePattern, inHeading: boolean): Token[] {
  let isHeading = inHeading;
  return tokens.flatMap((token) => {
    if (token.type.startsWith("container_heading")) isHeading = token.nesting === 1;
    if (!isHeading || token.type !== "text") return [token];
    const parts = partsOf(token.content, codes);
    return parts.length <= 1
      ? [token]
      : parts.map(({ kind, content }) => (kind === "tag" ? ownHtml(content) : text(content)));
  });
}

/** Sets the codes in the words of a heading that was written as HTML. @param html - words without tags, escaped */
export function withReferences(html: string, codes: CodePattern): string {
  // What stands for a sign by its number (&#X1234;) may look like a code.
  return html
    .split(/(&#?\w+;)/)
    .map((words, index) =>
      index % 2 === 1
        ? words
        : partsOf(words, codes)
            .map(({ content }) => content)
            .join(""),
    )
    .join("");
}

interface Part {
  /** A tag is ours, words are the editor's. */
  readonly kind: "tag" | "words";
  readonly content: string;
}

function partsOf(words: string, codes: CodePattern): readonly Part[] {
  const parts: Part[] = [];
  let read = 0;
  for (const { code, start, end } of codesIn(words, codes)) {
    const before = words.slice(read, start);
    const [word = ""] = wordBefore.exec(before) ?? [];
    const set = [tag(referenceStart), part(code), tag(referenceEnd)];
    parts.push(part(before.slice(0, before.length - word.length)));
    parts.push(...(word === "" ? set : [tag(referencePhraseStart), part(word), ...set, tag(referenceEnd)]));
    read = end;
  }
  return [...parts, part(words.slice(read))].filter(({ content }) => content !== "");
}

function tag(content: string): Part {
  return { kind: "tag", content };
}

function part(content: string): Part {
  return { kind: "words", content };
}

function text(content: string): Token {
  return Object.assign(new MarkdownIt.Token("text", "", 0), { content });
}
