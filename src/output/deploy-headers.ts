/** Response headers for the addresses that a pattern names. */
export interface HeaderRule {
  readonly paths: PathPattern;
  readonly headers: Readonly<Record<string, string>>;
}

/** `everything`, or only: pages (addresses with a slash at the end), fingerprinted files, data for other services. */
export type PathPattern = "everything" | "pages" | "assets" | "api";

/** What a page may load, and from where: nothing from another host, nothing inline (W3C, CSP level 3). */
const contentPolicy: Readonly<Record<string, string>> = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self'",
  "font-src": "'self'",
  "connect-src": "'self'",
  "manifest-src": "'self'",
  "form-action": "'self'",
  "base-uri": "'none'",
  "frame-ancestors": "'none'",
};

/** Directives that a `<meta>` cannot carry (HTML, pragma directives: Content security policy). */
const notInMeta: ReadonlySet<string> = new Set(["frame-ancestors"]);

/** The policy for hosts that send no headers of ours, such as GitHub Pages: stands in every page. */
export const contentPolicyForMeta: string = policyText((directive) => !notInMeta.has(directive));

/**
 * Every response header that the site needs: each host's file is written from this table.
 */
export const headerRules: readonly HeaderRule[] = [
  {
    paths: "everything",
    headers: {
      "Content-Security-Policy": policyText(() => true),
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

/** The headers of every rule that covers a kind of address, those of the narrower rule last. */
export function headersFor(paths: PathPattern): readonly (readonly [name: string, value: string])[] {
  return headerRules
    .filter((rule) => rule.paths === "everything" || rule.paths === paths)
    .flatMap((rule) => Object.entries(rule.headers));
}

function policyText(keep: (directive: string) => boolean): string {
  return Object.entries(contentPolicy)
    .filter(([directive]) => keep(directive))
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join("; ");
}
