import { publishedHref } from "../../model/address.ts";
import type { Page } from "../../model/article.ts";
import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";
import { nearestPath } from "../nearest.ts";

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

/**
 * The page is not there.
 *
 * @param addresses - of the pages that are
 * @param meant - the one that is meant, where that is known in another way than by its address
 */
export function deadPage(
  href: string,
  address: string,
  span: SourceSpan,
  addresses: readonly string[],
  meant: string | null,
): Diagnostic {
  const likely = meant ?? nearestPath(address, addresses) ?? sameName(address, addresses);
  return faultAt(brokenLink, span, {
    message: `The link leads to ${href}, and there is no such page`,
    why: errorPage,
    fix:
      likely === null
        ? "Correct the address, or take the link out"
        : `If you mean ${publishedHref(likely, "/")}, write that; if not, correct the address or take the link out`,
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
  const likely = nearestPath(fragment, ids);
  return faultAt(brokenLink, span, {
    message: `The link leads to #${fragment}, and ${page.file ?? page.address} has no such heading`,
    why: "A citizen would land at the top of the page and have to look for the place",
    fix:
      likely === null
        ? "Correct what stands after the #, or take it out"
        : `If you mean #${likely}, write that; if not, correct what stands after the #, or take it out`,
  });
}

/** The document or picture that a link names is not there. `files` are those that are. */
export function deadFile(href: string, path: string, span: SourceSpan, files: ReadonlySet<string>): Diagnostic {
  const likely = nearestPath(path, files);
  return faultAt(brokenLink, span, {
    message: `The link leads to ${href}, and there is no such file`,
    why: errorPage,
    fix:
      likely === null
        ? `Put the file at content/${path}, or correct the address`
        : `If you mean /${likely}, write that; if not, put the file at content/${path}`,
  });
}

/** What was probably meant by an address that is none of this site's: another site, an email address. */
export function unfinishedAddress(href: string, span: SourceSpan): Diagnostic | null {
  const written = href.trim();
  const isEmail = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(written);
  const isHost =
    /^(?:www\.[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+(?:uk|com|org|net|gov|eu|ie|wales|scot))(?:[/?#:].*)?$/i.test(written);
  if (!isEmail && !isHost) return null;
  return faultAt(brokenLink, span, {
    message: `The link leads to ${href}, and there is no such ${isEmail ? "page" : "page on this site"}`,
    why: errorPage,
    fix: isEmail
      ? `If you mean the email address, write mailto:${written}; if not, correct the address`
      : `If you mean another site, write https://${written}; if not, correct the address`,
  });
}

/** `[^1]: Words` is a footnote elsewhere, and an address here. */
export function footnote(words: string, href: string, span: SourceSpan): Diagnostic {
  return faultAt(brokenLink, span, {
    message: `The footnote ${words} would be a link to ${href}, and there is no such page`,
    why: errorPage,
    fix: "Footnotes cannot be written here: put its words into the text, or into an expander",
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
