import { describe, expect, test } from "vitest";
import { codesIn, meantCode } from "../../src/model/code-pattern.ts";

const codes = { prefix: "CID", fewestDigits: 4, mostDigits: 5 };

describe("error codes in a text", () => {
  test("are found in order, each with its place", () => {
    expect(codesIn("CID7023, then (CID20110)", codes)).toEqual([
      { code: "CID7023", start: 0, end: 7 },
      { code: "CID20110", start: 15, end: 23 },
    ]);
  });

  test.each(["-CID7023-", "#CID7023.", "“CID7023”", "/CID7023/", "CID7023:"])("are found in %s", (text) => {
    expect(codesIn(text, codes).map(({ code }) => code)).toEqual(["CID7023"]);
  });

  test.each([
    "CID702345",
    "XCID7023",
    "éCID7023",
    "CID7023é",
    "CID_7023",
    "CID7023_1",
    "CID702",
    "cid7023",
    "CID 7023",
    "",
  ])("are not what %s is", (text) => {
    expect(codesIn(text, codes)).toEqual([]);
  });

  test("look as the site says", () => {
    const own = { prefix: "ERR", fewestDigits: 3, mostDigits: 3 };
    expect(codesIn("ERR404 ERR4040 CID7023", own).map(({ code }) => code)).toEqual(["ERR404"]);
  });
});

describe("meantCode", () => {
  const pattern = { prefix: "COD", fewestDigits: 4, mostDigits: 5 };

  test.each(["COD7023", "cod7023", "C0D7O23", "7023", " cod 7023. ", "(COD-7023)", "ＣＯＤ７０２３"])(
    "takes %j for the code that it can only mean",
    (typed) => {
      expect(meantCode(typed, pattern)).toBe("COD7023");
    },
  );

  test.each([
    "",
    "COD70",
    "COD702345",
    "COD7023,COD7029",
    "COD70 23",
    "COD7023-1",
    "reference COD7023",
    "a".repeat(200_000),
  ])("takes %j for none", (typed) => {
    expect(meantCode(typed, pattern)).toBeNull();
  });
});
