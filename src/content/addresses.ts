import { builtAddresses, reservedNames, sameOnDisk } from "../model/address.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { spanAt } from "../model/diagnostic.ts";
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
    const fault = addressFault(outline, firstByAddress.get(key)?.file ?? fileByKey.get(key));
    if (fault === null) firstByAddress.set(key, outline);
    else {
      diagnostics.push(fault);
      leftOut.push(outline);
    }
  }
  return { outlines: [...firstByAddress.values()], leftOut, diagnostics };
}

function addressFault({ file, address }: PageOutline, first: string | undefined): Diagnostic | null {
  const [folder = ""] = address.slice(1).split("/");
  // oxlint-disable-next-line no-control-regex
  const odd = /[\u0000-\u001F\u007F?#%\\:*"<>|]|\/[.-]|[. ]\//.exec(address);
  if (odd) return wrongAddress(file, `The file's name gives no address that works everywhere ("${odd[0]}")`, oddFix);
  if (/\/(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.[^/]*)?\//i.test(address)) {
    return wrongAddress(file, "Windows refuses a file or folder of this name", oddFix);
  }
  if (Buffer.byteLength(address) > 200) return wrongAddress(file, "The address is longer than 200 bytes", "Shorten the names of the file and its folders");
  if (first) return takenAddress(file, address, first);
  if (reservedNames.has(folder.toLowerCase()) || address === builtAddresses.home) {
    return wrongAddress(file, `The address ${address} belongs to what the build makes itself`, "Rename the file or its folder");
  }
  return null;
}

const oddFix = "Rename the file: lower case letters, digits and hyphens are always right";

function wrongAddress(file: string, message: string, fix: string): Diagnostic {
  return {
    rule: "unusable-address",
    severity: "error",
    span: spanAt(file, 1, 1),
    message,
    why: "A citizen could not reach this page",
    fix,
  };
}

function takenAddress(file: string, address: string, first: string): Diagnostic {
  return {
    ...wrongAddress(file, `Its address ${address} is taken by ${first}`, "Rename one of the two files, or join them"),
    rule: "duplicate-address",
  };
}
