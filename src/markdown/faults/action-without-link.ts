import type { RuleFacts } from "../../model/rule.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** `::: action` around words that lead nowhere. */
export const actionWithoutLink: RuleFacts = {
  name: "action-without-link",
  severity: "warning",
  kind: "links",
  title: "An action link leads nowhere",
  source: null,
  fixable: false,
};

/** @param place - of the line that opens it */
export function reportActionWithoutLink(page: PageContext, place: Place): void {
  report(page, actionWithoutLink, place, {
    message: "There is no link inside ::: action",
    why: "The words are shown as ordinary words",
    fix: "Write a link such as [Find your nearest pharmacy](/find-a-pharmacy/) between the colons",
  });
}
