import type { Page } from "../../model/article.ts";
import type { Problem } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import { pagesByLanguage } from "../../model/site.ts";
import type { Rule } from "../rule.ts";

/** Two pages with the same title. */
export const duplicateTitle: Rule = {
  name: "duplicate-title",
  severity: "warning",
  kind: "site",
  title: "Two pages have the same title",
  source: "NHS service manual, Page titles",
  fixable: false,

  *check(site) {
    for (const pages of pagesByLanguage(site)) yield* duplicates(pages);
  },
};

/** A translation may well have the title of its original: a name is a name. */
function* duplicates(pages: readonly Page[]): Iterable<Problem> {
  const first = new Map<string, string | null>();
  for (const { title, file, fieldSpans } of pages) {
    const other = first.get(title);
    if (other === undefined) first.set(title, file);
    else if (file !== null) {
      yield {
        span: fieldSpans.get("title") ?? spanAt(file, 1, 1),
        message: `${other ?? "The front page"} has the same title`,
        why: "In search results and among open tabs nobody can tell the two pages apart",
        fix: "Say in the title what is special about this page",
      };
    }
  }
}
