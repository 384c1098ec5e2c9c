import { spanAt } from "../../model/diagnostic.ts";
import type { Page } from "../../model/article.ts";
import { pagesOf } from "../../model/site.ts";
import type { Rule } from "../rule.ts";

/** Layouts that print what a page says and nothing else; the others fill themselves in. */
const plainLayouts: ReadonlySet<string> = new Set(["article.njk", "page.njk"]);

/** A page that has a title and says nothing. */
export const emptyPage: Rule = {
  name: "empty-page",
  severity: "warning",
  kind: "structure",
  title: "A page has no words",
  source: null,
  fixable: false,

  *check(site) {
    for (const page of pagesOf(site)) {
      const { file, layout, fieldSpans } = page;
      if (file === null || page.type === "hub" || !plainLayouts.has(layout) || saysSomething(page)) continue;

      yield {
        span: fieldSpans.get("title") ?? spanAt(file, 1, 1),
        message: `The page has no words${page.body.facts.headings.length > 0 ? " below its headings" : ""}`,
        why: "A citizen who comes here for help finds a title and nothing else",
        fix: "Write what helps them below the second ---, or write draft: true among the fields until it is there",
      };
    }
  },
};

function saysSomething({ body }: Page): boolean {
  const { blocks, pictures, expanders } = body.facts;
  const isShown = pictures.length > 0 || expanders.length > 0 || /<(?:pre|svg|video)\b/.test(body.html);
  return isShown || blocks.some(({ kind }) => kind !== "heading");
}
