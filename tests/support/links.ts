/** Follows every link of a built site without a browser: what it names must be there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BuiltSite } from "./built-sites.ts";
import { attribute, everyElement, filesOf, pagesOf, readPage } from "./page.ts";
import type { BuiltPage, Element } from "./page.ts";

/** A link on a page, or from a style sheet or manifest, that leads nowhere, and why. */
export interface DeadLink {
  /** The file that it stands in, inside the output folder. */
  readonly from: string;
  readonly href: string;
  readonly reason: string;
}

/** A link that was found, and the file that it stands in. */
interface FoundLink {
  readonly from: string;
  readonly href: string;
  /** The address that relative links of this file count from. */
  readonly base: string;
}

const linkAttributes: Readonly<Record<string, readonly string[]>> = {
  a: ["href"],
  area: ["href"],
  link: ["href"],
  script: ["src"],
  img: ["src"],
  source: ["src"],
  video: ["src", "poster"],
  audio: ["src"],
  track: ["src"],
  form: ["action"],
  blockquote: ["cite"],
};

/** Meta elements whose content is an address of this site, or ends with one. */
const linkMetas: readonly (readonly [attribute: string, value: string])[] = [
  ["property", "og:url"],
  ["property", "og:image"],
  ["http-equiv", "refresh"],
];

/** Every link of a site that leads nowhere; links to other hosts are not followed. */
export function deadLinksOf(site: BuiltSite): readonly DeadLink[] {
  const files = new Set(filesOf(site.folder));
  const pages = new Map(pagesOf(site.folder).map((page) => [page.path, page]));
  const links = [
    ...[...pages.values()].flatMap((page) => linksOfPage(page, site)),
    ...[...files].flatMap((file) => linksOfAsset(file, site)),
  ];
  return links.flatMap((link) => {
    const reason = whyDead(link, site, files, pages);
    return reason === null ? [] : [{ from: link.from, href: link.href, reason }];
  });
}

/** How many links of a page lead to other pages and files of its site: to see that there was something to follow. */
export function countLinks(site: BuiltSite, path: string): number {
  return linksOfPage(readPage(site.folder, path), site).length;
}

function linksOfPage(page: BuiltPage, site: BuiltSite): readonly FoundLink[] {
  const base = new URL(page.address.slice(1), site.url).href;
  return everyElement(page.document)
    .flatMap((element) => linksOfElement(element))
    .map((href) => ({ from: page.path, href, base }));
}

function linksOfElement(element: Element): readonly string[] {
  // What is posted goes to a receiver, which is no part of the built site.
  if (element.tagName === "form" && attribute(element, "method") === "post") return [];
  const plain = (linkAttributes[element.tagName] ?? []).map((name) => attribute(element, name));
  const sets = (attribute(element, "srcset") ?? "").split(",").map((part) => part.trim().split(/\s+/)[0] ?? "");
  const isLinkMeta =
    element.tagName === "meta" && linkMetas.some(([name, value]) => attribute(element, name) === value);
  const meta = isLinkMeta ? [(attribute(element, "content") ?? "").replace(/^\d+; *url=/, "")] : [];
  return [...plain, ...sets.filter((href) => href !== ""), ...meta].filter((href) => href !== null);
}

/** What style sheets and web app manifests name. */
function linksOfAsset(file: string, site: BuiltSite): readonly FoundLink[] {
  const base = new URL(file, site.url).href;
  const links = (hrefs: readonly string[]) => hrefs.map((href) => ({ from: file, href, base }));
  if (file.endsWith(".css")) {
    const css = readFileSync(join(site.folder, file), "utf8");
    return links([...css.matchAll(/url\(\s*["']?([^"')]+)/g)].map((match) => match[1] ?? ""));
  }
  if (file.endsWith(".webmanifest") || /manifest[^/]*\.json$/.test(file)) {
    const manifest = JSON.parse(readFileSync(join(site.folder, file), "utf8")) as {
      readonly start_url?: string;
      readonly icons?: readonly { readonly src: string }[];
    };
    return links([
      ...(manifest.start_url ? [manifest.start_url] : []),
      ...(manifest.icons ?? []).map(({ src }) => src),
    ]);
  }
  return [];
}

function whyDead(
  { href, base }: FoundLink,
  site: BuiltSite,
  files: ReadonlySet<string>,
  pages: ReadonlyMap<string, BuiltPage>,
): string | null {
  if (!URL.canParse(href, base)) return "is no address";
  const url = new URL(href, base);
  if (url.origin !== new URL(site.url).origin) return null;
  if (!url.href.startsWith(site.url)) return "leads out of the path that the site lives under";

  const path = decodeURIComponent(url.href.slice(site.url.length).replace(/[?#].*$/s, ""));
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  if (!files.has(file)) return files.has(`${file}/index.html`) ? "lacks the slash at its end" : "leads to nothing";
  if (url.hash === "" || url.hash === "#top") return null;
  return hasTarget(pages.get(file), url.hash.slice(1)) ? null : "leads to no part of the page";
}

/** Browsers look for an id as the fragment is written, then with its percent signs decoded (HTML Standard, 7.4.6.3). */
function hasTarget(page: BuiltPage | undefined, fragment: string): boolean {
  const ids = everyElement(page?.document ?? ({ childNodes: [] } as never)).map((element) => attribute(element, "id"));
  return ids.includes(fragment) || ids.includes(decodeURIComponent(fragment));
}
