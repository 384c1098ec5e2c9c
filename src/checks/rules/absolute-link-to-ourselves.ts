import { decodedFragment } from "../../model/address.ts";
import { replace } from "../../model/diagnostic.ts";
import type { Edit } from "../../model/diagnostic.ts";
import type { Link } from "../../model/body.ts";
import { pagesOf } from "../../model/site.ts";
import { linkDestinations } from "../link-destinations.ts";
import type { LinkDestinations } from "../link-destinations.ts";
import type { Rule } from "../rule.ts";

/** A link to a page of this site that is written with the site's whole web address. */
export const absoluteLinkToOurselves: Rule = {
  name: "absolute-link-to-ourselves",
  severity: "warning",
  kind: "links",
  title: "A link to a page of this site is written as if it were another site",
  source: null,
  fixable: true,

  *check(site) {
    const destinations = linkDestinations(site);
    for (const { file, body } of pagesOf(site)) {
      for (const link of body.facts.links) {
        const path = destinations.pathOf(link.href);
        const place = file === null || path === null ? null : destinations.placeOf(path, file);
        // Other programs may answer at addresses of the same host: only what is ours is reported.
        if (path === null || place === null || !destinations.isThere(place.address)) continue;

        const edit = editFor(link, path, place, destinations);
        yield {
          span: link.span,
          message: `The link names this site's own address, ${link.href}`,
          why: "It leads to the published site from every trial copy, and nobody is told when the page moves",
          fix: `Write ${path}`,
          ...(edit && { edits: [edit] }),
        };
      }
    }
  },
};

/** @returns `null` where a person has to look: the heading is not there, or the address has signs that Markdown reads */
function editFor(
  { parts }: Link,
  path: string,
  { address, fragment }: { readonly address: string; readonly fragment: string },
  { pageAt }: LinkDestinations,
): Edit | null {
  const ids = pageAt(address)?.body.facts.ids;
  const arrives = fragment === "" || ids?.has(fragment) === true || ids?.has(decodedFragment(fragment)) === true;
  return parts.address && arrives && /^[\w\-./~%#?=&+,@]+$/.test(path) ? replace(parts.address, path) : null;
}
