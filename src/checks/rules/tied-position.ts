import { spanAt } from "../../model/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** Two pages of one hub with the same `position`. */
export const tiedPosition: Rule = {
  name: "tied-position",
  severity: "warning",
  kind: "fields",
  title: "Two pages want the same place in a hub",
  source: null,
  fixable: false,

  *check({ lists }) {
    for (const list of lists.values()) {
      for (const [index, page] of list.entries()) {
        const before = list[index - 1];
        if (page.position === null || page.position !== before?.position) continue;

        yield {
          span: page.fieldSpans.get("position") ?? spanAt(page.file ?? "", 1, 1),
          message: `${before.file} has position ${page.position} in this hub too`,
          why: "The order of the two pages is that of their file names, which may not be what you want",
          fix: "Give one of them another position",
        };
      }
    }
  },
};
