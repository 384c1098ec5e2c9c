/** Rows 77 and 79 to 82 of the list of bad inputs that the project keeps, each with the places that it must name. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadAndCheck } from "../../src/cli/load-and-check.ts";
import { photograph, scene } from "../support/picture-files.ts";
import { article, inShort } from "../support/site-from.ts";

const layouts = new Set(["article.njk", "home.njk", "hub.njk", "page.njk"]);
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bad-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function load(body: string, files: Readonly<Record<string, string | Uint8Array>>) {
  for (const [path, content] of Object.entries({ ...files, "page.md": article(body) })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return loadAndCheck(folder, { layouts, drafts: false });
}

const svg = (inside: string, before = "", attributes = "") =>
  `${before}<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"${attributes}>${inside}<rect width="9" height="9"/></svg>`;
const entities = `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>`;
const jwt = `eyJ${"hbGciOiJIUzI1NiJ9"}.eyJ${"zdWIiOiIxMjM0NTY3ODkwIn0"}.dozjgNryP4J3jVmNHl0w5N`;

/** A row's number, its words, the body of `page.md` from line 9, the files beside it, and everything that must be said. */
type Row = readonly [
  row: number,
  words: string,
  body: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  found: readonly string[],
];

const rows: readonly Row[] = [
  [77, "a link to a page that is not there", "See [this help](/nowhere/).", {}, ["error broken-link page.md:9:17"]],
  [77, "a link to a heading that is not there", "See [this help](#nowhere).", {}, ["error broken-link page.md:9:17"]],
  [77, "a picture that is not there", "![A letter](nowhere.png)", {}, ["error broken-picture page.md:9:13"]],
  [77, "a picture without words", "![](a.svg)", { "a.svg": svg("") }, ["warning missing-alternative-text page.md:9:5"]],
  [77, "a link in other case", "See [this page of ours](/Page/).", {}, ["error broken-link page.md:9:25"]],
  [79, "a jump from h2 to h4", "## Part\n\n#### Piece\n\nWords.", {}, ["warning skipped-heading-level page.md:11:1"]],
  [
    79,
    "two h1",
    "# Part\n\nWords.\n\n# Piece",
    {},
    ["warning heading-one-in-body page.md:9:1", "warning heading-one-in-body page.md:13:1"],
  ],
  [79, "a heading without words", "## Part\n\n##\n\nWords.", {}, ["warning empty-heading page.md:11:1"]],
  [
    79,
    "a heading of only an image",
    "## ![A letter](a.svg)",
    { "a.svg": svg("") },
    ["warning empty-heading page.md:9:1"],
  ],
  ...[
    svg("<script>alert(1)</script>"),
    svg("", "", ' onload="alert(1)"'),
    svg("<foreignObject><p>Words</p></foreignObject>"),
    svg('<image href="https://example.org/a.png"/>'),
    svg("<text>&c;</text>", entities),
  ].map((text): Row => [
    80,
    `a drawing that acts, loads or unfolds: ${text}`,
    "![A letter](a.svg)",
    { "a.svg": text },
    ["error active-picture a.svg:1:1"],
  ]),
  [
    81,
    "a web page as a picture",
    "![A letter](a.png)",
    { "a.png": "<!doctype html>" },
    ["error not-a-picture a.png:1:1"],
  ],
  [81, "a picture of no bytes", "![A letter](a.png)", { "a.png": "" }, ["error not-a-picture a.png:1:1"]],
  [
    81,
    "a picture of 56 million pixels",
    "![A letter](a.png)",
    { "a.png": await scene(10, 10).resize(8000, 7000, { kernel: "nearest" }).png({ compressionLevel: 1 }).toBuffer() },
    ["error not-a-picture a.png:1:1"],
  ],
  [82, "an AWS key", `Use AKIA${"IOSFODNN7EXAMPLE"} here.`, {}, ["error secret page.md:9:5"]],
  [82, "a private key", `\`\`\`\n-----BEGIN RSA ${"PRIVATE KEY"}-----\n\`\`\``, {}, ["error secret page.md:10:1"]],
  [82, "a JWT", `Use ${jwt} here.`, {}, ["error secret page.md:9:5"]],
  [82, "an NHS number", "Your number is 943 476 5919.", {}, ["warning nhs-number page.md:9:16"]],
  [82, "the email of a person", "Write to jane.smith@nhs.net.", {}, ["warning personal-email page.md:9:10"]],
];

test.each(rows)("row %i, %s", async (_row, _words, body, files, found) => {
  expect((await load(body, files)).diagnostics.map(inShort)).toEqual(found);
});

test("row 81, a photograph that says where it was taken is published without that", async () => {
  const { diagnostics, site } = await load("![A letter](a.jpg)", { "a.jpg": await photograph(300, 200) });
  expect(diagnostics).toEqual([]);
  expect(site.files.map(({ picture }) => picture?.stripped?.path)).toEqual(["a.jpg"]);
});

test("each of these rows has its case", () => {
  expect([...new Set(rows.map(([row]) => row))]).toEqual([77, 79, 80, 81, 82]);
});
