import { isBuiltInLanguage, sameOnDisk } from "../model/address.ts";
import type { Page } from "../model/article.ts";
import type { Diagnostic, SourceSpan } from "../model/diagnostic.ts";
import { compareText, spanAt } from "../model/diagnostic.ts";
import type { Redirect } from "../model/site.ts";
import { deadRedirect } from "./faults/broken-link.ts";
import { builtRedirectAt } from "./faults/malformed-redirect.ts";
import { takenAliasAt } from "./faults/taken-alias.ts";

/** The old addresses of a site, and what is wrong with them. */
export interface GatheredRedirects {
  /** In order of the old address; no address twice. */
  readonly redirects: readonly Redirect[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What is there: an old address never hides it. */
interface Destinations {
  /** Addresses of pages. */
  readonly addresses: ReadonlySet<string>;
  /** Addresses of pages that are left out for faults of their own: redirects may lead there, and will. */
  readonly unreadAddresses: ReadonlySet<string>;
  /** Paths of files that pages may show or link to. */
  readonly files: ReadonlySet<string>;
  /** Those with a folder: below it, the build makes the same as at the root. */
  readonly languages: ReadonlySet<string>;
}

/**
 * Puts the old addresses of `redirects.yml` and of the pages' `aliases` together.
 *
 * @param register - what `redirects.yml` says; it comes first
 * @param pages - pages that stand, whose `aliases` count
 */
export function gatherRedirects(
  register: readonly (Redirect & { readonly span: SourceSpan })[],
  pages: readonly Page[],
  { addresses, unreadAddresses, files, languages }: Destinations,
): GatheredRedirects {
  const diagnostics: Diagnostic[] = [];
  const found = new Map<string, Redirect>();
  const aliases = pages.flatMap((page) =>
    page.aliases.addresses.map((address) => ({
      from: address,
      to: page.address,
      span: page.fieldSpans.get("aliases") ?? spanAt(page.file ?? "", 1, 1),
    })),
  );
  const takenKeys = new Set([...addresses, ...[...files].map((path) => `/${path}/`)].map(sameOnDisk));
  for (const { from, to, span } of [...register, ...aliases]) {
    if (isBuiltInLanguage(from, languages)) {
      diagnostics.push(builtRedirectAt(from, span));
      continue;
    }
    const key = sameOnDisk(from);
    const other = takenKeys.has(key) ? "a page or file" : found.has(key) ? "another redirect" : null;
    if (other === null) found.set(key, { from, to });
    else diagnostics.push(takenAliasAt(from, other, span));
  }
  for (const { to, span } of register) {
    const address = to.replace(/[?#].*$/, "").replace(/\/*$/, "/");
    if (to.startsWith("/") && !addresses.has(address) && !unreadAddresses.has(address)) diagnostics.push(deadRedirect(to, span));
  }
  return { redirects: [...found.values()].toSorted((a, b) => compareText(a.from, b.from)), diagnostics };
}
