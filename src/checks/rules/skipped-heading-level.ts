import { pagesOf } from "../../model/site.ts";
import type { Rule } from "../rule.ts";

/** Layouts that place a body straight under the page's title. Others may have headings of their own above it. */
const plainLayouts: ReadonlySet<string> = new Set(["article.njk", "home.njk", "hub.njk", "page.njk"]);

/** A heading that stands more than one level below the one before it. */
export const skippedHeadingLevel: Rule = {
  name: "skipped-heading-level",
  severity: "warning",
  kind: "structure",
  title: "A heading skips a level",
  source: "NHS service manual, Accessibility: use headings correctly",
  fixable: false,

  *check(site) {
    for (const { body, layout } of pagesOf(site)) {
      // The page's title is its heading of the first level.
      let before = plainLayouts.has(layout) ? 1 : (body.facts.headings[0]?.level ?? 1);
      for (const { level, text, span } of body.facts.headings) {
        const next = before + 1;
        if (level > next) {
          yield {
            span,
            message: `The heading "${text}" is of level ${level}, and ${before === 1 ? "there is no heading of level 2 above it" : `the one before it is of level ${before}`}`,
            why: "People who move from heading to heading with a screen reader look for the part that seems to be missing",
            fix: `Write ${"#".repeat(next)} in front of it, or add the heading that is missing`,
          };
        }
        before = level;
      }
    }
  },
};
