import { existsSync } from "node:fs";
import { join } from "node:path";
import { builtAddresses, contactAddress, referenceAddress } from "../model/address.ts";
import { meantCode } from "../model/code-pattern.ts";
import type { CodePattern } from "../model/settings.ts";

/** The pages about one code each, and what may stand behind the question mark of the page above them. */
const kinds = [
  { folder: builtAddresses.errors, name: "code", addressOf: referenceAddress },
  { folder: builtAddresses.contact, name: "error", addressOf: contactAddress },
] as const;

/** The folder of a language, where an address is in one, and the address from there. */
const inEdition = /^(\/[a-z]{2,3}(?:-[A-Za-z0-9-]+)?)?(\/.*)$/s;

/**
 * Where a host leads from a code in another spelling (`/errors/cid-7o23`), or behind a question mark
 * (`/contact?error=CID7023`).
 *
 * @param folder - with the pages
 * @param address - from the site root, decoded, with the slash at its end or without
 * @param query - with its question mark; `""` for none
 * @returns from the site root; `null` for every other address, and where no page is about the code
 */
export function codePage(folder: string, address: string, query: string, codes: CodePattern): string | null {
  const [, edition = "", whole = ""] = inEdition.exec(address.replace(/\/?$/, "/")) ?? [];
  const kind = kinds.find((one) => whole.startsWith(one.folder));
  if (kind === undefined) return null;
  const asked = whole.slice(kind.folder.length, -1);
  const typed = asked === "" ? new URLSearchParams(query).get(kind.name) : asked;
  const code = typed === null || typed.includes("/") ? null : meantCode(typed, codes);
  const page = code === null ? null : kind.addressOf(code);
  if (page === null || page === whole || !existsSync(join(folder, edition, page, "index.html"))) return null;
  return edition + page;
}
