import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeIn } from "../../assets/scripts/search-code.ts";
import { codeSpellings } from "../../src/model/code-spellings.ts";

const pattern = { prefix: "CID", fewestDigits: 4, mostDigits: 5 };
const codes = ["CID2011", "CID2012", "CID7023", "CID70231"];
const read = (query: string) => codeIn(query, { codes, pattern });

describe("codeIn", () => {
  test.each([
    "7023",
    "CID: 7023",
    "C I D 7 0 2 3",
    "what is cid 7O23?",
    "my screen says 7023 what now",
    "error-7023",
    "CID7023 or CID9999",
    "ＣＩＤ７０２３",
  ])("knows CID7023 in %j", (query) => {
    expect(read(query)).toEqual({ kind: "known", code: "CID7023" });
  });

  test("knows every spelling of every code, alone and in a sentence", () => {
    for (const [code, spellings] of codeSpellings(codes)) {
      for (const spelling of [code, ...spellings]) {
        const known = { kind: "known", code };
        expect([spelling, read(spelling)]).toEqual([spelling, known]);
        expect([spelling, read(`It says ${spelling}, what does it mean?`)]).toEqual([spelling, known]);
      }
    }
  });

  test.each([
    ["CID7024", ["CID7023"]],
    ["cid 7203", ["CID7023"]],
    ["CID702", ["CID7023"]],
    ["cid2013 help", ["CID2011", "CID2012"]],
    ["CID9999", []],
    ["error 7024", ["CID7023"]],
    ["reference 9999", []],
    ["CD7023", ["CID7023"]],
    ["CIF7023", ["CID7023"]],
  ])("takes %j for a code that is not known, and offers %j", (query, near) => {
    expect(read(query)).toEqual({ kind: "unknown", near, bare: null });
  });

  test("says that a number which is all that was typed may be something else", () => {
    expect(read("7024")).toEqual({ kind: "unknown", near: ["CID7023"], bare: "7024" });
  });

  test.each([
    "",
    "10 minutes",
    "111",
    "999",
    "2 factor",
    "call 0306 999 0123",
    "my 6 digit code 482913",
    "I paid in 2024",
    "CID",
    "CID70",
    "cider 12",
    "XYZ7024",
    "943 476 5919",
  ])("takes %j for no code", (query) => {
    expect(read(query)).toBeNull();
  });

  test("answers any text with a code of the site, or none", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[cCiIdD oO0-9-]{0,12}$/)), (text) => {
        const found = read(text);
        const named = found === null ? [] : found.kind === "known" ? [found.code] : found.near;
        for (const code of named) expect(codes).toContain(code);
      }),
    );
  });
});
