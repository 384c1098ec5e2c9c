import { spanAt } from "../../model/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** A hub that lists nothing. */
export const emptyHub: Rule = {
  name: "empty-hub",
  severity: "warning",
  kind: "site",
  title: "A hub lists nothing",
  source: null,
  fixable: false,

  *check({ hubs, lists }, { leftOut = [] }) {
    // A page that is missing for an error of its own may be the one in the hub.
    if (leftOut.length > 0) return;
    for (const hub of hubs.values()) {
      if (hub.file === null || lists.get(hub.name)?.length !== 0) continue;

      yield {
        span: hub.fieldSpans.get("name") ?? spanAt(hub.file, 1, 1),
        message: `No page has ${hub.name} as its hub`,
        why: "A citizen who opens the hub finds nothing to go on to",
        fix: `Write hub: ${hub.name} in the pages that belong here, or delete the hub`,
      };
    }
  },
};
