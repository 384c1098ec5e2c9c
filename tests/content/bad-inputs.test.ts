/**
 * Rows 1 to 60 of the list of bad inputs that the project keeps, one case and more for each, through the real loader from
 * a real folder. It is one long table, so that a row can be looked up by its number.
 */
import { execFileSync } from "node:child_process";
import { chmod, link, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadSite } from "../../src/content/load-site.ts";
import type { FilesInMemory } from "../support/site-from.ts";
import { article, hub, inShort, siteFrom } from "../support/site-from.ts";
import { sample } from "../support/tier.ts";
import type { Loader } from "./load-in-worker.ts";
import { startLoader } from "./load-in-worker.ts";

const options = { layouts: new Set(["article.njk", "hub.njk", "home.njk", "page.njk"]), drafts: false };
let folder = "";
let loader: Loader;

beforeAll(async () => {
  loader = await startLoader();
});
afterAll(() => loader.stop());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bad-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

type Files = Readonly<Record<string, string | Uint8Array>>;

async function write(files: Files): Promise<void> {
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  }
}

async function faults(): Promise<readonly string[]> {
  return (await loadSite(folder, options)).diagnostics.map(inShort);
}

/** A row's number, its words, the files, and everything that must be said of them; nothing: they are safe. */
type Row = readonly [row: number, words: string, files: Files, found?: readonly string[]];

/** Rows as the cases of a test. */
const cases = (rows: readonly Row[]) =>
  rows.map(([row, words, files, found = []]) => [row, words, files, found] as const);

/** A file `a.md`. */
const raw = (text: string | Uint8Array): Files => ({ "a.md": text });
/** An article `a.md` with one line among its fields, which is the seventh of the file. */
const field = (line: string): Files =>
  raw(`---\ntitle: A\nsubtitle: B\ntype: article\nhub: home\nposition: 1\n${line}\n---\n\nWords.\n`);
/** An article `a.md` with another value in a field. */
const value = (fields: FilesInMemory): Files => raw(article("Words.", fields));
/** An article under another name. */
const named = (...names: readonly string[]): Files =>
  Object.fromEntries(
    names.map((name, index) => [name, article("Words.", { title: `T${index}`, position: `${index + 1}` })]),
  );

const bombs = {
  lists: ["a0: &a0 [x, x]", ...Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`)].join(
    "\n",
  ),
  maps: [
    "a0: &a0 {x: 1}",
    ...Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} {b: *a${n}, c: *a${n}}`),
  ].join("\n"),
};

const frontMatter: readonly Row[] = [
  [
    1,
    "---js with require",
    raw('---js\n{ title: require("fs").readFileSync("/etc/passwd") }\n---\n'),
    ["error front-matter-language a.md:1:4"],
  ],
  [2, "---javascript", raw("---javascript\n({})\n---\n"), ["error front-matter-language a.md:1:4"]],
  ...["json", "toml", "coffee", "node"].map((name): Row => [
    3,
    `---${name}`,
    raw(`---${name}\ntitle: A\n---\n`),
    ["error front-matter-language a.md:1:4"],
  ]),
  [4, "__proto__ at the top", field("__proto__: {polluted: yes}"), ["error dangerous-field a.md:7:1"]],
  [
    5,
    "__proto__ as a flow map",
    field("owner: {__proto__: {b: 1}}"),
    ["warning malformed-field a.md:7:8", "error dangerous-field a.md:7:9"],
  ],
  [
    5,
    "__proto__ in a list",
    field("owner:\n  - __proto__: 1"),
    ["warning malformed-field a.md:8:3", "error dangerous-field a.md:8:5"],
  ],
  [6, "constructor", field("constructor: 1"), ["error dangerous-field a.md:7:1"]],
  [6, "prototype", field("prototype: 1"), ["error dangerous-field a.md:7:1"]],
  ...[
    "override:title",
    "eleventyComputed",
    "pagination",
    "eleventyExcludeFromCollections",
    "eleventyNavigation",
    "templateEngineOverride",
  ].map((name): Row => [7, name, field(`${name}: a`), ["error steering-field a.md:7:1"]]),
  [7, "tags", field("tags: a"), ["warning steering-field a.md:7:1"]],
  [7, "titel", field("titel: a"), ["warning unknown-field a.md:7:1"]],
  ...["collections", "eleventy"].map((name): Row => [8, name, field(`${name}: a`), ["error steering-field a.md:7:1"]]),
  ...["pkg", "page", "content"].map((name): Row => [8, name, field(`${name}: a`), ["warning steering-field a.md:7:1"]]),
  [14, "!!js/function", field("owner: !!js/function 'x'"), ["error yaml-feature a.md:7:8"]],
  [14, "!!binary", field("owner: !!binary aGk="), ["error yaml-feature a.md:7:8"]],
  [14, "!custom", field("owner: !custom a"), ["error yaml-feature a.md:7:8"]],
  ...["010", "1e3", ".inf", '"2"', "-1"].map((typed): Row => [
    15,
    `position: ${typed}`,
    value({ position: typed }),
    ["warning malformed-field a.md:6:11"],
  ]),
  [15, "no position", value({ position: "" })],
  [16, "error: 07023 without quotes", field("error: 07023"), ["warning unknown-field a.md:7:1"]],
  [17, "title: 2024-01-02 is the text that was typed", value({ title: "2024-01-02" })],
  [17, "title: yes is the text that was typed", value({ title: "yes" })],
  [17, "title: null", value({ title: "null" }), ["error empty-field a.md:2:1"]],
  [17, "title without a value", value({ title: " " }), ["error empty-field a.md:2:1"]],
  [17, "title: [a]", value({ title: "[a]" }), ["error malformed-field a.md:2:8"]],
  [18, "a colon in the title", value({ title: "Help: what to do" }), ["error malformed-yaml a.md:2:8"]],
  [19, "a quote that is never closed", value({ title: '"Passwords' }), ["error malformed-yaml a.md:2:8"]],
  [20, "a tab as indentation", field("search_terms:\n\t- a"), ["error malformed-yaml a.md:8:1"]],
  [21, "a key twice", field("title: B"), ["error malformed-yaml a.md:7:1"]],
  [
    22,
    "front matter that is never closed",
    raw("---\ntitle: A\ntype: article\n\nWords.\n"),
    ["error front-matter-not-closed a.md:1:1"],
  ],
  [23, "an empty line before it", raw(`\n${article("Words.")}`), ["error front-matter-not-first a.md:2:1"]],
  [23, "words before it", raw(`Words\n${article("Words.")}`), ["error front-matter-not-first a.md:2:1"]],
  [24, "a list", raw("---\n- a\n---\n"), ["error front-matter-not-fields a.md:1:1"]],
  [24, "a scalar", raw("---\nwords\n---\n"), ["error front-matter-not-fields a.md:1:1"]],
  [24, "nothing", raw("---\n---\nWords.\n"), ["error front-matter-not-fields a.md:1:1"]],
  [26, "a hub that is not there", value({ hub: "nowhere" }), ["error unknown-hub a.md:5:6"]],
  [26, "a hub in itself", { "a.md": hub("a", { hub: "a" }) }, ["error hub-cycle a.md:6:6"]],
  [
    26,
    "hubs in a circle",
    { "a.md": hub("a", { hub: "b" }), "b.md": hub("b", { hub: "a" }) },
    ["error hub-cycle a.md:6:6"],
  ],
  [27, "a title of 1 MB", value({ title: "x".repeat(1_000_000) }), ["error file-too-large a.md:1:1"]],
  [27, "a title of 10,000 characters", value({ title: "x".repeat(10_000) }), ["error malformed-field a.md:2:8"]],
  [27, "a title of spaces", value({ title: '"   "' }), ["error malformed-field a.md:2:8"]],
  [27, "a title of emoji", value({ title: "👩‍⚕️🎉" })],
  [27, "a title that turns the direction", value({ title: '"a\\u202Eb"' }), ["error malformed-field a.md:2:8"]],
  [27, "a title in Arabic", value({ title: "كلمات المرور" })],
  [27, "a title with a space of no width", value({ title: "Pass\u200Bwords" }), ["warning hidden-character a.md:2:12"]],
  [
    27,
    "a title of nothing but that",
    value({ title: "\u200B" }),
    ["warning hidden-character a.md:2:8", "error malformed-field a.md:2:8"],
  ],
  [27, "a title of two lines", value({ title: '"a\\nb"' }), ["error malformed-field a.md:2:8"]],
  [28, "a title with a script", value({ title: "'</title><script>alert(1)</script>\"><img onerror=x>'" })],
  ...["'{{7*7}}'", "'{% raw %}'", "${x}"].map((title): Row => [29, `title: ${title}`, value({ title })]),
  [30, "date: not-a-date", field("date: not-a-date"), ["warning steering-field a.md:7:1"]],
  ...["not-a-date", "0000-01-01", "2026-02-30"].map((day): Row => [
    30,
    `last_reviewed: ${day}`,
    field(`last_reviewed: ${day}`),
    ["warning malformed-field a.md:7:16"],
  ]),
  [30, "next_review: 2099-01-01", field("next_review: 2099-01-01")],
  [30, "last_reviewed: 2099-01-01, which only a check can judge", field("last_reviewed: 2099-01-01")],
];

const permalinks: readonly Row[] = [
  [31, "../../x"],
  [32, "../package.json"],
  [32, "../content/_includes/base.njk"],
  [33, "'/{{ title }}/'"],
  ...["/a/", "//host/x", "http://example.org", '"..\\\\x"', "'%2e%2e/x'", '"a\\nb"', "'/a?b'", "'/a#b'"].map(
    (typed) => [34, typed] as const,
  ),
  ...["/.htaccess", "_headers", "_redirects", "CNAME", "/index.html", "/404.html", "/assets/x", "sw.js"].map(
    (typed) => [35, typed] as const,
  ),
].map(([row, typed]): Row => [
  Number(row),
  `permalink: ${typed}`,
  field(`permalink: ${typed}`),
  ["error steering-field a.md:7:1"],
]);

const paths: readonly Row[] = [
  ...permalinks,
  [33, "a permalink that is worked out", field("eleventyComputed: {permalink: x}"), ["error steering-field a.md:7:1"]],
  ...["_headers.md", "_redirects.md", "404.html.md", "index.html.md", "assets/a.md", ".htaccess.md"].map(
    (name): Row => [35, `a page called ${name}`, named(name), [`error unusable-address ${name}:1:1`]],
  ),
  [35, "pages called CNAME.md and sw.js.md, which make folders", named("CNAME.md", "sw.js.md")],
  [36, "layout: ../../secret", field("layout: ../../secret"), ["error layout-outside-folder a.md:7:9"]],
  [37, "layout: nosuch", field("layout: nosuch"), ["warning unknown-layout a.md:7:9"]],
  [37, "layout: [a]", field("layout: [a]"), ["warning malformed-field a.md:7:9"]],
  [37, "layout: 3", field("layout: 3"), ["warning unknown-layout a.md:7:9"]],
  [
    41,
    "an old address that is another page's",
    { ...named("b.md"), "a.md": article("Words.", { aliases: "[/b/]", position: "2" }) },
    ["warning taken-alias a.md:7:10"],
  ],
  [42, "a.md and a/index.md", named("a.md", "a/index.md"), ["error duplicate-address a/index.md:1:1"]],
  [43, "A.md and a.md", named("A.md", "a.md"), ["error names-too-alike a.md:1:1"]],
  [44, "é in one sign and in two", named("caf\u00E9.md", "cafe\u0301.md"), ["error names-too-alike caf\u00E9.md:1:1"]],
  ...["con.md", "aux.md", "nul.md", "com1.md", "trailing .md", "trailing..md", "folder /a.md", "folder./a.md"].map(
    (name): Row => [45, name, named(name), [`error unportable-name ${name}:1:1`]],
  ),
  ...["a:b.md", "a?b.md", "a*b.md", 'a"b.md', "a\nb.md", `${"x".repeat(252)}.md`].map((name): Row => [
    46,
    JSON.stringify(name.slice(0, 20)),
    named(name),
    [`error unportable-name ${name}:1:1`],
  ]),
  ...["-lead.md", "..dots.md"].map((name): Row => [46, name, named(name), [`error unusable-address ${name}:1:1`]]),
  [47, "names without a Latin letter", named("!!!.md", "日本.md")],
  [
    48,
    "two titles that a slug would make one",
    { "c.md": article("Words.", { title: "C" }), "d.md": article("Words.", { title: "C++", position: "2" }) },
  ],
  ...["x.11ty.js", "x.11tydata.js", "x.njk", "x.html", "x.php"].map((name): Row => [
    49,
    name,
    { [name]: "{{ 7 * 7 }}" },
    [`warning not-content ${name}:1:1`],
  ]),
  ...[".env", ".env.local", "a/.env", ".11ty.js", ".11tydata.js"].map((name): Row => [
    49,
    name,
    { [name]: "x" },
    [`warning not-content ${name}:1:1`],
  ]),
  [49, ".git and hidden files of other programs", { ".git/config.md": "x", ".DS_Store": "x", ".envelopes": "x" }],
];

const files: readonly Row[] = [
  [51, "an empty file", raw(""), ["error empty-file a.md:1:1"]],
  [51, "only spaces", raw(" \n\t\n"), ["error empty-file a.md:1:1"]],
  [52, "a byte order mark", raw(`\uFEFF${article("Words.")}`)],
  [54, "CR alone", raw(article("Words.\n\nMore.\n").replaceAll("\n", "\r"))],
  [55, "UTF-16", raw(Buffer.from(`\uFEFF${article("Words.")}`, "utf16le")), ["error not-utf-8 a.md:1:1"]],
  [56, "Latin-1", raw(Buffer.concat([Buffer.from(article("Caf")), Buffer.from([0xe9])])), ["error not-utf-8 a.md:9:4"]],
  [57, "NUL in the body", raw(article("Wo\u0000rds.")), ["warning control-character a.md:9:3"]],
  [
    60,
    "both sides of a conflict",
    raw(article("<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> b\n")),
    ["error conflict-marker a.md:9:1"],
  ],
];

/** Rows that could hang; each is stopped after 20 seconds. */
const endless: readonly Row[] = [
  [9, "lists that unfold to millions", raw(`---\n${bombs.lists}\n---\n`), ["error yaml-feature a.md:2:5"]],
  [10, "maps that unfold to millions", raw(`---\n${bombs.maps}\n---\n`), ["error yaml-feature a.md:2:5"]],
  [
    11,
    "an anchor that names itself",
    raw("---\na: &a [*a]\n---\n"),
    ["error yaml-feature a.md:2:4", "error yaml-feature a.md:2:8"],
  ],
  [12, "a merge key", field("<<: {owner: A}"), ["error yaml-feature a.md:7:1"]],
  [13, "20,000 brackets", raw(`---\ntitle: ${"[".repeat(20_000)}\n---\n`), ["error yaml-too-deep a.md:2:8"]],
  [13, "20,000 lists in lists", raw(`---\n${"- ".repeat(20_000)}a\n---\n`), ["error yaml-too-deep a.md:2:1"]],
];

describe("bad inputs: the front matter", () => {
  test.each(cases(frontMatter))("%i: %s", async (_, _words, files, found) => {
    await write(files);
    expect(await faults()).toEqual(found);
  });

  test("25: a second block of fields is words of the page", async () => {
    await write(raw(`${article("---\nowner: A\n---\n\nWords.")}`));
    const { site, diagnostics } = await loadSite(folder, options);
    expect(diagnostics.map(inShort)).toEqual(["warning dangling-rule a.md:9:1"]);
    expect(diagnostics[0]?.message).toBe("A second block of fields starts here, and it is shown as words of the page");
    expect(diagnostics[0]?.edits).toBeUndefined();
    expect(site.articles[0]).toMatchObject({ owner: null, title: "Passwords" });
    expect(site.articles[0]?.body.html).toContain("owner: A");
  });

  test.each(cases(endless))("%i: %s, within 20 seconds", async (_, _words, files, first) => {
    await write(files);
    const { found } = await loader.load(folder);
    expect(found.slice(0, first.length)).toEqual(first);
  });

  test("4 to 6: no object of the program is changed by a name", async () => {
    await write(
      field(
        "__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}\nowner: {__proto__: {polluted: yes}}",
      ),
    );
    await loadSite(folder, options);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe("bad inputs: paths", () => {
  test.each(cases(paths))("%i: %s", async (_, _words, files, found) => {
    await write(files);
    expect(await faults()).toEqual(found);
  });

  test("38: links on disk, to a file, a folder, themselves and nothing, are named and not followed", async () => {
    await write(named("real/a.md"));
    const links = {
      "dangling.md": "nowhere",
      etc: "/etc",
      "itself.md": "itself.md",
      "passwd.md": "/etc/passwd",
      "real/b.png": "/etc/passwd",
    };
    for (const [name, target] of Object.entries(links)) await symlink(target, join(folder, name));
    expect(await faults()).toEqual(Object.keys(links).map((name) => `error symbolic-link ${name}:1:1`));
  });

  test("39: a pipe, a socket and a folder named like a page do not hang", async () => {
    execFileSync("mkfifo", [join(folder, "pipe.md")]);
    await mkdir(join(folder, "folder.md"));
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(folder, "socket.md"), resolve));
    const { found } = await loader.load(folder).finally(() => server.close());
    expect(found).toEqual([
      "warning not-a-regular-file folder.md:1:1",
      "error not-a-regular-file pipe.md:1:1",
      "error not-a-regular-file socket.md:1:1",
    ]);
  });

  test("40: a second name of a file elsewhere is a file like others", async () => {
    await write(named("elsewhere/a.md"));
    await mkdir(join(folder, "content"));
    await link(join(folder, "elsewhere/a.md"), join(folder, "content/a.md"));
    const { site, diagnostics } = await loadSite(join(folder, "content"), options);
    expect([diagnostics, site.articles.length]).toEqual([[], 1]);
  });
});

describe("bad inputs: files", () => {
  test.each(cases(files))("%i: %s", async (_, _words, files, found) => {
    await write(files);
    expect(await faults()).toEqual(found);
  });

  test.skipIf(process.getuid?.() === 0)(
    "50: a file of mode 000 is named (root may read all: then there is nothing to try)",
    async () => {
      await write(named("a.md", "b/c.md"));
      await chmod(join(folder, "a.md"), 0o000);
      await chmod(join(folder, "b"), 0o000);
      expect(await faults()).toEqual(["error unreadable-file a.md:1:1", "error unreadable-file b:1:1"]);
      await chmod(join(folder, "b"), 0o700);
    },
  );

  test("50: files that go while they are read do not stop the rest", async () => {
    const names = Array.from({ length: 300 }, (_, index) => `page-${index}.md`);
    await write({ ...named(...names), "z.md": article("Words.") });
    const [loaded] = await Promise.all([loadSite(folder, options), ...names.map((name) => rm(join(folder, name)))]);
    expect(loaded.diagnostics.filter(({ rule }) => rule !== "unreadable-file")).toEqual([]);
    expect(loaded.site.articles.map(({ file }) => file)).toContain("z.md");
  });

  test.each([
    ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
    ["mixed line ends", (text: string) => text.replace("\n", "\r\n").replace("- one\n", "- one\r")],
    ["CR alone", (text: string) => text.replaceAll("\n", "\r")],
  ])("53 and 54: %s make the same page as LF", async (_, ends) => {
    const text = article("Words.\n\n- one\n- two\n\n## Heading\n");
    const bodyOf = async (content: string) => {
      await write(raw(content));
      const { site, diagnostics } = await loadSite(folder, options);
      expect(diagnostics).toEqual([]);
      return site.articles[0]?.body;
    };
    const body = await bodyOf(text);
    expect(body?.html).toContain("<li>two</li>");
    expect(await bodyOf(ends(text))).toEqual(body);
  });

  test("56: the first byte that is not UTF-8 is given by number", async () => {
    await write(raw(Buffer.from([0x61, 0x62, 0xe9, 0x63])));
    expect((await loadSite(folder, options)).diagnostics[0]?.message).toContain("byte 3 ");
  });

  test("58: 50 MB are not read", async () => {
    await write(named("a.md"));
    await truncate(join(folder, "a.md"), 50_000_000);
    expect(await faults()).toEqual(["error file-too-large a.md:1:1"]);
  });

  test(`59: ${sample({ test: 1000, full: 20_000, soak: 20_000 })} articles load`, async () => {
    const count = sample({ test: 1000, full: 20_000, soak: 20_000 });
    const all = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`page-${index}.md`, article("Words.", { position: "" })]),
    );
    const { site, diagnostics } = await siteFrom(all);
    expect([diagnostics, site.articles.length]).toEqual([[], count]);
  });
});

test("1 to 60: each row that is about content has its case", () => {
  const elsewhere = [25, 38, 39, 40, 50, 53, 58, 59];
  const numbers = [...frontMatter, ...endless, ...paths, ...files].map(([row]) => row);
  const all = new Set([...numbers, ...elsewhere]);
  expect(Array.from({ length: 60 }, (_, index) => index + 1).filter((row) => !all.has(row))).toEqual([]);
});
