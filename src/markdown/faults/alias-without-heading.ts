import type { RuleFacts } from "../../model/rule.ts";
import { report } from "../page-context.ts";
import type { PageContext } from "../page-context.ts";

/** An old id in the front matter that is sent to a heading that is not there. */
export const aliasWithoutHeading: RuleFacts = {
  name: "alias-without-heading",
  severity: "warning",
  kind: "links",
  title: "An alias leads to a heading that is not there",
  source: null,
  fixable: false,
};

/** @param old - the alias; `now` is where it is sent */
export function reportAliasWithoutHeading(page: PageContext, old: string, now: string): void {
  report(
    page,
    aliasWithoutHeading,
    { line: 0, column: 0, length: 1 },
    {
      message: `The alias ${old} leads to #${now}, and no heading of this page has that id`,
      why: "Links to the old heading arrive at the top of the page",
      fix: "Correct the id in aliases above the page, or delete the alias",
    },
  );
}
