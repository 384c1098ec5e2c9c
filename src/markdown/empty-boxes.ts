import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { containerOf } from "./container-tokens.ts";
import type { ContainerKind } from "./container-kinds.ts";
import { reportEmptyBox } from "./faults/empty-box.ts";
import { pageContext, placeOfLine } from "./page-context.ts";

/** Those of which other rules say what they must hold. */
const judgedElsewhere: ReadonlySet<ContainerKind> = new Set<ContainerKind>(["video", "action"]);

/** Reports expanders and boxes with nothing in them. */
export function emptyBoxes(md: MarkdownIt): void {
  md.core.ruler.push("empty_boxes", (state: StateCore) => {
    const page = pageContext(state.env);
    const open: { readonly token: Token; isEmpty: boolean }[] = [];
    let inHeading = false;
    for (const token of state.tokens) {
      if (token.type.startsWith("container_heading")) inHeading = token.nesting === 1;
      else if (token.type === "container_open") {
        for (const box of open) box.isEmpty = false;
        open.push({ token, isEmpty: true });
      } else if (token.type === "container_close") {
        const box = open.pop();
        const kind = box && containerOf(box.token)?.kind;
        if (!box?.isEmpty || !kind || judgedElsewhere.has(kind)) continue;
        reportEmptyBox(page, kind === "expander", placeOfLine(page, box.token.map?.[0] ?? 0));
      } else if (!inHeading && holdsSomething(token)) {
        for (const box of open) box.isEmpty = false;
      }
    }
  });
}

/** Whether a reader sees something of it: comments and tags alone show nothing, but pictures do. */
function holdsSomething({ type, content, children }: Token): boolean {
  if (type === "inline") return children?.some(showsInLine) ?? false;
  return type === "html_block" ? showsHtml(content) : type === "fence" || type === "code_block" || type === "hr";
}

function showsInLine({ type, content }: Token): boolean {
  return type === "html_inline" ? showsHtml(content) : type === "image" || content.trim() !== "";
}

function showsHtml(html: string): boolean {
  return (
    html
      .replace(/<!--[\s\S]*?-->/g, "")
      .replace(/<(?!img\b|hr\b|video\b)[^>]*>/gi, "")
      .trim() !== ""
  );
}
