import { builtAddresses, reservedNames, sameOnDisk } from "../model/address.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { duplicateAddressAt } from "./faults/duplicate-address.ts";
import { pagesTooAlike } from "./faults/names-too-alike.ts";
import { builtAddress, longAddress, oddAddress } from "./faults/unusable-address.ts";
import { unportablePage } from "./faults/unportable-name.ts";
import { refusalOf } from "./portable-names.ts";
import { addressInEdition } from "../model/translation.ts";
import type { PageOutline } from "./read-page.ts";

/** Pages that have an address of their own, and what is wrong with the rest. */
export interface AddressedPages {
  readonly outlines: readonly PageOutline[];
  readonly leftOut: readonly PageOutline[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Leaves out pages whose address belongs to another page, to a file, to the build, or to no browser.
 *
 * @param files - paths of the pictures and documents of the content folder
 * @param languages - those with a folder of their own: each is a site below the site
 */
export function dropTakenAddresses(
  outlines: readonly PageOutline[],
  files: ReadonlySet<string>,
  languages: ReadonlySet<string> = new Set(),
): AddressedPages {
  const fileByKey = new Map([...files].map((path) => [sameOnDisk(`/${path}/`), path]));
  const firstByAddress = new Map<string, PageOutline>();
  const leftOut: PageOutline[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const outline of outlines.toSorted((a, b) => (a.file < b.file ? -1 : 1))) {
    const key = sameOnDisk(outline.address);
    const fault = addressFault(outline, firstByAddress.get(key) ?? fileByKey.get(key), languages);
    if (fault === null) firstByAddress.set(key, outline);
    else {
      diagnostics.push(fault);
      leftOut.push(outline);
    }
  }
  return { outlines: [...firstByAddress.values()], leftOut, diagnostics };
}

function addressFault(
  { file, address, language }: PageOutline,
  first: PageOutline | string | undefined,
  languages: ReadonlySet<string>,
): Diagnostic | null {
  const refusal = refusalOf(address);
  if (refusal !== null) return unportablePage(file, refusal);
  const odd = /[#%\\\u007F]|\/[.-]/.exec(address);
  if (odd) return oddAddress(file, odd[0]);
  if (Buffer.byteLength(address) > 200) return longAddress(file);
  if (typeof first === "string") return duplicateAddressAt(file, address, first);
  if (first) {
    const fault = first.address === address ? duplicateAddressAt : pagesTooAlike;
    return fault(file, address, first.file);
  }
  return isBuilt(language === null ? address : addressInEdition(address, language), language, languages)
    ? builtAddress(file, address)
    : null;
}

/** Whether an address belongs to the build. @param address - from the root of the edition that the page is in */
function isBuilt(address: string, language: string | null, languages: ReadonlySet<string>): boolean {
  const [folder = ""] = address.slice(1).split("/");
  if (language !== null) return reservedNames.has(folder.toLowerCase());
  return reservedNames.has(folder.toLowerCase()) || address === builtAddresses.home || languages.has(folder);
}
