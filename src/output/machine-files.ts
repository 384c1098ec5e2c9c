import { compareText } from "../model/diagnostic.ts";
import { pagesOf } from "../model/site.ts";
import type { Site } from "../model/site.ts";
import type { Entry } from "./entry.ts";

/** A text file that the build writes for machines. */
export interface TextFile {
  /** Inside the output folder, with `/`. */
  readonly path: string;
  readonly content: string;
}

/** Who made a site, from what, when: `version.json`. */
export interface Version {
  readonly generator: Generator;
  /** SHA-256 of every page and file of the site, in hexadecimal: the same content, the same hash. */
  readonly content: string;
  /** The time of the commit that was built, ISO 8601; `null` outside git. */
  readonly commit: string | null;
  /** The fingerprinted files that this build itself made, in order; the next release carries them on. */
  readonly assets: readonly string[];
}

/** The program that made a site. */
export interface Generator {
  readonly name: string;
  readonly version: string;
}

/** What this generator is called: the name in `package.json`. */
export const generatorName = "help-centre";

/** Where `Version` stands in a site; its being there also tells the publisher that a folder is a site of ours. */
export const versionPath = "version.json";

/** A page as the list for search engines names it, with the same page in other languages. */
export type SitemapPage = Pick<Entry, "alternates"> & { readonly address: string };

/** The list of pages for search engines (sitemaps.org); none while the site's address is not known. */
export function sitemapFile(
  site: Site,
  entries: readonly Entry[],
  sitemap: (pages: readonly SitemapPage[]) => string,
): readonly TextFile[] {
  if (site.settings.url === null) return [];
  const listed = entries.filter((entry) => entry.type !== "redirect" && entry.indexed && !entry.draft);
  const pages = listed.flatMap(({ canonical, alternates }) =>
    canonical === null ? [] : [{ address: canonical, alternates }],
  );
  return [{ path: "sitemap.xml", content: sitemap(pages) }];
}

/** What crawlers may read: everything (RFC 9309). */
export function robotsFile(site: Site): TextFile {
  const sitemap = site.settings.url === null ? "" : `\nSitemap: ${new URL("sitemap.xml", site.settings.url).href}\n`;
  return { path: "robots.txt", content: `User-agent: *\nDisallow:\n${sitemap}` };
}

/** Every page with its title and the ids of its headings: what a later check compares with. Drafts are left out. */
export function pagesFile(site: Site): TextFile {
  const pages = pagesOf(site)
    .filter(({ draft }) => !draft)
    .map(({ address, title, lang, body }) => ({
      address,
      title,
      ...(lang === site.settings.lang ? {} : { lang }),
      headings: body.facts.headings.map(({ id }) => id).toSorted(compareText),
    }));
  return { path: "api/pages.json", content: `${JSON.stringify({ version: 1, pages }, null, 2)}\n` };
}

/** `version.json`, with its keys always in the same order. */
export function versionFile({ generator, content, commit, assets }: Version): TextFile {
  const version = { generator: { name: generator.name, version: generator.version }, content, commit, assets };
  return { path: versionPath, content: `${JSON.stringify(version, null, 2)}\n` };
}

/** Reads a `version.json`; `null` for anything that is not one, and for one that another program made. */
export function readVersion(text: string): Version | null {
  try {
    const { generator, content, commit, assets } = JSON.parse(text) as Partial<Version>;
    if (generator?.name !== generatorName || !/^[0-9a-f]{64}$/.test(content ?? "")) return null;
    return {
      generator: { name: generator.name, version: String(generator.version) },
      content: content ?? "",
      commit: typeof commit === "string" ? commit : null,
      assets: (assets ?? []).filter((path): path is string => typeof path === "string"),
    };
  } catch {
    return null;
  }
}
