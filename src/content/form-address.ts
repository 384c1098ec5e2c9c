import { reservedNames, sameOnDisk } from "../model/address.ts";
import { codesIn } from "../model/code-pattern.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { CodePattern } from "../model/settings.ts";
import type { ContactRegister } from "./contact-register.ts";
import { takenFormAddressAt } from "./faults/taken-form-address.ts";

/** What is there, and takes no messages. */
interface TakenAddresses {
  /** Of pages, with a slash at each end. */
  readonly addresses: ReadonlySet<string>;
  /** Old addresses, which lead on to a page. */
  readonly redirected: ReadonlySet<string>;
  /** Paths of files of the content folder. */
  readonly files: ReadonlySet<string>;
  readonly codes: CodePattern;
}

/** Whether the contact form would be sent to something that the build writes. Another host's pages nobody knows. */
export function formAddressFaults(
  { value: { form }, addressSpan }: ContactRegister,
  { addresses, redirected, files, codes }: TakenAddresses,
): readonly Diagnostic[] {
  if (form === null || addressSpan === null || !form.address.startsWith("/")) return [];
  const address = sameOnDisk(`${form.address.replace(/\/index\.html$/i, "/")}/`.replace(/\/+$/, "/"));
  const there = [...addresses, ...redirected, ...[...files].map((path) => `/${path}/`)].map(sameOnDisk);
  const [first = "", second = ""] = address.split("/").slice(1);
  const isCode = codesIn(second.toUpperCase(), codes).some(({ code }) => code.length === second.length);
  const isBuilt = first === "contact" ? ["", "sent"].includes(second) || isCode : reservedNames.has(first);
  return isBuilt || there.includes(address) ? [takenFormAddressAt(form.address, addressSpan)] : [];
}
