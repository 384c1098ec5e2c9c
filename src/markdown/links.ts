import MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import type { RenderSettings } from "../model/body.ts";
import type { CodePattern } from "../model/settings.ts";
import { builtAddresses, contactAddress, linkTarget, publishedHref } from "../model/address.ts";
import { meantCode } from "../model/code-pattern.ts";
import { reportIncompleteLink } from "./faults/incomplete-link.ts";
import { reportUnsafeLink } from "./faults/unsafe-link.ts";
import type { PageContext, Place } from "./page-context.ts";

/** Percent-encodes what an address may not hold, as CommonMark's tests expect it. */
const encode = (() => {
  const md = new MarkdownIt();
  return (href: string): string => md.normalizeLink(href);
})();

/** Schemes whose addresses a browser would run or show as a page of ours. */
const activeScheme = /^(javascript|vbscript|data|blob|filesystem|file):/i;

/**
 * The address to publish for a link or picture.
 *
 * @param href - as the editor wrote it, entities decoded
 * @param file - the file it stands in, inside the content folder
 * @returns `null` where nothing may be published. Other addresses that an editor must put right come back as they were:
 *   `checkTarget` has reported them
 *
 * @example
 * publishedTarget("../passwords.md#x", "manage/sign-in.md", { pathPrefix: "/help/", codes }) // "/help/passwords/#x"
 */
export function publishedTarget(
  href: string,
  file: string,
  { pathPrefix, codes }: Pick<RenderSettings, "pathPrefix" | "codes">,
): string | null {
  const target = linkTarget(href, file);
  switch (target.kind) {
    case "elsewhere":
      return encode(target.href);
    case "refused":
      // oxlint-disable-next-line no-control-regex
      return activeScheme.test(href.replace(/[\u0000-\u0020]/g, "")) ? null : encode(href);
    case "file":
      return publishedHref(target.path, pathPrefix) + fragmentOf(target.fragment);
    case "page": {
      const written = href.trim();
      if (written === "" || written.startsWith("#")) return encode(written);
      const { address, query } = target;
      const fragment = fragmentOf(target.fragment);
      const code = address === builtAddresses.contact ? carriedCode(query, codes) : null;
      // The page about the code works without JavaScript, and on hosts that cannot look behind a question mark.
      if (code !== null) return publishedHref(contactAddress(code), pathPrefix) + fragment;
      return publishedHref(address, pathPrefix) + encode(query) + fragment;
    }
  }
}

/** The code that a link takes along, and nothing else with it. Every code that links carry has a contact page. */
function carriedCode(query: string, codes: CodePattern): string | null {
  const [[name, value] = ["", ""], ...others] = new URLSearchParams(query);
  return name === "error" && others.length === 0 ? meantCode(value, codes) : null;
}

function fragmentOf(fragment: string): string {
  return fragment === "" ? "" : encode(`#${fragment}`);
}

/** Gives a token the address to publish; `null` takes the one that it has away. */
export function setAddress(token: Token, name: string, address: string | null): void {
  if (address !== null) token.attrSet(name, address);
  else token.attrs = token.attrs?.filter(([other]) => other !== name) ?? null;
}

/** What stands before an `@` in a web address: browsers leave it out, and readers take it for the host. */
const beforeHost = /^https?:[\\/]*([^\\/?#]*)@/i;

/** Reports an address that must not be published. */
export function checkTarget(page: PageContext, href: string, place: Place): void {
  const target = linkTarget(href, page.source.file);
  if (target.kind === "refused") reportUnsafeLink(page, href, target.reason, place);
  if (target.kind !== "elsewhere") return;
  const name = beforeHost.exec(target.href)?.[1];
  // A name with a password is a secret, of which the loader speaks.
  if (name === undefined || /^[^.:]+:./.test(name)) return;
  reportUnsafeLink(page, href, "what stands before the @ is not the site that it leads to", place);
}

/** Reports the address of a link that leads nowhere; `checkTarget` judges the others. */
export function checkLink(page: PageContext, href: string, place: Place): void {
  checkTarget(page, href, place);
  const written = href.trim();
  if (written === "") reportIncompleteLink(page, "This link has no address", place);
  else if (/^mailto:(?!\?)[^@]*$/i.test(written)) reportIncompleteLink(page, "This link names no email address", place);
  else if (/^tel:\D*$/i.test(written)) reportIncompleteLink(page, "This link names no telephone number", place);
}
