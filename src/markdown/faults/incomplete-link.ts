import type { RuleFacts } from "../../model/rule.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** A link with words and nothing to lead to. */
export const incompleteLink: RuleFacts = {
  name: "incomplete-link",
  severity: "error",
  kind: "links",
  title: "A link has no address",
  source: null,
  fixable: false,
};

/** @param message - what is missing */
export function reportIncompleteLink(page: PageContext, message: string, place: Place): void {
  report(page, incompleteLink, place, {
    message,
    why: "A citizen who follows it gets nowhere",
    fix: "Write an address such as /sign-in/ or https://www.nhs.uk/, mailto:help@example.org or tel:111, or take the link out",
  });
}
