import type { Redirect, Site } from "../model/site.ts";
import { headerRules, headersFor } from "./deploy-headers.ts";
import type { PathPattern } from "./deploy-headers.ts";
import type { TextFile } from "./machine-files.ts";
import { decodedAddress, redirectHref } from "./output-paths.ts";

/**
 * What hosts are told: response headers and redirects, each in the host's own form. An editor's text reaches these
 * files only as a redirect's addresses, encoded so that none can begin a line, a word or a pattern of its own.
 */
export function deployFiles(site: Site): readonly TextFile[] {
  const { pathPrefix } = site.settings;
  const moves = site.redirects.flatMap((redirect) => moveOf(redirect, pathPrefix));
  return [
    { path: "_headers", content: headersFile(pathPrefix) },
    { path: "_redirects", content: redirectsFile(moves) },
    { path: "_hosting/nginx.conf", content: nginxFile(moves, pathPrefix) },
    { path: "_hosting/cloudfront.json", content: cloudFrontFile() },
    // Else GitHub Pages leaves out files whose names start with a low line.
    { path: ".nojekyll", content: "" },
  ];
}

/** A redirect ready for a host: path prefix in both ends, percent signs decoded in the old one, encoded in the new. */
interface Move {
  readonly from: string;
  readonly to: string;
}

/** Both forms of the old address, with the slash at the end and without; none for an address that cannot be served. */
function moveOf(redirect: Redirect, pathPrefix: string): readonly Move[] {
  const from = decodedAddress(redirect.from);
  const to = redirectHref(redirect.to, pathPrefix)?.replace(/[$'()*]/g, percentEncoded);
  if (from === null || to === undefined) return [];
  const old = pathPrefix + from.slice(1);
  const forms = /\.html?$/i.test(old) || from === "/" ? [old] : [old.replace(/\/$/, ""), `${old.replace(/\/$/, "")}/`];
  return forms.map((form) => ({ from: form, to }));
}

/** Netlify's and Cloudflare's `_headers`. Rules add up there, so no header may stand in two that match one address. */
function headersFile(pathPrefix: string): string {
  const patterns: Readonly<Record<PathPattern, readonly string[]>> = {
    everything: ["/*"],
    pages: [pathPrefix, `${pathPrefix}*/`, `${pathPrefix}404.html`],
    assets: [`${pathPrefix}assets/*`],
    api: [`${pathPrefix}api/*`],
  };
  const blocks = headerRules.flatMap((rule) =>
    patterns[rule.paths].map((pattern) => [
      pattern,
      ...Object.entries(rule.headers).map(([name, value]) => `  ${name}: ${value}`),
    ]),
  );
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** Netlify's and Cloudflare's `_redirects`: one line a redirect. `:` and `*` in a path would make a pattern of it. */
function redirectsFile(moves: readonly Move[]): string {
  const literal = (path: string) => path.replace(/[:*]/g, percentEncoded);
  const line = ({ from, to }: Move) => {
    const [, host = "", path = ""] = /^(https?:\/\/[^/]*)?(.*)$/s.exec(to) ?? [];
    return `${literal(encodeURI(from))} ${host}${literal(path)} 301\n`;
  };
  return moves.map(line).join("");
}

/**
 * A file to include inside nginx's `server`. `add_header` in a location drops every inherited one (nginx,
 * ngx_http_headers_module), so each location says all of its own.
 */
function nginxFile(moves: readonly Move[], pathPrefix: string): string {
  const headers = (paths: PathPattern) =>
    headersFor(paths).map(([name, value]) => `  add_header ${name} "${value}" always;`);
  const location = (match: string, ...lines: readonly string[]) => [`location ${match} {`, ...lines, "}"].join("\n");
  const notFound = `error_page 404 ${pathPrefix}404.html;`;
  return [
    "# Include this file inside a server block that sets root to the folder in which the site is served.",
    ["absolute_redirect off;", "server_tokens off;", "charset utf-8;", "index index.html;", notFound].join("\n"),
    headers("everything")
      .map((line) => line.trim())
      .join("\n"),
    location(pathPrefix, ...headers("pages"), "  try_files $uri $uri/ =404;"),
    location(`^~ ${pathPrefix}assets/`, ...headers("assets"), "  try_files $uri =404;"),
    location(`^~ ${pathPrefix}api/`, ...headers("api"), "  try_files $uri =404;"),
    ...["_headers", "_redirects", ".nojekyll"].map((file) => location(`= ${pathPrefix}${file}`, "  return 404;")),
    location(`^~ ${pathPrefix}_hosting/`, "  return 404;"),
    ...moves.map(({ from, to }) => location(`= ${nginxText(from)}`, `  return 301 ${nginxText(to)};`)),
    "",
  ].join("\n\n");
}

/** A text in nginx's quotes. Addresses here hold no control characters, and no `$` where nginx reads variables. */
function nginxText(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/** CloudFront's response headers policies (ResponseHeadersPolicyConfig), one for each kind of address. */
function cloudFrontFile(): string {
  const behaviours: readonly (readonly [PathPattern, string])[] = [
    ["pages", "*"],
    ["assets", "/assets/*"],
    ["api", "/api/*"],
  ];
  const policies = behaviours.map(([paths, pathPattern]) => {
    const items = headersFor(paths).map(([Header, Value]) => ({ Header, Value, Override: true }));
    return {
      pathPattern,
      responseHeadersPolicyConfig: {
        Name: `help-centre-${paths}`,
        CustomHeadersConfig: { Quantity: items.length, Items: items },
      },
    };
  });
  return `${JSON.stringify({ policies }, null, 2)}\n`;
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
