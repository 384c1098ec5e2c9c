import { builtAddresses } from "../model/address.ts";
import { editionsOf } from "../model/edition.ts";
import type { SiteSettings } from "../model/settings.ts";
import type { Site } from "../model/site.ts";
import type { Move } from "./deploy-files.ts";
import { headersFor } from "./deploy-headers.ts";
import type { PathPattern } from "./deploy-headers.ts";

/**
 * A file to include inside nginx's `server`. `add_header` in a location drops every inherited one (nginx,
 * ngx_http_headers_module), so each location says all of its own, and those inside it inherit them.
 */
export function nginxFile(moves: readonly Move[], site: Site): string {
  const { pathPrefix } = site.settings;
  const headers = (paths: PathPattern) =>
    headersFor(site, paths).map(([name, value]) => `add_header ${name} "${value}" always;`);
  const notFound = (settings: Pick<SiteSettings, "pathPrefix">) => `error_page 404 ${settings.pathPrefix}404.html;`;
  const codes = (settings: SiteSettings, common: readonly string[]) => [
    ...codeLocations(settings, builtAddresses.errors, "code", common),
    ...codeLocations(settings, builtAddresses.contact, "error", common),
  ];
  const [, ...others] = editionsOf(site);
  return [
    "# Include this file inside a server block that sets root to the folder in which the site is served.",
    [
      "absolute_redirect off;",
      "server_tokens off;",
      "charset utf-8;",
      "index index.html;",
      notFound(site.settings),
    ].join("\n"),
    headers("everything").join("\n"),
    location(pathPrefix, [...headers("pages"), "try_files $uri $uri/ =404;"]),
    location(`^~ ${pathPrefix}assets/`, [...headers("assets"), "try_files $uri =404;"]),
    location(`^~ ${pathPrefix}api/`, [...headers("api"), "try_files $uri =404;"]),
    ...codes(site.settings, headers("pages")),
    ...others.flatMap(({ settings }) => [
      ...codes(settings, [...headers("pages"), notFound(settings)]),
      location(settings.pathPrefix, [...headers("pages"), notFound(settings), "try_files $uri $uri/ =404;"]),
      location(`^~ ${settings.pathPrefix}api/`, [...headers("api"), "try_files $uri =404;"]),
    ]),
    ...["_headers", "_redirects", ".nojekyll"].map((file) => location(`= ${pathPrefix}${file}`, ["return 404;"])),
    location(`^~ ${pathPrefix}_hosting/`, ["return 404;"]),
    ...moves.map(({ from, to }) => location(`= ${nginxText(from)}`, [`return 301 ${nginxText(to)};`])),
    "",
  ].join("\n\n");
}

/**
 * Leads every spelling of a code to its page, by its path (`/errors/cid-7o23`) and behind a question mark
 * (`/errors/?code=7023`). Only where the page is on the disk, and only digits of what was asked for are in the answer,
 * so nobody is led elsewhere. The code's own address never comes here.
 *
 * @param folder - of the pages about one code each: `/errors/`
 * @param name - of what stands behind the question mark
 * @param common - directives for all of its pages: headers, and what stands for a page that is not there
 */
function codeLocations(
  { pathPrefix, codes }: Pick<SiteSettings, "pathPrefix" | "codes">,
  folder: string,
  name: string,
  common: readonly string[],
): readonly string[] {
  const { prefix, fewestDigits, mostDigits } = codes;
  const address = pathPrefix + folder.slice(1);
  const path = address.replace(/[.+]/g, "\\$&");
  const length = `{${fewestDigits},${mostDigits}}`;
  const digits = `(?<help_centre_digits>[0-9Oo]${length})`;
  const lead = (status: number) => [
    ...Array.from({ length: mostDigits }, () => zeroForLetter),
    `if (-f "$document_root${address}${prefix}$help_centre_code/index.html") {`,
    `  return ${status} "${address}${prefix}$help_centre_code/";`,
    "}",
  ];
  const query = [
    ...common,
    `set $help_centre_code "";`,
    `if ($arg_${name} ~ "^(?i:${prefix}(?:[+ -]|%20)?)?${digits}$") {`,
    "  set $help_centre_code $help_centre_digits;",
    "}",
    ...lead(302),
  ];
  const spelled = `~ "^${path}(?!${prefix}[0-9]${length}/?$)(?i:${prefix}[ -]?)?${digits}/?$"`;
  return [
    location(`= ${address}`, query),
    location(`= ${address.slice(0, -1)}`, [...query, `return 301 "${address}$is_args$args";`]),
    location(`^~ ${address}`, [
      ...common,
      "try_files $uri $uri/ =404;",
      location(spelled, ["set $help_centre_code $help_centre_digits;", ...lead(301)]),
    ]),
  ];
}

/** Puts a zero for one letter O. `$10` is the first stretch and a zero: nginx has but nine. */
const zeroForLetter = 'if ($help_centre_code ~ "^([0-9]*)[Oo](.*)$") {\n  set $help_centre_code "$10$2";\n}';

/** @param parts - directives and blocks, each of a line or more */
function location(match: string, parts: readonly string[]): string {
  const inside = parts.flatMap((part) => part.split("\n")).map((line) => `  ${line}`);
  return [`location ${match} {`, ...inside, "}"].join("\n");
}

/** A text in nginx's quotes. Addresses here hold no control characters, and no `$` where nginx reads variables. */
function nginxText(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
