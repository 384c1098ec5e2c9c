import { publishedHref } from "../../model/address.ts";
import type { Page } from "../../model/article.ts";
import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";
import { nearest } from "../nearest.ts";

/** A link whose target is not on the site. */
export const brokenLink: RuleFacts = {
  name: "broken-link",
  severity: "error",
  kind: "links",
  title: "A link leads to nothing",
  source: null,
  fixable: false,
};

const errorPage = "A citizen who follows it would find an error page";

/** The page is not there. `addresses` are those of the pages that are. */
export function deadPage(href: string, address: string, span: SourceSpan, addresses: readonly string[]): Diagnostic {
  const likely = nearest(address, addresses) ?? sameName(address, addresses);
  return faultAt(brokenLink, span, {
    message: `The link leads to ${href}, and there is no such page`,
    why: errorPage,
    fix:
      likely === null
        ? "Correct the address, or take the link out"
        : `Change it to ${publishedHref(likely, "/")}, or take the link out`,
  });
}

/** The one page whose last part is the same: pages move between folders more often than they change their names. */
function sameName(address: string, addresses: readonly string[]): string | null {
  const name = address.split("/").at(-2);
  const same = addresses.filter((other) => other.split("/").at(-2) === name);
  return same.length === 1 ? (same[0] ?? null) : null;
}

/** The page is there, and has no such heading. */
export function deadHeading(fragment: string, page: Page, span: SourceSpan): Diagnostic {
  const ids = page.body.facts.headings.map(({ id }) => id);
  const likely = nearest(fragment, ids);
  return faultAt(brokenLink, span, {
    message: `The link leads to #${fragment}, and ${page.file ?? page.address} has no such heading`,
    why: "A citizen would land at the top of the page and have to look for the place",
    fix: likely === null ? "Correct what stands after the #, or take it out" : `Change it to #${likely}`,
  });
}

/** The document or picture that a link names is not there. `files` are those that are. */
export function deadFile(href: string, path: string, span: SourceSpan, files: ReadonlySet<string>): Diagnostic {
  const likely = nearest(path, files);
  return faultAt(brokenLink, span, {
    message: `The link leads to ${href}, and there is no such file`,
    why: errorPage,
    fix: likely === null ? `Put the file at content/${path}, or correct the address` : `Change it to /${likely}`,
  });
}

/** A redirect of `redirects.yml` leads to a page that is not there. */
export function deadRedirect(to: string, span: SourceSpan): Diagnostic {
  return faultAt(brokenLink, span, {
    message: `The redirect leads to ${to}, and there is no such page`,
    why: "A citizen who follows an old link would find an error page",
    fix: "Write the address of a page that is there",
  });
}
