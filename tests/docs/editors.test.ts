/** The editors' guide keeps its word: its fields are the fields, its examples load, its results are the results. */
import { describe, expect, test } from "vitest";
import type { Token } from "markdown-it";
import { pageFields } from "../../src/model/article.ts";
import { render } from "../markdown/render.ts";
import { article, hub, inShort, page, siteFrom } from "../support/site-from.ts";
import type { FilesInMemory } from "../support/site-from.ts";
import { documents, readDocument, tokensOf } from "./documents.ts";

const guide = documents.filter((file) => file.startsWith("docs/editors/"));

/** The help centre that the examples are part of. */
const around: FilesInMemory = {
  "manage/index.md": hub("manage"),
  "manage/passwords.md": article("## Reset your password\n\nWords.\n", { hub: "manage" }),
};

/** Pictures that examples show: they are there; one that nobody shows would be a warning. */
const pictureName = /images\/[a-z-]+\.(?:png|svg)/g;

/** A page whose heading the examples of `aliases` lead to. */
const body = "## Reset your password\n\nWords.\n\n## New heading\n\nWords.\n";

/**
 * The files that an example stands for: a register if its first line says so, a whole page, fields, or words. Words are
 * for any page: one in a folder as well, where an address without a slash at its start leads somewhere else.
 */
function filesOfExample({ info, content }: Pick<Token, "info" | "content">): FilesInMemory {
  const register = /^# content\/([a-z-]+\.yml)\n/.exec(content)?.[1];
  if (register !== undefined) return { [register]: content };
  if (content.startsWith("---\n")) return { "example.md": content };
  if (info !== "yaml") {
    const inFolder = article(content, { title: "In a folder", hub: "manage", position: "2" });
    return { "example.md": article(content), "manage/example.md": inFolder };
  }
  const written = new Set([...content.matchAll(/^([A-Za-z_]+):/gm)].map((match) => match[1]));
  const fields = { title: "Example", type: "article", hub: "home" };
  const others = Object.entries(fields).filter(([name]) => !written.has(name));
  return { "example.md": page(Object.fromEntries(others), body).replace("---\n", `---\n${content}`) };
}

async function faults(files: FilesInMemory): Promise<readonly string[]> {
  const pictures = Object.values(files).flatMap((text) => [...text.matchAll(pictureName)].map(([name]) => [name, ""]));
  const { diagnostics } = await siteFrom({ ...around, ...files, ...Object.fromEntries(pictures) });
  return diagnostics.map((diagnostic) => `${inShort(diagnostic)}: ${diagnostic.message}`);
}

const examples = guide.flatMap((file) =>
  tokensOf(readDocument(file))
    .filter(({ type, info }) => type === "fence" && /^(markdown|html|yaml)$/.test(info))
    .map(({ info, content, map }) => ({ place: `${file}:${(map?.[0] ?? 0) + 1}`, info, content })),
);

describe("the examples of the editors' guide", () => {
  test.each(examples)("$place loads without an error or a warning", async (example) => {
    expect(await faults(filesOfExample(example))).toEqual([]);
  });

  test("a mistake in one would be noticed, whatever it stands for", async () => {
    const mistakes = [
      { info: "yaml", content: "titel: Passwords\n" },
      { info: "yaml", content: "aliases:\n  - old: not-there\n" },
      { info: "yaml", content: "# content/redirects.yml\n/old/: /not-there/\n" },
      { info: "markdown", content: "---\ntitle: Passwords\n---\n" },
      { info: "markdown", content: "[Passwords](/not-there/)\n" },
      { info: "markdown", content: "::: expander\nWords.\n" },
      { info: "markdown", content: "![A letter](images/letter.png)\n" },
    ];
    for (const mistake of mistakes) expect(await faults(filesOfExample(mistake)), mistake.content).not.toEqual([]);
  });
});

describe("the table of fields", () => {
  const rows = tableRows("docs/editors/writing-a-page.md", "name");

  test("has a row for every field of a page, and for nothing else", () => {
    expect(rows.map(([name]) => name).toSorted()).toEqual(Object.keys(pageFields).toSorted());
  });

  test.each(rows)("%s has an example that is right", async (name = "", _, example = "") => {
    const isHub = name === "name";
    const fields = { title: "Example", type: "article", hub: "home", ...(isHub ? { type: "hub" } : {}) };
    const free = name === "name" ? example.replace("manage", "account") : example;
    expect(await faults({ "example.md": page({ ...fields, [name]: free }, body) })).toEqual([]);
  });
});

describe("a result in the page about Markdown", () => {
  const tokens = tokensOf(readDocument("docs/editors/markdown.md"));
  const results = tokens.flatMap((token, index) => {
    if (token.type !== "fence" || tokens[index + 1]?.type !== "blockquote_open") return [];
    const lines = readDocument("docs/editors/markdown.md").split("\n");
    const [from = 0, to = 0] = tokens[index + 1]?.map ?? [];
    const quoted = lines.slice(from, to).map((line) => line.replace(/^> ?/, ""));
    return [[token.content, quoted.join("\n")] as const];
  });

  test("is there to be looked at", () => {
    expect(results.length).toBeGreaterThan(2);
  });

  test.each(results)("is what the source above it becomes: %s", (source, result) => {
    expect(rendered(source)).toBe(rendered(result));
  });
});

/** The rows of the table whose first column has a given head, as the words of their cells. */
function tableRows(file: string, head: string): readonly (readonly string[])[] {
  const tokens = tokensOf(readDocument(file));
  const tables = tokens
    .flatMap(({ type }, index) => (type === "table_open" ? [tokens.slice(index + 1)] : []))
    .map((rest) =>
      rest.slice(
        0,
        rest.findIndex(({ type }) => type === "table_close"),
      ),
    )
    .map((table) => table.filter(({ type }) => type === "inline").map((cell) => ({ cell, columns: columnsOf(table) })));
  const table = tables.find(([first]) => first?.cell.content === head) ?? [];
  const columns = table[0]?.columns ?? 1;
  const words = table.map(({ cell }) => cell.content.replace(/^`(.*)`$/, "$1"));
  return Array.from({ length: words.length / columns }, (_, row) =>
    words.slice(row * columns, (row + 1) * columns),
  ).slice(1);
}

function columnsOf(table: readonly Token[]): number {
  return table.filter(({ type }) => type === "th_open").length;
}

/** A body as the help centre shows it, white space folded: where a line ends means nothing. */
function rendered(source: string): string {
  return render(source).body.html.replace(/\s+/g, " ").trim();
}
