import type { Token } from "markdown-it";

/** The ids that editors wrote themselves, in braces and in HTML; some more do no harm. */
export function explicitIds(tokens: readonly Token[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const token of tokens.flatMap((block) => [block, ...(block.children ?? [])])) {
    const id = token.attrGet("id");
    if (id !== null) ids.add(String(id));
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
          .map(({ type, content }) => (type.endsWith("break") ? " " : type === "image" ? "" : content))
          .join("")
      : [],
  );
}
