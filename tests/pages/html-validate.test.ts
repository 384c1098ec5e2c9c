/**
 * html-validate over every page with its recommended rules. An exception is for one kind of element, says why, and is
 * a failure once nothing needs it.
 */
import { HtmlValidate } from "html-validate";
import type { Message } from "html-validate";
import { describe, expect, test } from "vitest";
import { attribute, everyElement, matches, pagesOf } from "../support/page.ts";
import type { BuiltPage, Element } from "../support/page.ts";
import { builtSites } from "../support/site-pages.ts";

interface Exception {
  /** The rule of html-validate. */
  readonly rule: string;
  /** The elements that are excused, as `tests/support/page.ts` reads selectors. */
  readonly selector: string;
  readonly reason: string;
}

const exceptions: readonly Exception[] = [
  {
    rule: "no-redundant-role",
    selector: "header.nhsuk-header",
    reason: "nhsuk-frontend's header says its role twice, for old screen readers",
  },
  {
    rule: "no-redundant-role",
    selector: "footer.nhsuk-footer",
    reason: "nhsuk-frontend's footer says its role twice, for old screen readers",
  },
  {
    rule: "no-redundant-role",
    selector: "nav.nhsuk-pagination",
    reason: "nhsuk-frontend's pagination says its role twice, for old screen readers",
  },
  {
    rule: "no-redundant-role",
    selector: 'ul.nhsuk-list[role="list"]',
    reason: "nhsuk-frontend's do and don't lists say their role: Safari forgets that a list without bullets is one",
  },
  {
    rule: "prefer-native-element",
    selector: "div.nhsuk-scroll__content",
    reason: "nhsuk-frontend's scroll is a division with the role of a region, and ours stays the same as its",
  },
  {
    rule: "no-implicit-button-type",
    selector: "button.nhsuk-header__menu-toggle",
    reason: "nhsuk-frontend's menu button has no type; it stands in no form, so that it can submit none",
  },
  {
    rule: "long-title",
    selector: "head title",
    reason: "the service manual's form ends every title with the names of the site and of who publishes it",
  },
  {
    rule: "valid-id",
    selector: "span.app-anchor",
    reason: "ids of years ago must keep arriving, whatever characters they were made of",
  },
  {
    rule: "prefer-tbody",
    selector: ".app-article-body table tr",
    reason: "tables that editors wrote in HTML are kept as they are; browsers add the tbody",
  },
];

const validator = new HtmlValidate({ root: true, extends: ["html-validate:recommended"] });

/** What html-validate says of a page, each with the element that it is about. */
function complaints(page: BuiltPage): readonly (readonly [Message, Element | undefined])[] {
  const { results } = validator.validateStringSync(page.source, page.path);
  return results.flatMap(({ messages }) => messages).map((message) => [message, elementAt(page, message.offset)]);
}

/** The element whose start tag stands at an offset of the source, or the innermost that holds it. */
function elementAt(page: BuiltPage, offset: number): Element | undefined {
  return everyElement(page.document).findLast(({ sourceCodeLocation: place }) => {
    return place && place.startOffset <= offset && offset < place.endOffset;
  });
}

function excuse(message: Message, element: Element | undefined): Exception | undefined {
  return exceptions.find(({ rule, selector }) => rule === message.ruleId && element && matches(element, selector));
}

describe.each(builtSites())("html-validate finds nothing wrong on the site %s", (_name, site) => {
  test.each(pagesOf(site.folder).map((page) => [page.address, page] as const))("on %s", (_address, page) => {
    const unexcused = complaints(page).filter(([message, element]) => !excuse(message, element));
    const told = unexcused.map(
      ([{ line, column, ruleId, message }, element]) =>
        `${line}:${column} ${ruleId}: ${message} (${element?.tagName}.${element && attribute(element, "class")})`,
    );
    expect(told).toEqual([]);
  });
});

test("every exception is needed by some page", () => {
  const pages = builtSites().flatMap(([, site]) => pagesOf(site.folder));
  const used = new Set(pages.flatMap((page) => complaints(page).map((pair) => excuse(...pair))));
  expect(exceptions.filter((exception) => !used.has(exception))).toEqual([]);
});
