/** The question whether anything is wrong with a page, on every page of every built site. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { all, attribute, only } from "../support/page.ts";
import type { BuiltPage } from "../support/page.ts";
import { builtSites, readablePagesOf } from "../support/site-pages.ts";

/** Pages that are no help in themselves, in every language. */
const isSilent = ({ address }: BuiltPage) => /^(\/[a-z]{2})?\/(404\.html|contact\/.*|search\/|errors\/)$/.test(address);

describe.each(builtSites())("on the site %s the question", (_, site) => {
  const pages = readablePagesOf(site);
  const { pathname } = new URL(site.url);
  const questions = (page: BuiltPage) => all(only(page.document, "main"), ".app-page-problem a");

  test("stands once on every page that can be read, and on no other", () => {
    for (const page of pages) expect(questions(page).length, page.address).toBe(isSilent(page) ? 0 : 1);
    expect(pages.filter((page) => !isSilent(page)).length).toBeGreaterThan(3);
  });

  test("has the same name on all pages of a language, and carries each page's own path if a form can", () => {
    const hasForm = pages.some(({ document }) => all(document, ".app-contact-form").length > 0);
    for (const page of pages.filter((one) => !isSilent(one))) {
      const href = attribute(questions(page)[0]!, "href") ?? "";
      const { pathname: contact, searchParams } = new URL(href, site.url);
      const edition = /^\/cy\//.exec(page.address)?.[0].slice(1) ?? "";
      const code = /errors\/([^/]+)\/$/.exec(page.address)?.[1];
      expect(contact, page.address).toBe(`${pathname}${edition}contact/${code === undefined ? "" : `${code}/`}`);
      expect([...searchParams], page.address).toEqual(hasForm ? [["page", pathname + page.address.slice(1)]] : []);
    }
  });

  test("names no page to the form's script that the list of pages does not hold", () => {
    const asking = pages.filter((one) => !isSilent(one) && !/errors\/[^/]+\/$/.test(one.address));
    const paths = asking.map((page) => {
      const edition = /^\/cy\//.exec(page.address)?.[0] ?? "/";
      const list = JSON.parse(readFileSync(join(site.folder, edition, "api/pages.json"), "utf8")) as {
        readonly pages: readonly { readonly address: string }[];
      };
      return list.pages.some(({ address }) => edition + address.slice(1) === page.address) ? null : page.address;
    });
    expect(paths.filter((path) => path !== null)).toEqual([]);
  });
});
