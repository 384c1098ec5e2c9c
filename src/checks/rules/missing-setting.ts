import { spanAt } from "../../model/diagnostic.ts";
import { siteFields } from "../../model/settings.ts";
import { pagesOf } from "../../model/site.ts";
import { statements } from "../../model/statements.ts";
import type { Rule } from "../rule.ts";

/** A setting that a page's layout is filled in with, and that `site.yml` does not give. Each is told once. */
export const missingSetting: Rule = {
  name: "missing-setting",
  severity: "warning",
  kind: "fields",
  title: "site.yml lacks what a page is filled in with",
  source: null,
  fixable: false,

  *check(site) {
    const told = new Set<string>();
    for (const page of pagesOf(site)) {
      const statement = statements.find(({ layout }) => layout === page.layout);
      for (const [name, leftOut] of Object.entries(statement?.settings ?? {})) {
        const isGiven = site.settingSpans.has(name);
        if (page.file === null || isGiven || told.has(name)) continue;

        told.add(name);
        yield {
          span: page.fieldSpans.get("layout") ?? spanAt(page.file, 1, 1),
          message: `This layout is filled in from site.yml, which does not say ${name}`,
          why: `The page leaves out ${leftOut}`,
          fix: `Add a line to site.yml: ${name}: ${exampleOf(name)}`,
        };
      }
    }
  },
};

function exampleOf(name: string): string {
  return Object.entries(siteFields).find(([field]) => field === name)?.[1].example ?? "";
}
