import type { RuleFacts } from "../../model/rule.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** HTML elements inside others that do not hold them. */
export const misplacedHtml: RuleFacts = {
  name: "misplaced-html",
  severity: "warning",
  kind: "structure",
  title: "HTML elements stand where browsers do not keep them",
  source: null,
  fixable: false,
};

const firstLine: Place = { line: 0, column: 0, length: 1 };

/** For a page whose HTML a browser would put in another order. */
export function reportMended(page: PageContext): void {
  report(page, misplacedHtml, firstLine, {
    message: "Some HTML elements on this page stand where browsers do not keep them",
    why: "Words may stand outside the list, table or box that they were meant for",
    fix: "Look for a list item, a table or a heading with another of its kind inside it, and write them in Markdown",
  });
}

/** For a page whose words would stand where the site itself speaks. */
export function reportNotContained(page: PageContext): void {
  const words = {
    message: "The HTML elements on this page end outside the page's body",
    why: "Words of this page would stand where only the site itself speaks",
    fix: "Write the lists, tables and boxes on this page in Markdown",
  };
  report(page, misplacedHtml, firstLine, words, "error");
}
