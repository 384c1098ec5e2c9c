import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogueFiles } from "../../src/output/error-catalogue.ts";
import type { CatalogueReference } from "../../src/output/error-catalogue.ts";
import { openLayouts } from "../../src/output/layouts.ts";
import { entriesOf } from "../../src/output/page-types.ts";
import { article, siteFrom } from "../support/site-from.ts";
import type { FilesInMemory } from "../support/site-from.ts";

const layouts = openLayouts(join(import.meta.dirname, "../../layouts"));

const codes = article(
  [
    "## CID7023: No connection\n\nWait, then [sign in](/codes#no).\n\n- one\n- two\n",
    "## No {#no}\n\nNo.\n",
    "## CID10001: Last\n\nLast.",
  ].join("\n"),
  { title: "Codes", last_reviewed: "2026-01-31" },
);

/** The files of the catalogue, by path, as objects. */
async function catalogueOf(files: FilesInMemory, options: Parameters<typeof siteFrom>[1] = {}) {
  const { site } = await siteFrom(files, { url: "https://example.org/help/", ...options });
  const made = catalogueFiles(site, entriesOf(site, layouts.text));
  return new Map(made.map(({ path, content }) => [path, JSON.parse(content) as Record<string, unknown>]));
}

/** What the catalogue says of each reference. */
async function referencesOf(files: FilesInMemory, options: Parameters<typeof siteFrom>[1] = {}) {
  return (await catalogueOf(files, options)).get("api/errors.json")?.["references"] as readonly CatalogueReference[];
}

describe("the catalogue of error references", () => {
  test("says of each what another service needs, with whole addresses", async () => {
    const catalogue = await catalogueOf({ "codes.md": codes });
    expect(catalogue.get("api/errors.json")).toMatchObject({
      version: 1,
      site: { name: "Help centre", address: "https://example.org/help/" },
    });
    const [first] = await referencesOf({ "codes.md": codes });
    expect(first).toEqual({
      code: "CID7023",
      title: "No connection",
      status: "active",
      replacedBy: null,
      page: "https://example.org/help/errors/CID7023/",
      contact: "https://example.org/help/contact/CID7023/",
      article: { title: "Codes", address: "https://example.org/help/codes/#cid7023-no-connection" },
      help: {
        html:
          '<p>Wait, then <a href="https://example.org/help/codes/#no">sign in</a>.</p>' +
          "<ul><li>one</li><li>two</li></ul>",
        text: "Wait, then sign in (https://example.org/help/codes/#no).\n\n- one\n- two",
      },
      lastReviewed: "2026-01-31",
      language: "en-GB",
    });
  });

  test("has addresses from the root of the host where the site's own is not known", async () => {
    const { site } = await siteFrom({ "codes.md": codes }, { pathPrefix: "/help/" });
    const [all] = catalogueFiles(site, entriesOf(site, layouts.text));
    expect(JSON.parse(all?.content ?? "")).toMatchObject({
      site: { address: "/help/" },
      references: [
        { page: "/help/errors/CID7023/", contact: "/help/contact/CID7023/" },
        { article: { address: "/help/codes/#cid10001-last" } },
      ],
    });
  });

  test("is in order of the code, and says the same of each in a file of its own", async () => {
    const catalogue = await catalogueOf({ "codes.md": codes });
    expect([...catalogue.keys()]).toEqual([
      "api/errors.json",
      "api/errors.schema.json",
      "api/errors/CID7023.json",
      "api/errors/CID10001.json",
    ]);
    const { references, ...head } = catalogue.get("api/errors.json") as { references: readonly object[] };
    expect(catalogue.get("api/errors/CID10001.json")).toEqual({ ...head, ...references[1] });
  });

  test("is the same, byte for byte, whatever the order of the files", async () => {
    const files = { "a.md": codes, "b.md": article("## CID2011: Other\n\nWords.") };
    const reversed = Object.fromEntries(Object.entries(files).toReversed());
    expect(JSON.stringify([...(await catalogueOf(files))])).toBe(JSON.stringify([...(await catalogueOf(reversed))]));
  });

  test("leaves out what only a draft explains", async () => {
    const draft = article("## CID2011: Not yet\n\nWords.", { draft: "true" });
    const references = await referencesOf({ "codes.md": codes, "draft.md": draft }, { drafts: true });
    expect(references.map(({ code }) => code)).toEqual(["CID7023", "CID10001"]);
  });

  test("has the register's words where no page explains a reference, and its status", async () => {
    const register =
      "CID7023: { title: Gone, status: retired, replacedBy: CID10001 }\n" +
      "CID3000:\n  title: From the register\n  whatHappened: A <b>thing</b>.\n  whatToDo: Wait.\n";
    const references = await referencesOf({ "codes.md": codes, "error-references.yml": register });
    expect(references[0]).toMatchObject({
      code: "CID3000",
      title: "From the register",
      article: null,
      lastReviewed: null,
      language: "en-GB",
    });
    expect(references[0]?.help.html).toContain("<p>A &lt;b&gt;thing&lt;/b&gt;.</p>");
    expect(references[0]?.help.text).toMatch(/A <b>thing<\/b>\.[^]*Wait\./);
    expect(references[1]).toMatchObject({ code: "CID7023", title: "Gone", status: "retired", replacedBy: "CID10001" });
  });

  test("names the language of words in another one", async () => {
    const welsh = article("## CID2011: Problem\n\nGeiriau.", { lang: "cy" });
    expect(await referencesOf({ "cy.md": welsh })).toMatchObject([{ code: "CID2011", language: "cy" }]);
  });

  test("is there, and empty, where no reference is explained", async () => {
    const catalogue = await catalogueOf({ "words.md": article("Words.") });
    expect([...catalogue.keys()]).toEqual(["api/errors.json", "api/errors.schema.json"]);
    expect(catalogue.get("api/errors.json")?.["references"]).toEqual([]);
  });
});
