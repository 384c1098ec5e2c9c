import { pagesOf } from "../../model/site.ts";
import { isUnreachable, linkDestinations } from "../link-destinations.ts";
import type { Rule } from "../rule.ts";

/** A link to another site that is not encrypted. */
export const insecureLink: Rule = {
  name: "insecure-link",
  severity: "warning",
  kind: "links",
  title: "A link starts with http:",
  source: null,
  fixable: false,

  *check(site) {
    const { pathOf } = linkDestinations(site);
    for (const { href, span } of pagesOf(site).flatMap(({ body }) => body.facts.links)) {
      // A link to ourselves has a rule of its own, and so has one to a machine that nobody reaches.
      if (!/^\s*http:/i.test(href) || pathOf(href.trim()) !== null || isUnreachable(href.trim())) continue;

      yield {
        span,
        message: `The link ${href.trim()} is not encrypted`,
        why: "Somebody on the same network can see what people read there, and can change it on its way",
        fix: "Write https: in place of http:, and try the link",
      };
    }
  },
};
