import { renderBody } from "../../src/markdown/renderer.ts";
import type { RenderedBody } from "../../src/model/body.ts";
import type { Picture } from "../../src/model/picture.ts";

/** What error codes look like where `site.yml` says nothing. */
const usualCodes = { prefix: "CID", fewestDigits: 4, mostDigits: 5 };

/** Renders some Markdown as the body of `manage/passwords.md` of a site under `/`, without front matter. */
export function render(
  text: string,
  {
    file = "manage/passwords.md",
    firstLine = 1,
    pathPrefix = "/",
    headingAliases = {} as Record<string, string>,
    codes = usualCodes,
    pictures = [] as readonly Picture[],
  } = {},
): RenderedBody {
  const source = { file, text, firstLine, headingAliases: new Map(Object.entries(headingAliases)) };
  return renderBody(source, {
    pathPrefix,
    codes,
    pictures: new Map(pictures.map((picture) => [picture.path, picture])),
  });
}

/** What is wrong with some Markdown: `error 1:8-12 unsafe-link`, the second column excluded. */
export function faults(text: string): readonly string[] {
  return render(text).diagnostics.map(
    ({ severity, rule, span }) => `${severity} ${span.line}:${span.column}-${span.endColumn} ${rule}`,
  );
}
