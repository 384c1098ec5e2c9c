import { builtAddresses, reservedNames, sameOnDisk } from "../model/address.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { duplicateAddressAt } from "./faults/duplicate-address.ts";
import { pagesTooAlike } from "./faults/names-too-alike.ts";
import { builtAddress, longAddress, oddAddress } from "./faults/unusable-address.ts";
import { unportablePage } from "./faults/unportable-name.ts";
import { refusalOf } from "./portable-names.ts";
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
 */
export function dropTakenAddresses(outlines: readonly PageOutline[], files: ReadonlySet<string>): AddressedPages {
  const fileByKey = new Map([...files].map((path) => [sameOnDisk(`/${path}/`), path]));
  const firstByAddress = new Map<string, PageOutline>();
  const leftOut: PageOutline[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const outline of outlines.toSorted((a, b) => (a.file < b.file ? -1 : 1))) {
    const key = sameOnDisk(outline.address);
    const fault = addressFault(outline, firstByAddress.get(key) ?? fileByKey.get(key));
    if (fault === null) firstByAddress.set(key, outline);
    else {
      diagnostics.push(fault);
      leftOut.push(outline);
    }
  }
  return { outlines: [...firstByAddress.values()], leftOut, diagnostics };
}

function addressFault({ file, address }: PageOutline, first: PageOutline | string | undefined): Diagnostic | null {
  const refusal = refusalOf(address);
  if (refusal !== null) return unportablePage(file, refusal);
  const [folder = ""] = address.slice(1).split("/");
  const odd = /[#%\\\u007F]|\/[.-]/.exec(address);
  if (odd) return oddAddress(file, odd[0]);
  if (Buffer.byteLength(address) > 200) return longAddress(file);
  if (typeof first === "string") return duplicateAddressAt(file, address, first);
  if (first) {
    const fault = first.address === address ? duplicateAddressAt : pagesTooAlike;
    return fault(file, address, first.file);
  }
  const isBuilt = reservedNames.has(folder.toLowerCase()) || address === builtAddresses.home;
  return isBuilt ? builtAddress(file, address) : null;
}
