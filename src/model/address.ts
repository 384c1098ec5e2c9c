/** Where a link leads, worked out from its words and its page alone; whether anything is there is asked later. */
export type LinkTarget =
  /** A page of this site. */
  | { readonly kind: "page"; readonly address: string; readonly query: string; readonly fragment: string }
  /** A file of the content folder that is not a page: a picture, a PDF. */
  | { readonly kind: "file"; readonly path: string; readonly fragment: string }
  /** Another host, an email address or a telephone number. */
  | { readonly kind: "elsewhere"; readonly href: string }
  /** An address that must not be published: `javascript:`, `//host`, a path out of the content folder. */
  | { readonly kind: "refused"; readonly reason: string };

/** Schemes that a link may name. */
const allowedSchemes: ReadonlySet<string> = new Set(["http", "https", "mailto", "tel"]);

/** Addresses of the pages that the build makes itself; no file of an editor's may take one. */
export const builtAddresses = {
  home: "/",
  search: "/search/",
  contact: "/contact/",
  contactSent: "/contact/sent/",
  errors: "/errors/",
  notFound: "/404.html",
} as const;

/** The address of the page about one error code: `/errors/CID7023/`. */
export function referenceAddress(code: string): string {
  return `${builtAddresses.errors}${code}/`;
}

/** The address of the contact page about one error code: `/contact/CID7023/`. */
export function contactAddress(code: string): string {
  return `${builtAddresses.contact}${code}/`;
}

/** The address of what the catalogue for other services says of one error code: `/api/errors/CID7023.json`. */
export function catalogueAddress(code: string): string {
  return `/api/errors/${code}.json`;
}

/** First parts of addresses that belong to the build: its folders, its pages, and the files that it writes. */
export const reservedNames: ReadonlySet<string> = new Set([
  "404.html",
  "_headers",
  "_hosting",
  "_redirects",
  "api",
  "assets",
  "contact",
  "errors",
  "index.html",
  "robots.txt",
  "search",
  "sitemap.xml",
  "version.json",
]);

/**
 * The address of a page, from the path of its file.
 *
 * @param file - inside the content folder, with `/`: `manage/passwords.md`
 * @returns from the site root, with a slash at each end: `/manage/passwords/`; `/` for `index.md`
 *
 * @example
 * addressOf("manage/index.md") // "/manage/"
 */
export function addressOf(file: string): string {
  const path = file.replace(/\.md$/, "");
  const folder = path === "index" ? "" : path.replace(/\/index$/, "");
  return folder === "" ? "/" : `/${folder}/`;
}

/**
 * An old address of this site, as somebody typed it, made one with all its spellings: percent signs decoded, a slash
 * at each end.
 *
 * @returns `null` for what is no address that a file could stand for, or belongs to what the build makes
 *
 * @example
 * oldAddress("/help%20me") // "/help me/"
 */
export function oldAddress(typed: string): string | null {
  const address = `${decoded(typed) ?? ""}/`.replace(/\/{1,2}$/, "/");
  // oxlint-disable-next-line no-control-regex
  if (!address.isWellFormed() || /[\u0000-\u001F\u007F-\u009F\u2028\u2029\\?#%"<>]/.test(address)) return null;
  const parts = address.split("/").slice(1, -1);
  const [first = ""] = parts;
  if (!address.startsWith("/") || first === "" || isReserved(first)) return null;
  const isPart = (part: string) => !["", ".", ".."].includes(part) && part.trim() === part;
  const endsEarly = parts.slice(0, -1).some((part) => /\.html?$/i.test(part));
  return parts.every(isPart) && !endsEarly && new TextEncoder().encode(address).length <= 200 ? address : null;
}

/**
 * Whether an old address belongs to what the build makes in a language's own part of the site.
 *
 * @param languages - those that have a part: `cy`
 *
 * @example
 * isBuiltInLanguage("/cy/errors/7023/", new Set(["cy"])) // true
 */
export function isBuiltInLanguage(address: string, languages: ReadonlySet<string>): boolean {
  const [folder = "", first = ""] = address.split("/").slice(1);
  return isReserved(first) && [...languages].some((lang) => sameOnDisk(lang) === sameOnDisk(folder));
}

function isReserved(first: string): boolean {
  return reservedNames.has(first.toLowerCase()) || first.startsWith("_");
}

/** Addresses that some systems keep in one file have one key: `A` and `a`, é in one sign or in two. */
export function sameOnDisk(address: string): string {
  return address.normalize("NFC").toLowerCase();
}

/**
 * Where a link or picture of a page leads. Paths with a leading slash count from the content folder (and so from the
 * site's root); others from the folder of the file that they stand in, as an editor sees the files.
 *
 * @param href - as written, entities decoded
 * @param file - the file it stands in, inside the content folder
 *
 * @example
 * linkTarget("../sign-in.md#codes", "manage/passwords.md")
 * // { kind: "page", address: "/sign-in/", query: "", fragment: "codes" }
 */
export function linkTarget(href: string, file: string): LinkTarget {
  // Browsers drop tabs and line ends inside an address and white space around it: judge what they would see.
  // oxlint-disable-next-line no-control-regex
  const seen = href.replace(/[\t\n\r]/g, "").replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, "");
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(seen)?.[1]?.toLowerCase();
  if (scheme !== undefined) {
    return allowedSchemes.has(scheme)
      ? { kind: "elsewhere", href: seen }
      : { kind: "refused", reason: `addresses that start with "${scheme}:" are not allowed` };
  }
  if (/^[\\/]{2}/.test(seen))
    return { kind: "refused", reason: "an address that starts with two slashes leads to another host" };
  if (seen.includes("\\")) return { kind: "refused", reason: "an address is written with forward slashes" };

  const [, rawPath = "", query = "", fragment = ""] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(seen) ?? [];
  const path = decoded(rawPath);
  if (path === null) return { kind: "refused", reason: "the percent signs in the address are not well formed" };
  if (path === "") return { kind: "page", address: addressOf(file), query, fragment };

  const parts = path.startsWith("/") ? [] : file.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return { kind: "refused", reason: "the path leads out of the content folder" };
  }
  const resolved = parts.join("/").replace(/(^|\/)index\.html$/, "");
  if (resolved.endsWith(".md")) return { kind: "page", address: addressOf(resolved), query, fragment };
  if (/\.[A-Za-z0-9]+$/.test(resolved) && !path.endsWith("/")) return { kind: "file", path: resolved, fragment };
  return { kind: "page", address: resolved === "" ? "/" : `/${resolved}/`, query, fragment };
}

/**
 * The href to publish for an address of this site.
 *
 * @param address - from the site root, not encoded, without query or fragment: `/manage/`
 * @param pathPrefix - where the site lives on its host, with a slash at each end
 *
 * @example
 * publishedHref("/manage/", "/help/") // "/help/manage/"
 */
export function publishedHref(address: string, pathPrefix: string): string {
  return pathPrefix + encodeURI(address.replace(/^\//, "")).replace(/[?#]/g, encodeURIComponent);
}

/**
 * The href of a place on the same page. Letters of every language stay as they are, as in the id itself: some checkers
 * compare the two as they are written, and so may people.
 *
 * @example
 * fragmentHref("eich-ffôn") // "#eich-ffôn"
 */
export function fragmentHref(id: string): string {
  return `#${id.replace(/[^\p{L}\p{M}\p{N}._~-]/gu, encodeURIComponent)}`;
}

/** The fragment as the id that a browser looks for second: percent signs decoded where they can be. */
export function decodedFragment(fragment: string): string {
  return decoded(fragment) ?? fragment;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
