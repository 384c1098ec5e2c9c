import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A page whose address no browser would find, or that belongs to the build. */
export const unusableAddress: RuleFacts = {
  name: "unusable-address",
  severity: "error",
  kind: "files",
  title: "A file's name gives no address that can be used",
  source: null,
  fixable: false,
};

const why = "A citizen could not reach this page";
const oddFix = "Rename the file: lower case letters, digits and hyphens are always right";

/** The address holds `odd`, which has a meaning of its own in addresses. */
export function oddAddress(file: string, odd: string): Diagnostic {
  const message = `The file's name gives no address that works everywhere ("${odd}")`;
  return faultAt(unusableAddress, spanAt(file, 1, 1), { message, why, fix: oddFix });
}

/** The address is longer than servers and file systems take. */
export function longAddress(file: string): Diagnostic {
  return faultAt(unusableAddress, spanAt(file, 1, 1), {
    message: "The address is longer than 200 bytes",
    why,
    fix: "Shorten the names of the file and its folders",
  });
}

/** A page at an address that the build needs. */
export function builtAddress(file: string, address: string): Diagnostic {
  return faultAt(unusableAddress, spanAt(file, 1, 1), {
    message: `The address ${address} belongs to what the build makes itself`,
    why,
    fix: "Rename the file or its folder",
  });
}

/** A picture or document at an address that the build needs. */
export function builtPath(path: string): Diagnostic {
  return faultAt(unusableAddress, spanAt(path, 1, 1), {
    message: `The address /${path} belongs to what the build makes itself`,
    why: "One of the two would be missing from the site",
    fix: "Rename the file or its folder, and the links to it",
  });
}
