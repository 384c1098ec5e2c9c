import type { Site } from "../model/site.ts";

/** Response headers for the addresses that a pattern names. */
export interface HeaderRule {
  readonly paths: PathPattern;
  readonly headers: Readonly<Record<string, string>>;
}

/** `everything`, or only: pages (addresses with a slash at the end), fingerprinted files, data for other services. */
export type PathPattern = "everything" | "pages" | "assets" | "api";

/** Where a page stands: with the others of its site, or at the address of a receiver on another host. */
export type PageHost = "site" | "receiver";

/**
 * What a page may load, and from where: nothing from another host, nothing inline (W3C, CSP level 3). The one exception
 * is where the contact form is sent. On the receiver's host the site is that other host: it gives the page its looks,
 * and the way back to it; its scripts are not run there.
 */
function contentPolicy(site: Site, host: PageHost): Readonly<Record<string, string>> {
  const receiver = originOf(site.contact.form?.address ?? null);
  const home = originOf(site.settings.url);
  const other = host === "site" ? receiver : home;
  const both = other === null || receiver === home ? "'self'" : `'self' ${other}`;
  const looks = host === "site" ? "'self'" : both;
  return {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": looks,
    "img-src": looks,
    "font-src": looks,
    "connect-src": both,
    "manifest-src": "'self'",
    "form-action": both,
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
  };
}

/** Directives that a `<meta>` cannot carry (HTML, pragma directives: Content security policy). */
const notInMeta: ReadonlySet<string> = new Set(["frame-ancestors"]);

/** The policy for hosts that send no headers of ours, such as GitHub Pages: stands in every page. */
export function contentPolicyForMeta(site: Site, host: PageHost): string {
  return policyText(contentPolicy(site, host), (directive) => !notInMeta.has(directive));
}

/**
 * Every response header that a site needs: each host's file is written from this table.
 */
export function headerRules(site: Site): readonly HeaderRule[] {
  return [
    {
      paths: "everything",
      headers: {
        "Content-Security-Policy": policyText(contentPolicy(site, "site"), () => true),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        // An error reference in the address of the contact page is nobody else's business.
        "Referrer-Policy": "same-origin",
        "Permissions-Policy":
          "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), " +
          "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
        "Strict-Transport-Security": "max-age=31536000",
        "Cross-Origin-Opener-Policy": "same-origin",
      },
    },
    { paths: "pages", headers: { "Cache-Control": "no-cache" } },
    { paths: "assets", headers: { "Cache-Control": "public, max-age=31536000, immutable" } },
    { paths: "api", headers: { "Access-Control-Allow-Origin": "*", "Cache-Control": "no-cache" } },
  ];
}

/** The headers of every rule that covers a kind of address, those of the narrower rule last. */
export function headersFor(site: Site, paths: PathPattern): readonly (readonly [name: string, value: string])[] {
  return headerRules(site)
    .filter((rule) => rule.paths === "everything" || rule.paths === paths)
    .flatMap((rule) => Object.entries(rule.headers));
}

/** @param address - `null`, and a path: where the page itself stands */
function originOf(address: string | null): string | null {
  return address !== null && URL.canParse(address) ? new URL(address).origin : null;
}

function policyText(policy: Readonly<Record<string, string>>, keep: (directive: string) => boolean): string {
  return Object.entries(policy)
    .filter(([directive]) => keep(directive))
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join("; ");
}
