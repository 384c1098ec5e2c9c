import type { RuleFacts } from "../../model/rule.ts";
import { report, shortened } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** An address that leads elsewhere than it says, or would run something. */
export const unsafeLink: RuleFacts = {
  name: "unsafe-link",
  severity: "error",
  kind: "safety",
  title: "A link's address must not be published",
  source: null,
  fixable: false,
};

/** @param reason - what is wrong with the address, as a clause */
export function reportUnsafeLink(page: PageContext, href: string, reason: string, place: Place): void {
  report(page, unsafeLink, place, {
    message: `The address "${shortened(href)}" must not be published: ${reason}`,
    why: "It would not lead a reader where the words say, or would run something in the reader's browser",
    fix: "Write an address of this site such as /sign-in/, or one that starts with https://, mailto: or tel:",
  });
}
