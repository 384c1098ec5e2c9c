import { describe, expect, test } from "vitest";
import { codesIn } from "../../src/model/code-pattern.ts";

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
