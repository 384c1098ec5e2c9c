import type { RuleFacts } from "../../model/rule.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** An HTML element that goes on to the end of its block. */
export const unclosedElement: RuleFacts = {
  name: "unclosed-element",
  severity: "warning",
  kind: "structure",
  title: "An HTML element is never closed",
  source: null,
  fixable: false,
};

/** @param name - of the element */
export function reportUnclosedElement(page: PageContext, name: string, place: Place): void {
  report(page, unclosedElement, place, {
    message: `<${name}> is never closed`,
    why: "It is closed where its block ends, which may be too early or too late",
    fix: `Write </${name}> where it should end`,
  });
}
