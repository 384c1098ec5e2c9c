import { html, parseFragment, serialize } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";
import { reportMended, reportNotContained } from "./faults/misplaced-html.ts";
import type { PageContext } from "./page-context.ts";

/** How often HTML is mended before it is given up: each time undoes one kind of nesting that browsers do not keep. */
const mostRounds = 3;

/**
 * Makes sure that a body stays inside the element that a layout puts it in. Some elements end others without a word
 * (`<li>` inside a `<div>` of a list item); the end tag that is then left over would end an element of the layout, and
 * the rest of the body would stand in the page as if the site itself had said it.
 *
 * @returns the same HTML where a browser keeps it together; else HTML that it does keep together, with a warning; `""`
 *   with an error where there is none
 */
export function containedHtml(body: string, page: PageContext): string {
  if (isContained(body)) return body;
  let mended = body;
  for (let round = 0; round < mostRounds; round += 1) {
    mended = serialize(parseFragment(mended));
    if (isContained(mended)) {
      reportMended(page);
      return mended;
    }
  }
  reportNotContained(page);
  return "";
}

/** Whether a browser that reads a body inside an element finds the end of that element where it is written. */
function isContained(body: string): boolean {
  const [box, after, ...others] = parseFragment(`<div>${body}</div><i></i>`).childNodes;
  return others.length === 0 && isElement(box, "div") && isElement(after, "i") && after.childNodes.length === 0;
}

function isElement(
  node: DefaultTreeAdapterTypes.ChildNode | undefined,
  name: string,
): node is DefaultTreeAdapterTypes.Element {
  return node !== undefined && "tagName" in node && node.tagName === name && node.namespaceURI === html.NS.HTML;
}
