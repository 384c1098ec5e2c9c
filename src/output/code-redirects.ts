import { builtAddresses, contactAddress, referenceAddress } from "../model/address.ts";
import { codeSpellings } from "../model/code-spellings.ts";
import type { Redirect, Site } from "../model/site.ts";

/** Where a host must look at what stands behind the question mark. */
export interface QueryRedirect {
  /** From the site root: `/contact/`. */
  readonly address: string;
  readonly name: string;
  readonly value: string;
  readonly to: string;
}

type Codes = Pick<Site, "errorReferences">;

/**
 * Addresses of codes as people spell them, the most usual first, so that a host which takes only so many takes those:
 * the pages about the codes in all spellings, then the contact pages.
 */
export function spelledAddresses(site: Codes): readonly Redirect[] {
  const redirects = (folder: string, addressOf: (code: string) => string) =>
    bySpelling(site).map(({ code, spelling }) => ({ from: `${folder}${spelling}/`, to: addressOf(code) }));
  return [...redirects(builtAddresses.errors, referenceAddress), ...redirects(builtAddresses.contact, contactAddress)];
}

/**
 * The contact page with a code behind it, as calling services link to it, and the field of the list of codes as people
 * fill it in. Spellings with a space are left out: hosts differ in how they read them.
 */
export function spelledQueries(site: Codes): readonly QueryRedirect[] {
  const codes = site.errorReferences.map(({ code }) => ({ code, spelling: code }));
  const field = [...codes, ...bySpelling(site).filter(({ spelling }) => !spelling.includes(" "))];
  return [
    ...codes.map(({ code }) => ({
      address: builtAddresses.contact,
      name: "error",
      value: code,
      to: contactAddress(code),
    })),
    ...field.map(({ code, spelling }) => ({
      address: builtAddresses.errors,
      name: "code",
      value: spelling,
      to: referenceAddress(code),
    })),
  ];
}

/**
 * Addresses for stub pages, for hosts that know no redirects: the digits alone, and the code with the letter O for each
 * zero. Lower case is left out: on disks that keep `CID7023` and `cid7023` in one place, it would be the page itself.
 */
export function stubbedAddresses(site: Codes): readonly Redirect[] {
  return bySpelling(site)
    .filter(({ spelling }) => !/[a-z -]/.test(spelling))
    .map(({ code, spelling }) => ({ from: `${builtAddresses.errors}${spelling}/`, to: referenceAddress(code) }));
}

interface Spelled {
  readonly code: string;
  readonly spelling: string;
}

/** All codes in their most usual spelling, then all in the next. */
function bySpelling({ errorReferences }: Codes): readonly Spelled[] {
  const spelled = [...codeSpellings(errorReferences.map(({ code }) => code))].flatMap(([code, spellings]) =>
    spellings.map((spelling, rank) => ({ code, spelling, rank })),
  );
  return spelled.toSorted((a, b) => a.rank - b.rank).map(({ code, spelling }) => ({ code, spelling }));
}
