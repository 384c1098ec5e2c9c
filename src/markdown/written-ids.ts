import type { Token } from "markdown-it";
import { containerOf } from "./container-tokens.ts";
import { attributeOf } from "./html-tags.ts";
import { reportIdTwice } from "./faults/dropped-html.ts";
import { placeOfLine } from "./page-context.ts";
import type { PageContext } from "./page-context.ts";

/** The ids that editors wrote themselves, in braces and in HTML; some more do no harm. */
export function explicitIds(tokens: readonly Token[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const token of tokens.flatMap((block) => [block, ...(block.children ?? [])])) {
    const id = token.attrGet("id");
    if (id !== null) ids.add(String(id));
    const tag = token.type === "container_open" ? containerOf(token)?.tag : null;
    const onTag = tag && attributeOf(tag, "id");
    if (onTag) ids.add(onTag);
    if (token.type === "html_inline" || token.type === "html_block") {
      for (const written of idsInHtml(token.content)) ids.add(written);
    }
  }
  return ids;
}

function idsInHtml(html: string): readonly string[] {
  return [...html.matchAll(/\b(?:id|name)\s*=\s*["']?([^\s"'<>]+)/gi)].map(([, id = ""]) => id);
}

/** The words of every heading in Markdown. */
export function headingWords(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token, index) =>
    token.type === "heading_open"
      ? (tokens[index + 1]?.children ?? [])
          .map(({ type, content }) =>
            type.endsWith("break") ? " " : /^(?:text|code_inline)$/.test(type) ? content : "",
          )
          .join("")
      : [],
  );
}

/**
 * Notes the id that braces give a token; one that is on the page already goes, with a warning.
 *
 * @param ids - of the page so far
 * @param line - where the token stands, from 0
 */
export function takeId(page: PageContext, ids: Set<string>, token: Token, line: number): void {
  const id = token.attrGet("id");
  if (id === null || containerOf(token)) return;
  if (!ids.has(String(id))) {
    ids.add(String(id));
    return;
  }
  token.attrs = token.attrs?.filter(([name]) => name !== "id") ?? null;
  reportIdTwice(page, String(id), placeOfLine(page, line));
}
