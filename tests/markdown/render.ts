import { renderBody } from "../../src/markdown/renderer.ts";
import type { RenderedBody } from "../../src/model/body.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { Picture } from "../../src/model/picture.ts";
import { applyEdits } from "../../src/report/apply-edits.ts";

/** What error codes look like where `site.yml` says nothing. */
export const usualCodes = { prefix: "CID", fewestDigits: 4, mostDigits: 5 };

/** Renders some Markdown as the body of `manage/passwords.md` of a site under `/`, without front matter. */
export function render(
  text: string,
  {
    file = "manage/passwords.md",
    firstLine = 1,
    lang = "en-GB",
    pathPrefix = "/",
    headingAliases = {} as Record<string, string>,
    codes = usualCodes,
    pictures = [] as readonly Picture[],
  } = {},
): RenderedBody {
  const source = { file, text, firstLine, lang, headingAliases: new Map(Object.entries(headingAliases)) };
  return renderBody(source, {
    pathPrefix,
    codes,
    pictures: new Map(pictures.map((picture) => [picture.path, picture])),
  });
}

/** What is wrong with some Markdown: `error 1:8-12 unsafe-link`, the second column excluded. */
export function allFaults(text: string): readonly string[] {
  return render(text).diagnostics.map(described);
}

/** Another way to write what is shown as it was meant. */
const advice: ReadonlySet<string> = new Set(["raw-expander", "hidden-list"]);

/** What is wrong with some Markdown besides `advice`, which has tests of its own. */
export function faults(text: string): readonly string[] {
  return render(text)
    .diagnostics.filter(({ rule }) => !advice.has(rule))
    .map(described);
}

function described({ severity, rule, span }: Diagnostic): string {
  return `${severity} ${span.line}:${span.column}-${span.endColumn} ${rule}`;
}

/** Some Markdown when every edit of a rule has been made, again and again until there is none. */
export function fixed(text: string, rule: string, firstLine = 1): string {
  const file = "manage/passwords.md";
  const found = render(text, { file, firstLine }).diagnostics.filter((diagnostic) => diagnostic.rule === rule);
  const whole = "\n".repeat(firstLine - 1) + text;
  const { texts } = applyEdits(new Map([[file, whole]]), found);
  const after = texts.get(file)?.slice(firstLine - 1);
  return after === undefined ? text : fixed(after, rule, firstLine);
}
