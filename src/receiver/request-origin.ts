import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a request comes from a page of the site, as far as its browser says. Nobody signs in here, so a page of another
 * website could gain nothing but to have its visitors send rubbish: that is what this keeps out.
 *
 * @param origins - the site's: `https://help.example.org`
 * @param isElsewhere - whether the form is sent to another host than the site's
 */
export function comesFromSite(headers: IncomingHttpHeaders, origins: readonly string[], isElsewhere: boolean): boolean {
  const { origin } = headers;
  if (origin !== undefined && origin !== "null") return origins.includes(origin);
  // Our pages' Referrer-Policy is same-origin: a plain form that leaves the site has the origin "null" (Fetch, 3.2).
  if (isElsewhere) return true;
  if (origin === "null") return false;
  // Old browsers name no origin where a form stays on its site; newer ones say if it does not (Fetch Metadata).
  const site = headers["sec-fetch-site"];
  return site === undefined || site === "same-origin" || site === "none";
}
