import type { RuleFacts } from "../../model/rule.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** HTML that Markdown reads as code: it is indented by four spaces or more. */
export const htmlAsCode: RuleFacts = {
  name: "html-as-code",
  severity: "warning",
  kind: "structure",
  title: "HTML tags are shown as text, because they are indented",
  source: null,
  fixable: false,
};

/** @param place - of the first line */
export function reportHtmlAsCode(page: PageContext, place: Place): void {
  report(page, htmlAsCode, place, {
    message: "HTML tags are shown as text here, because the line is indented",
    why: "Readers see the tags with their sharp brackets",
    fix: "Delete the spaces at the front of the lines; to show the tags, write ``` on a line before and after them",
  });
}
