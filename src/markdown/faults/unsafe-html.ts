import type { RuleFacts } from "../../model/rule.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** HTML that could act: run something, load something, collect what a reader types. */
export const unsafeHtml: RuleFacts = {
  name: "unsafe-html",
  severity: "error",
  kind: "safety",
  title: "HTML could run, load or collect something",
  source: null,
  fixable: false,
};

/** @param element - the name of a tag that is never let through */
export function reportUnsafeElement(page: PageContext, element: string, place: Place): void {
  report(page, unsafeHtml, place, {
    message: `<${element}> is not allowed`,
    why: "It could run something in the reader's browser, load something from elsewhere or collect what the reader types",
    fix: `Delete <${element}> and what belongs to it; write \`<${element}>\` to show the tag itself`,
  });
}

/** @param name - of an attribute of a tag */
export function reportUnsafeAttribute(page: PageContext, element: string, name: string, place: Place): void {
  report(page, unsafeHtml, place, {
    message: `The attribute "${name}" of <${element}> is not allowed: it could run something in the reader's browser`,
    why: "A page that runs what somebody pasted into it can no longer be trusted",
    fix: `Delete ${name}="…" from the tag`,
  });
}

/** @param name - of an attribute in braces */
export function reportUnsafeBraces(page: PageContext, name: string, place: Place): void {
  report(page, unsafeHtml, place, {
    message: `The attribute "${name}" cannot be given in braces`,
    why: "It could run something in the reader's browser",
    fix: "Delete it from the braces",
  });
}
