import type { Page } from "../../model/article.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** An address of an earlier site that is gone and leads nowhere. */
export const removedAddress: RuleFacts = {
  name: "removed-address",
  severity: "warning",
  kind: "links",
  title: "A page is gone, and its old address leads nowhere",
  source: null,
  fixable: false,
};

/**
 * At `redirects.yml`, where it can be put right: no page of today is to blame for one that went.
 *
 * @param old - the address that is gone, and the title that its page had
 * @param likely - the page that has probably taken its place; `null` where none has
 */
export function removedAddressFault(
  old: { readonly address: string; readonly title: string },
  likely: Page | null,
): Diagnostic {
  const write = "Write in redirects.yml where it leads now";
  return faultAt(removedAddress, spanAt("redirects.yml", 1, 1), {
    message: `The page "${old.title}" at ${old.address} was published, and is gone`,
    why: "Links from other sites, letters and error screens to it end on an error page",
    fix:
      likely === null
        ? `${write}: ${old.address}: /the-new-address/`
        : `${write}. If ${likely.file ?? likely.address} has taken its place, that is: ${old.address}: ${likely.address}`,
  });
}
