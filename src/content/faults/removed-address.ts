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
 * @param old - the address that is gone, and the title that its page had
 * @param likely - the page that has probably taken its place; `null` where none has
 */
export function removedAddressFault(
  old: { readonly address: string; readonly title: string },
  likely: Page | null,
): Diagnostic {
  const file = likely?.file ?? null;
  const span =
    likely === null || file === null
      ? spanAt("redirects.yml", 1, 1)
      : (likely.fieldSpans.get("aliases") ?? likely.fieldSpans.get("title") ?? spanAt(file, 1, 1));
  return faultAt(removedAddress, span, {
    message: `The page "${old.title}" at ${old.address} was published, and is gone`,
    why: "Links from other sites, letters and error screens to it end on an error page",
    fix:
      file === null
        ? `Write in redirects.yml where it leads now: ${old.address}: /the-new-address/`
        : `If ${file} has taken its place, write ${old.address} in its aliases; else say in redirects.yml where it leads`,
  });
}
