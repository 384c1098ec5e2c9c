import { spanAt } from "../../model/diagnostic.ts";
import { pagesOf } from "../../model/site.ts";
import { statements } from "../../model/statements.ts";
import type { Rule } from "../rule.ts";

/**
 * A site without an accessibility statement, a cookies page or a privacy page. A folder without a `site.yml` is not yet
 * a site of anybody's, and nothing is said of it.
 */
export const missingStatement: Rule = {
  name: "missing-statement",
  severity: "warning",
  kind: "site",
  title: "A page that every public service must have is missing",
  source: "Public Sector Bodies Accessibility Regulations 2018; UK GDPR, article 13",
  fixable: false,

  *check(site) {
    const [anySetting] = site.settingSpans.values();
    if (anySetting === undefined) return;

    for (const { layout, name, inAddress } of statements) {
      if (pagesOf(site).some((page) => page.layout === layout || page.address.includes(inAddress))) continue;

      const file = layout.replace(".njk", ".md");
      yield {
        span: spanAt(anySetting.file, 1, 1),
        message: `The site has no ${name}`,
        why: "People look for it at the foot of every page, and public services must have one",
        fix: `Add a page ${file} with the lines type: page and layout: layouts/${layout}`,
      };
    }
  },
};
