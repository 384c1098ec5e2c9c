import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { programFolder } from "../../src/cli/options.ts";
import { openLayouts } from "../../src/output/layouts.ts";
import { entriesOf, pageTypes } from "../../src/output/page-types.ts";
import { siteOf } from "../output/site-values.ts";
import { modes } from "./modes.ts";
import { kindNames, rowsOf } from "./rows.ts";
import { contentRows, exampleRows } from "./sites.ts";
import { readmeRows } from "./docs-pictures.ts";

const rows = await contentRows(join(programFolder, "content"));
const all = [...rows, ...exampleRows()];

describe("the pages to look at", () => {
  test("hold one of every type of page", () => {
    const types = new Set(rows.map(({ type }) => type));
    expect(pageTypes.filter(({ type }) => !types.has(type)).map(({ type }) => type)).toEqual([]);
  });

  test("hold an example of every kind that is worth a row of its own", () => {
    const names = new Set(rows.map(({ name }) => name));
    expect(kindNames.filter((name) => !names.has(name))).toEqual([]);
  });

  test("hold the pages that README.md shows, every component, a draft and an empty hub", () => {
    const names = new Set(all.map(({ name }) => name));
    expect([...readmeRows, "draft", "empty-hub", "component-expanders"].filter((name) => !names.has(name))).toEqual([]);
  });

  test("have names that are file names, each once", () => {
    const names = all.map(({ name }) => name);
    expect(names.filter((name) => !/^[a-z0-9-]+$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("rowsOf", () => {
  const layouts = openLayouts(join(programFolder, "layouts"));
  const pathsOf = (site: Parameters<typeof siteOf>[0]) =>
    Object.fromEntries(rowsOf(entriesOf(siteOf(site), layouts.text)).map(({ name, path }) => [name, path]));

  test("shows the page that has most of what its kind is about", () => {
    const paths = pathsOf({
      hubs: [
        { file: "manage/index.md", name: "manage" },
        { file: "sign-in/index.md", name: "sign-in" },
        { file: "manage/email/index.md", name: "email", hub: "manage" },
      ],
      articles: [
        { file: "one-picture.md", hub: "sign-in", html: "<img>" },
        { file: "two-pictures.md", hub: "sign-in", html: "<img><img>" },
      ],
    });
    expect(paths).toMatchObject({
      hub: "/sign-in/",
      "nested-hub": "/manage/email/",
      "article-with-pictures": "/two-pictures/",
    });
    expect(paths).not.toHaveProperty("article-with-tables");
  });

  test("shows every plain page, and what the build makes itself", () => {
    const paths = pathsOf({ plainPages: [{ file: "cookies.md" }, { file: "privacy.md" }] });
    expect(paths).toMatchObject({
      "page-cookies": "/cookies/",
      "page-privacy": "/privacy/",
      search: "/search/",
      "not-found": "/404.html",
    });
  });
});

describe("the ways to look at them", () => {
  test("have names that are file names, each once", () => {
    const names = modes.map(({ name }) => name);
    expect(names.filter((name) => !/^[a-z0-9-]+$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each([
    ["a phone", { viewport: { width: 360, height: 800 } }],
    ["a desktop", { viewport: { width: 1280, height: 800 } }],
    ["400 % zoom of 1280 by 1024 pixels", { viewport: { width: 320, height: 256 } }],
    ["forced colours on a light ground", { forcedColors: "active", colorScheme: "light" }],
    ["forced colours on a dark ground", { forcedColors: "active", colorScheme: "dark" }],
    ["a browser without JavaScript", { javaScriptEnabled: false }],
  ])("hold %s", (_, context) => {
    expect(modes.map((mode) => mode.context)).toContainEqual(expect.objectContaining(context));
  });

  test("hold paper", () => {
    expect(modes.filter(({ printed }) => printed)).toHaveLength(1);
  });
});
