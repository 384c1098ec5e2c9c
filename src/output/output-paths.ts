import { publishedHref } from "../model/address.ts";

/**
 * The file of a page inside the output folder.
 *
 * @param address - from the site root, not encoded: `/manage/`, `/404.html`
 *
 * @example
 * outputPathOf("/manage/passwords/") // "manage/passwords/index.html"
 */
export function outputPathOf(address: string): string {
  const path = address.replace(/^\//, "");
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

/**
 * The file of the stub page for an old address.
 *
 * @param from - from the site root, possibly percent-encoded: `/old-page`, `/old.html`
 * @returns a path inside the output folder; `null` for an address that no file can stand for
 */
export function redirectPath(from: string): string | null {
  const address = decodedAddress(from);
  if (address === null) return null;
  if (/\.html?\/?$/i.test(address)) return address.slice(1).replace(/\/$/, "");
  return outputPathOf(address.endsWith("/") ? address : `${address}/`);
}

/**
 * An old address as a server sees it: percent signs decoded.
 *
 * @returns `null` where it holds what an address of a file cannot: control characters, `..`, `?`, an empty part
 */
export function decodedAddress(from: string): string | null {
  const address = decodedOrNull(from);
  // oxlint-disable-next-line no-control-regex
  if (address === null || !address.startsWith("/") || /[\u0000-\u001F\u007F-\u009F\u2028\u2029\\?#]/.test(address)) {
    return null;
  }
  return isContained(outputPathOf(address)) ? address : null;
}

/**
 * Where a redirect leads, ready to print.
 *
 * @param to - from the site root, with a query or fragment or without; or a whole https address
 * @returns `null` for what is neither
 */
export function redirectHref(to: string, pathPrefix: string): string | null {
  if (!to.startsWith("/")) return /^https?:/.test(to) && URL.canParse(to) ? new URL(to).href : null;
  const [, path = "/", rest = ""] = /^([^?#]*)(.*)$/s.exec(to) ?? [];
  // Two slashes at the front would name another host.
  return (
    publishedHref((decodedOrNull(path) ?? path).replace(/^\/+/, "/"), pathPrefix) +
    encodeURI(decodedOrNull(rest) ?? rest)
  );
}

/** Whether a path stays inside the output folder and can be written on every disk. */
export function isContained(path: string): boolean {
  const parts = path.split("/");
  return parts.every(
    (part) => part !== "" && part !== "." && part !== ".." && !part.includes("\0") && Buffer.byteLength(part) <= 255,
  );
}

/**
 * Checks that every file of a site has a place of its own inside the output folder. Eleventy checks neither.
 *
 * @throws Error naming the path. `loadSite` reports such pages to the editor, so here it can only be our bug.
 */
export function checkOutputPaths(paths: readonly string[]): void {
  const seen = new Set<string>();
  for (const path of paths) {
    if (!isContained(path)) throw new Error(`The path "${path}" leads out of the output folder`);
    const key = path.normalize("NFC").toLowerCase();
    if (seen.has(key)) throw new Error(`Two files would be written to "${path}"`);
    seen.add(key);
  }
}

function decodedOrNull(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
