import { renderBody } from "../../src/markdown/renderer.ts";
import type { RenderedBody } from "../../src/model/body.ts";

/** Renders some Markdown as the body of `manage/passwords.md` of a site under `/`, without front matter. */
export function render(
  text: string,
  { file = "manage/passwords.md", firstLine = 1, pathPrefix = "/", headingAliases = {} as Record<string, string> } = {},
): RenderedBody {
  return renderBody({ file, text, firstLine, headingAliases: new Map(Object.entries(headingAliases)) }, { pathPrefix });
}

/** What is wrong with some Markdown: `error 1:8-12 unsafe-link`, the second column excluded. */
export function faults(text: string): readonly string[] {
  return render(text).diagnostics.map(
    ({ severity, rule, span }) => `${severity} ${span.line}:${span.column}-${span.endColumn} ${rule}`,
  );
}
