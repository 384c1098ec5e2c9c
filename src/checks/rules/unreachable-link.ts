import { pagesOf } from "../../model/site.ts";
import { isUnreachable, linkDestinations } from "../link-destinations.ts";
import type { Rule } from "../rule.ts";

/** A link to a machine that only some can reach. */
export const unreachableLink: Rule = {
  name: "unreachable-link",
  severity: "warning",
  kind: "links",
  title: "A link leads to a machine inside a house",
  source: "RFC 1918 and RFC 6761",
  fixable: false,

  *check(site) {
    const { pathOf } = linkDestinations(site);
    for (const { href, span } of pagesOf(site).flatMap(({ body }) => body.facts.links)) {
      const written = href.trim();
      if (!isUnreachable(written) || pathOf(written) !== null) continue;

      yield {
        span,
        message: `${new URL(written).hostname} can be reached from some offices or from one computer only`,
        why: "A citizen who follows the link finds an error page",
        fix: "Write the address that everybody can reach: of a page of this site without the host, such as /sign-in/",
      };
    }
  },
};
