/** The contact pages as they are published: every one of them, whole, without a script. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { all, attribute, only, readPage, textOf } from "../support/page.ts";
import type { BuiltPage } from "../support/page.ts";
import { builtSite, readablePagesOf } from "../support/site-pages.ts";

describe.each(["root", "prefixed"] as const)("on the site %s", (name) => {
  const site = builtSite(name);
  const pages = readablePagesOf(site);
  const contactPages = pages.filter(({ address }) => /^\/contact\/(?!sent\/)/.test(address));
  const codeOf = ({ address }: BuiltPage) => address.split("/")[2] ?? "";

  test("there is a contact page for every code that has a page", () => {
    const codes = pages.flatMap(({ address }) => /^\/errors\/([^/]+)\/$/.exec(address)?.[1] ?? []);
    expect(codes.length).toBeGreaterThan(3);
    expect(contactPages.map(codeOf).toSorted()).toEqual(["", ...codes].toSorted());
  });

  describe.each(contactPages.map((page) => [page.address, page] as const))("%s", (_address, page) => {
    const main = only(page.document, "main");
    const form = only(main, "form");

    test("has a real form, sent to the address in contact.yml", () => {
      expect([attribute(form, "method"), attribute(form, "action")]).toEqual([
        "post",
        `${site.pathPrefix}contact/send`,
      ]);
      expect(all(form, '[type="submit"]')).toHaveLength(1);
    });

    test("has an id of its own and one label for every field that people fill in", () => {
      const fields = ["input", "select", "textarea"].flatMap((tag) => all(form, tag));
      const seen = fields.filter((field) => attribute(field, "type") !== "hidden");
      for (const field of seen) {
        const id = attribute(field, "id") ?? "";
        expect(all(page.document, `#${id}`)).toHaveLength(1);
        expect(all(form, `label[for="${id}"]`).map(textOf)).not.toEqual([]);
      }
      const names = new Set(fields.map((field) => attribute(field, "name")));
      const expected = ["name", "email", "service", "otherService", "problem", "details", "error", "page", "website"];
      expect([...names].toSorted()).toEqual(expected.toSorted());
    });

    test("carries its code, and says it and what it means in words, with a link to its page", () => {
      const code = codeOf(page);
      expect(attribute(only(form, 'input[name="error"]'), "value")).toBe(code);
      expect(attribute(only(form, 'input[name="page"]'), "value")).toBe("");
      const about = only(main, ".app-contact-reference");
      expect(attribute(about, "hidden")).toBe(code === "" ? "" : null);
      if (code === "") return;
      const reference = readPage(site.folder, `errors/${code}/index.html`);
      const title = textOf(only(reference.document, "h1"));
      expect(textOf(about)).toContain(`You are asking about reference ${code}${[...code].join(" ")}: ${title}`);
      expect(all(about, "a").map((link) => attribute(link, "href"))).toEqual([
        `${site.pathPrefix}errors/${code}/`,
        `${site.pathPrefix}contact/`,
      ]);
    });

    test("says first what to do about a medical problem, and last which other ways there are", () => {
      const html = page.source.slice(page.source.indexOf("<main"));
      const places = [
        "tel:999",
        "https://111.nhs.uk/",
        "contact your GP surgery",
        "<form",
        'id="contact-ways"',
        "tel:0306",
      ].map((words) => html.indexOf(words));
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    });
  });

  test("the page after a message says what happens next, and has no field and no form of its own", () => {
    const main = only(readPage(site.folder, "contact/sent/index.html").document, "main");
    expect(textOf(only(main, "h1"))).toBe("We have your message");
    expect(textOf(main)).toContain("What happens next");
    expect([...all(main, "form"), ...all(main, "input")]).toEqual([]);
  });
});

describe("on a site without contact.yml", () => {
  const site = builtSite("bare");

  test("the contact page has no form, says so, and still leads to medical help", () => {
    const main = only(readPage(site.folder, "contact/index.html").document, "main");
    expect(all(main, "form")).toEqual([]);
    expect(textOf(main)).toContain("There is no way to get in touch with us from this help centre yet.");
    expect(all(main, "a").map((link) => attribute(link, "href"))).toEqual(["tel:999", "https://111.nhs.uk/"]);
  });

  test("nothing says that a message has come", () => {
    expect(existsSync(join(site.folder, "contact/sent/index.html"))).toBe(false);
  });
});
