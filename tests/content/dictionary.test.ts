import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readDictionary } from "../../src/content/dictionary.ts";
import { loadSite } from "../../src/content/load-site.ts";
import type { LoadedSite } from "../../src/content/load-site.ts";
import { article, inShort } from "../support/site-from.ts";

const file = "dictionary.txt";

describe("dictionary.txt", () => {
  test("holds one word a line; comments and empty lines say nothing", () => {
    const { value, diagnostics } = readDictionary({ file, text: "# Ours\n\nwebchat\n  Zürich # a town\nwi-fi\no’clock\n" });
    expect(value.map(({ word, span }) => [word, span.line, span.column, span.endColumn])).toEqual([
      ["webchat", 3, 1, 8],
      ["Zürich", 4, 3, 9],
      ["wi-fi", 5, 1, 6],
      ["o’clock", 6, 1, 8],
    ]);
    expect(diagnostics).toEqual([]);
  });

  test("may be missing", () => {
    expect(readDictionary(undefined)).toEqual({ value: [], diagnostics: [] });
  });

  test.each(["two words", "one, two", "b12", "-pre", "word.", "*"])("has no use for the line %j", (line) => {
    const { value, diagnostics } = readDictionary({ file, text: `webchat\n${line} # why\n` });
    expect(value).toHaveLength(1);
    expect(diagnostics.map(inShort)).toEqual([`warning malformed-dictionary-word ${file}:2:1`]);
    expect(diagnostics[0]?.span.endColumn).toBe(line.length + 1);
  });
});

async function loaded(files: Readonly<Record<string, string | Buffer>>): Promise<LoadedSite> {
  const folder = mkdtempSync(join(tmpdir(), "dictionary-"));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(join(folder, path, ".."), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return await loadSite(folder, { layouts: new Set(["article.njk", "home.njk"]), drafts: false });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("a content folder with a dictionary.txt", () => {
  test("has its words, and nothing is said of the file", async () => {
    const { site, diagnostics, sources } = await loaded({ "page.md": article("Words.\n"), [file]: "\uFEFFwebchat\r\nQworp\r\n" });
    expect(site.dictionary?.map(({ word }) => word)).toEqual(["webchat", "Qworp"]);
    expect(diagnostics).toEqual([]);
    expect(sources.get(file)).toBe("webchat\nQworp\n");
  });

  test("does not judge spelling where the file cannot be read", async () => {
    const { site, diagnostics } = await loaded({ "page.md": article("Words.\n"), [file]: Buffer.from("Z\xFCrich\n", "latin1") });
    expect(site.dictionary).toBeNull();
    expect(diagnostics.map(inShort)).toEqual([`error not-utf-8 ${file}:1:2`]);
  });

  test("takes a file of that name in another folder for a document", async () => {
    const { site, diagnostics } = await loaded({ "page.md": article("Words.\n"), [`manage/${file}`]: "webchat\n" });
    expect(site.dictionary).toEqual([]);
    expect(diagnostics.map(inShort)).toEqual([`warning unused-file manage/${file}:1:1`]);
  });
});
