import { builtAddresses, linkTarget } from "../model/address.ts";

/**
 * The error code that a link carries to the contact page.
 *
 * @param href - as the editor wrote it, entities decoded
 * @param file - the file it stands in, inside the content folder
 * @returns `null` for links that lead elsewhere or carry no code
 *
 * @example
 * codeOfContactLink("/contact?error=CID7023", "sign-in.md") // "CID7023"
 */
export function codeOfContactLink(href: string, file: string): string | null {
  const target = linkTarget(href, file);
  if (target.kind !== "page" || target.address !== builtAddresses.contact) return null;
  return new URLSearchParams(target.query).get("error");
}
