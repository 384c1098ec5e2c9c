import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { meantCode } from "../../src/model/code-pattern.ts";
import { codeSpellings } from "../../src/model/code-spellings.ts";

const spellings = (code: string) => codeSpellings([code]).get(code);

describe("codeSpellings", () => {
  test("knows how people type a code, the most usual way first", () => {
    expect(spellings("CID7023")).toEqual([
      "cid7023",
      "7023",
      "CID7O23",
      "cid7o23",
      "CID 7023",
      "CID-7023",
      "cid 7023",
      "cid-7023",
    ]);
  });

  test("puts a letter O for each zero, and for none where there is none", () => {
    expect(spellings("CID2000")).toContain("CID2OOO");
    expect(spellings("CID2000")).not.toContain("CID2O00");
    expect(spellings("CID1111")).toEqual(["cid1111", "1111", "CID 1111", "CID-1111", "cid 1111", "cid-1111"]);
  });

  test("tells codes apart that end alike: digits that two codes share stand for neither", () => {
    const found = codeSpellings(["AB123", "CD123", "CD1234"]);
    expect(found.get("AB123")).not.toContain("123");
    expect(found.get("CD123")).not.toContain("123");
    expect(found.get("CD1234")).toContain("1234");
  });

  test("gives no code as a spelling of another, and no spelling to two", () => {
    const code = fc
      .tuple(fc.constantFrom("CID", "CO", "C", "O"), fc.stringMatching(/^[0O1]{1,3}$/))
      .map(([prefix, digits]) => prefix + digits);
    fc.assert(
      fc.property(fc.uniqueArray(code, { maxLength: 12 }), (codes) => {
        const all = [...codeSpellings(codes).values()].flat();
        expect(new Set(all).size).toBe(all.length);
        expect(all.filter((spelling) => codes.includes(spelling))).toEqual([]);
      }),
    );
  });

  test("gives nothing that could be read as another code", () => {
    const codes = ["CID2000", "CID7023", "CID70231"];
    const pattern = { prefix: "CID", fewestDigits: 4, mostDigits: 5 };
    for (const [code, all] of codeSpellings(codes))
      expect(new Set(all.map((one) => meantCode(one, pattern)))).toEqual(new Set([code]));
  });

  test("is bounded, whatever the code", () => {
    fc.assert(
      fc.property(fc.string(), (code) => {
        expect(spellings(code)?.length).toBeLessThanOrEqual(8);
      }),
    );
  });
});
