import { describe, expect, test } from "vitest";
import { readSynonyms } from "../../src/content/synonyms.ts";
import { article, inShort, siteFrom } from "../support/site-from.ts";

const read = (text: string) => readSynonyms({ file: "synonyms.yml", text });

describe("synonyms.yml", () => {
  test("holds lists of words and phrases", () => {
    const { value, diagnostics } = read("# Ours\n- [sign in,  log  in ]\n- - phone\n  - mobile\n- [2FA, 111]\n");
    expect(value).toEqual([
      ["sign in", "log in"],
      ["phone", "mobile"],
      ["2FA", "111"],
    ]);
    expect(diagnostics).toEqual([]);
  });

  test("may be missing, or empty", () => {
    expect(readSynonyms(undefined)).toEqual({ value: [], diagnostics: [] });
    expect(read("# nothing yet\n")).toEqual({ value: [], diagnostics: [] });
  });

  test.each([
    ["sign in: log in", "1:1"],
    ["- sign in, log in", "1:3"],
    ["- [phone]", "1:3"],
    ["- [phone, phone]", "1:3"],
    ["- []", "1:3"],
    ["- [phone, '?!']", "1:11"],
    ["- [phone, [mobile]]", "1:11"],
    [`- [phone, ${"x".repeat(61)}]`, "1:11"],
  ])("warns of %j at %s", (text, place) => {
    const { value, diagnostics } = read(`${text}\n`);
    expect(value).toEqual([]);
    expect(diagnostics.map(inShort)).toEqual([`warning malformed-synonym synonyms.yml:${place}`]);
  });

  test("keeps what is right beside what is not", () => {
    const { value, diagnostics } = read("- [phone, mobile, '?']\n- [lone]\n- [a b, c d]\n");
    expect(value).toEqual([
      ["phone", "mobile"],
      ["a b", "c d"],
    ]);
    expect(diagnostics).toHaveLength(2);
  });

  test("reaches the site", async () => {
    const { site, diagnostics } = await siteFrom({ "a.md": article("Words."), "synonyms.yml": "- [phone, mobile]\n" });
    expect(site.synonyms).toEqual([["phone", "mobile"]]);
    expect(diagnostics.filter(({ span }) => span.file === "synonyms.yml")).toEqual([]);
  });
});
