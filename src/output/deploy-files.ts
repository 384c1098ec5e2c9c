import { editionsOf } from "../model/edition.ts";
import type { Redirect, Site } from "../model/site.ts";
import { spelledAddresses, spelledQueries } from "./code-redirects.ts";
import { headerRules, headersFor } from "./deploy-headers.ts";
import type { PathPattern } from "./deploy-headers.ts";
import type { TextFile } from "./machine-files.ts";
import { nginxFile } from "./nginx-file.ts";
import { decodedAddress, redirectHref } from "./output-paths.ts";
import {
  mostRedirects,
  netlifyNotFoundFile,
  netlifyQueriesFile,
  percentEncoded,
  redirectsFile,
} from "./redirects-file.ts";

/**
 * What hosts are told: response headers and redirects, each in the host's own form. An editor's text reaches these
 * files only as a redirect's addresses, encoded so that none can begin a line, a word or a pattern of its own.
 */
export function deployFiles(site: Site): readonly TextFile[] {
  const { pathPrefix } = site.settings;
  const editions = editionsOf(site);
  const [, ...others] = editions.map(({ settings }) => settings.pathPrefix);
  const moves = site.redirects.flatMap((redirect) => moveOf(redirect, pathPrefix));
  const spellings = editions.flatMap((edition) =>
    spelledAddresses(edition)
      .slice(0, mostRedirects)
      .flatMap((redirect) => moveOf(redirect, edition.settings.pathPrefix)),
  );
  const queries = editions.flatMap((edition) => {
    const { pathPrefix: folder } = edition.settings;
    const under = (address: string) => folder + address.slice(1);
    return spelledQueries(edition).map((query) => ({ ...query, address: under(query.address), to: under(query.to) }));
  });
  return [
    { path: "_headers", content: headersFile(site) },
    { path: "_redirects", content: redirectsFile(moves, spellings) },
    { path: "_hosting/netlify_redirects", content: netlifyQueriesFile(queries) + netlifyNotFoundFile(others) },
    { path: "_hosting/nginx.conf", content: nginxFile(moves, site) },
    { path: "_hosting/cloudfront.json", content: cloudFrontFile(site) },
    // Else GitHub Pages leaves out files whose names start with a low line.
    { path: ".nojekyll", content: "" },
  ];
}

/** A redirect ready for a host: path prefix in both ends, percent signs decoded in the old one, encoded in the new. */
export interface Move {
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
function headersFile(site: Site): string {
  const { pathPrefix } = site.settings;
  const folders = editionsOf(site).map(({ settings }) => settings.pathPrefix);
  const patterns: Readonly<Record<PathPattern, readonly string[]>> = {
    everything: ["/*"],
    pages: [pathPrefix, `${pathPrefix}*/`, ...folders.map((folder) => `${folder}404.html`)],
    assets: [`${pathPrefix}assets/*`],
    api: folders.map((folder) => `${folder}api/*`),
  };
  const blocks = headerRules(site).flatMap((rule) =>
    patterns[rule.paths].map((pattern) => [
      pattern,
      ...Object.entries(rule.headers).map(([name, value]) => `  ${name}: ${value}`),
    ]),
  );
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** CloudFront's response headers policies (ResponseHeadersPolicyConfig), one for each kind of address. */
function cloudFrontFile(site: Site): string {
  const behaviours: readonly (readonly [PathPattern, string, string])[] = [
    ["pages", "*", "pages"],
    ["assets", "/assets/*", "assets"],
    ["api", "/api/*", "api"],
    ...site.translations.map(({ lang }) => ["api", `/${lang}/api/*`, `api-${lang}`] as const),
  ];
  const policies = behaviours.map(([paths, pathPattern, name]) => {
    const items = headersFor(site, paths).map(([Header, Value]) => ({ Header, Value, Override: true }));
    return {
      pathPattern,
      responseHeadersPolicyConfig: {
        Name: `help-centre-${name}`,
        CustomHeadersConfig: { Quantity: items.length, Items: items },
      },
    };
  });
  return `${JSON.stringify({ policies }, null, 2)}\n`;
}
