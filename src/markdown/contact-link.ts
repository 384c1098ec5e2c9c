import { builtAddresses, contactAddress, linkTarget } from "../model/address.ts";
import { codesIn } from "../model/code-pattern.ts";
import type { CodePattern } from "../model/settings.ts";

/**
 * The error code that a link carries to the contact page.
 *
 * @param href - as the editor wrote it, entities decoded
 * @param file - the file it stands in, inside the content folder
 * @returns `null` for links that lead elsewhere or carry no code
 *
 * @example
 * codeOfContactLink("/contact?error=CID7023", "sign-in.md", codes) // "CID7023"
 */
export function codeOfContactLink(href: string, file: string, codes: CodePattern): string | null {
  const target = linkTarget(href, file);
  if (target.kind !== "page") return null;
  if (target.address === builtAddresses.contact) return new URLSearchParams(target.query).get("error");
  // The address that is published for it, as editors copy it from their browser.
  const [found] = codesIn(target.address, codes);
  return found && target.address === contactAddress(found.code) ? found.code : null;
}
