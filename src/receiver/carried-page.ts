import type { IncomingHttpHeaders } from "node:http";
import type { BodyType, TypedFields } from "./typed-fields.ts";

/** Where the page that a message is about may be named, and which pages there are. */
export interface PageSources {
  readonly type: BodyType;
  readonly typed: TypedFields;
  readonly headers: IncomingHttpHeaders;
  /** The site's: `https://help.example.org`. */
  readonly origins: readonly string[];
  /** Paths of the pages that a message may be about. */
  readonly pages: ReadonlySet<string>;
}

/**
 * The page that a message is about: the one that the form carries. Without the page's script a form carries none, but
 * the browser says where it was sent from, and the address of the contact page names the page (`?page=/manage/`).
 *
 * @returns `null` for what is no page of the site
 */
export function carriedPage({ type, typed, headers, origins, pages }: PageSources): string | null {
  const { page } = typed;
  const carried = typeof page === "string" ? page.trim() : "";
  const isByScript = type === "json" || carried !== "";
  const named = isByScript ? carried : pageInAddress(headers.referer ?? "", origins);
  return named !== null && pages.has(named) ? named : null;
}

/** The page that an address of the site names; a form of another site has no say. */
function pageInAddress(address: string, origins: readonly string[]): string | null {
  const url = URL.parse(address);
  const named = url !== null && origins.includes(url.origin) ? url.searchParams.getAll("page") : [];
  return named.length === 1 ? (named[0] ?? null) : null;
}
