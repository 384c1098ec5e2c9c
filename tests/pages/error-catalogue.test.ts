/** The catalogue of error references, as the build has written it, beside its schema and its pages. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import type { CatalogueReference } from "../../src/output/error-catalogue.ts";
import { all, attribute, everyElement, filesOf } from "../support/page.ts";
import { builtSites, editionOf, readablePagesOf } from "../support/site-pages.ts";

interface Catalogue {
  readonly version: number;
  readonly references: readonly CatalogueReference[];
}

describe.each(builtSites())("the catalogue of the site %s", (_name, site) => {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(site.folder, path), "utf8"));
  const { references } = read("api/errors.json") as Catalogue;
  const ofOne = filesOf(site.folder).filter((path) => /^api\/errors\/[^/]+\.json$/.test(path));
  const schema = read("api/errors.schema.json") as { readonly $id: string; readonly $defs: { reference: object } };

  test("holds exactly the references that have a page, each with a file of its own", () => {
    const codes = references.map(({ code }) => code);
    const pages = readablePagesOf(site).flatMap(({ address }) => /^\/errors\/(\w+)\/$/.exec(address)?.[1] ?? []);
    expect(codes.toSorted()).toEqual(pages.toSorted());
    expect(ofOne).toEqual(codes.map((code) => `api/errors/${code}.json`).toSorted());
    expect(codes.length).toBeGreaterThan(0);
  });

  test("is what its schema describes, all of it", () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
    formats.default(ajv);
    const validate = ajv.compile(schema);
    for (const path of ["api/errors.json", ...ofOne]) {
      expect([path, validate(read(path)), validate.errors]).toEqual([path, true, null]);
    }
    // What a schema leaves open it does not describe: with nothing left open, it must still be right.
    const closed = ajv.compile({ ...schema.$defs.reference, additionalProperties: false });
    for (const reference of references) expect([closed(reference), closed.errors]).toEqual([true, null]);
    expect(schema.$id).toBe(`${site.url}api/errors.schema.json`);
  });

  test("is refused by its schema when something is missing or of another kind", () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    formats.default(ajv);
    const validate = ajv.compile(schema);
    const [path = ""] = ofOne;
    const right = read(path) as Record<string, unknown>;
    expect(validate(right)).toBe(true);
    for (const name of Object.keys(right)) expect([name, validate({ ...right, [name]: 7 })]).toEqual([name, false]);
    for (const name of Object.keys(right)) {
      const rest = Object.fromEntries(Object.entries(right).filter(([other]) => other !== name));
      expect([name, validate(rest)]).toEqual([name, false]);
    }
  });

  test("names addresses at which there is something", () => {
    const fileAt = (address: string) =>
      join(site.folder, decodeURI(new URL(address).pathname.slice(site.pathPrefix.length)));
    for (const { page, contact, article } of references) {
      for (const address of [page, contact, article?.address ?? page]) {
        expect(address.startsWith(site.url)).toBe(true);
        expect([address, existsSync(join(fileAt(address), "index.html"))]).toEqual([address, true]);
      }
    }
  });

  test("has help that can stand in any page: no classes, ids or scripts, every address whole", () => {
    for (const { help } of references) {
      const fragment = parseFragment(help.html);
      for (const element of everyElement(fragment)) {
        const names = element.attrs.map(({ name }) => name);
        expect(names.filter((name) => /^(id|class|style|name|role|tabindex|aria-.*|on.*)$/.test(name))).toEqual([]);
        for (const name of ["href", "src"]) expect(attribute(element, name) ?? "tel:").toMatch(/^(https?|mailto|tel):/);
      }
      expect(all(fragment, "script").length + all(fragment, "svg").length).toBe(0);
      const words = everyElement(fragment).flatMap(({ childNodes }) =>
        childNodes.flatMap((node) => ("value" in node ? node.value.split(/\s+/) : [])),
      );
      expect(words.filter((word) => !help.text.includes(word))).toEqual([]);
      expect(words.length).toBeGreaterThan(5);
    }
  });

  test("is named by the page about each reference, and by no other page", () => {
    const named = readablePagesOf(site).flatMap(({ address, document }) =>
      all(document, 'link[rel="alternate"]')
        .filter((link) => attribute(link, "type") === "application/json")
        .map((link) => [address, attribute(link, "href")]),
    );
    const homes = new Set(readablePagesOf(site).map(({ address }) => editionOf(address)));
    const wanted = references.flatMap(({ code }) =>
      [...homes].map((home) => [`${home}errors/${code}/`, `${site.pathPrefix}${home.slice(1)}api/errors/${code}.json`]),
    );
    expect(named.toSorted()).toEqual(wanted.toSorted());
  });

  test("can be read from another origin, as what it is, and is asked for again each time", async () => {
    for (const path of ["api/errors.json", "api/errors.schema.json", ofOne[0] ?? ""]) {
      const { status, headers } = await fetch(new URL(path, site.address));
      expect([path, status]).toEqual([path, 200]);
      expect(headers.get("content-type")).toMatch(/^application\/json/);
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("cross-origin-resource-policy") ?? "cross-origin").toBe("cross-origin");
      expect(headers.get("cache-control")).toBe("no-cache");
    }
  });
});
