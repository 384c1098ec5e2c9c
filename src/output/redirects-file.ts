import type { QueryRedirect } from "./code-redirects.ts";
import type { Move } from "./deploy-files.ts";

/**
 * How many lines Cloudflare takes; of Workers with more, or with a line in a form that it does not know, it refuses the
 * whole deployment (Cloudflare, Pages and Workers: Redirects).
 */
export const mostRedirects = 2_000;

/** From how many lines on Netlify asks for another way (Netlify, Redirects and rewrites). */
const mostForNetlify = 10_000;

/**
 * Netlify's and Cloudflare's `_redirects`: one line a redirect, in the form that both know. All that editors ask for is
 * there; of the spellings of codes, as many as Cloudflare takes beside them.
 */
export function redirectsFile(moves: readonly Move[], spellings: readonly Move[]): string {
  return [...moves, ...spellings.slice(0, Math.max(0, mostRedirects - moves.length))].map(line).join("");
}

/**
 * More lines for Netlify's `_redirects`, which Cloudflare does not know: they look behind the question mark. With the
 * sign `!` they go before the page that is there. For now (302): a browser should ask again when a code is gone.
 *
 * @param queries - with the path prefix in their addresses
 */
export function netlifyQueriesFile(queries: readonly QueryRedirect[]): string {
  return queries
    .slice(0, mostForNetlify - mostRedirects)
    .map(({ address, name, value, to }) => `${address} ${name}=${value} ${to} 302!\n`)
    .join("");
}

/**
 * Lines for Netlify alone, which knows but one page for what is not found: below the folder of a language, the one there.
 *
 * @param folders - with the path prefix and a slash at each end: `/cy/`
 */
export function netlifyNotFoundFile(folders: readonly string[]): string {
  return folders.map((folder) => `${folder}* ${folder}404.html 404\n`).join("");
}

function line({ from, to }: Move): string {
  // `:` and `*` in a path would make a pattern of it.
  const literal = (path: string) => path.replace(/[:*]/g, percentEncoded);
  const [, host = "", path = ""] = /^(https?:\/\/[^/]*)?(.*)$/s.exec(to) ?? [];
  return `${literal(encodeURI(from))} ${host}${literal(path)} 301\n`;
}

/** One sign in the form that stands for it in an address: `*` → `%2A`. */
export function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
