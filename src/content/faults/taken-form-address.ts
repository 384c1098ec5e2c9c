import { builtAddresses } from "../../model/address.ts";
import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A contact form that would be sent to a page or file. */
export const takenFormAddress: RuleFacts = {
  name: "taken-form-address",
  severity: "error",
  kind: "site",
  title: "The contact form would be sent to a page",
  source: null,
  fixable: false,
};

/** At the form's address. */
export function takenFormAddressAt(address: string, span: SourceSpan): Diagnostic {
  return faultAt(takenFormAddress, span, {
    message: `${address} is the address of a page or file of this help centre`,
    why: "Pages take no messages: what people write would be lost",
    fix: `Write the address at which the receiver listens, such as ${builtAddresses.contact}send`,
  });
}
