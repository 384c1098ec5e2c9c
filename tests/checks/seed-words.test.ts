/** What the rules of words say of the page that the help centre came with: the slips that stood in it for years. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { rules } from "../../src/checks/rules.ts";
import { runRules } from "../../src/checks/run-rules.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { applyEdits } from "../../src/report/apply-edits.ts";
import { siteFrom } from "../support/site-from.ts";

const file = "error-messages-support.md";
const seed = readFileSync(`content/${file}`, "utf8");
const wordRules = rules.filter(({ kind }) => kind === "words");

async function check(text: string): Promise<readonly Diagnostic[]> {
  return runRules(wordRules, (await siteFrom({ [file]: text })).site);
}

let found: readonly Diagnostic[];
beforeAll(async () => {
  found = await check(seed);
});

function placesOf(rule: string): readonly string[] {
  return found.filter((one) => one.rule === rule).map(({ span }) => `${span.line}:${span.column}-${span.endColumn}`);
}

describe("the page that the help centre came with", () => {
  test("has the doubled word behind its last link", () => {
    expect(placesOf("doubled-word")).toEqual(["226:51-53"]);
  });

  test("has the sentence that was pasted into the Gmail expander", () => {
    expect(placesOf("repeated-paragraph")).toEqual(["150:5-92"]);
    expect(found.find(({ rule }) => rule === "repeated-paragraph")?.message).toContain("line 72");
  });

  test("has 4 curly apostrophes", () => {
    expect(placesOf("curly-apostrophe")).toEqual(["83:41-42", "85:107-108", "97:57-58", "117:59-60"]);
  });

  test("has the record that the NHS calls a health record, twice, and nothing else", () => {
    expect(placesOf("house-term")).toEqual(["72:79-94", "150:76-91"]);
    expect(new Set(found.map(({ rule }) => rule))).toEqual(
      new Set(["doubled-word", "repeated-paragraph", "curly-apostrophe", "house-term"]),
    );
  });

  test("has straight apostrophes after the edits, and is otherwise the same", async () => {
    const mended = applyEdits(new Map([[file, seed]]), found).texts.get(file) ?? seed;
    expect(mended).toBe(seed.replaceAll("’", "'"));
    expect((await check(mended)).map(({ rule }) => rule)).not.toContain("curly-apostrophe");
  });
});
