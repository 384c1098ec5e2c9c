import { describe, expect, test } from "vitest";
import { lookAlike, nearCode, nearCodes } from "../../src/model/near-code.ts";

describe("nearCode", () => {
  test.each([
    ["CID7024", "CID7023"],
    ["CID7032", "CID7023"],
    ["CID702", "CID7023"],
    ["CID70233", "CID7023"],
    ["CID02011", "CID2011"],
  ])("takes %s for %s", (typed, meant) => {
    expect(nearCode(typed, new Set(["CID7023", "CID2011"]))).toBe(meant);
  });

  test.each([
    ["what is known already", "CID7023", ["CID7023"]],
    ["what two slips part from it", "CID7045", ["CID7023"]],
    ["what is as near to another", "CID7022", ["CID7023", "CID7024"]],
    ["no code", "", ["CID7023"]],
  ])("guesses nothing for %s", (_, typed, known) => {
    expect(nearCode(typed, new Set(known))).toBeNull();
  });
});

describe("nearCodes", () => {
  test("gives all that one slip parts from a code, each once, and not the code itself", () => {
    const known = new Set(["CID7022", "CID7024", "CID702", "CID7032", "CID7023", "CID7045"]);
    expect(nearCodes("CID7023", known).toSorted()).toEqual(["CID702", "CID7022", "CID7024", "CID7032"]);
  });
});

describe("lookAlike", () => {
  test.each([
    ["CID7023", "CID7029", true],
    ["CID7023", "CID7032", true],
    ["CID7023", "CID7023", false],
    ["CID7023", "CID7203", true],
    ["CID7023", "CID70231", false],
    ["CID7023", "CID2011", false],
  ])("%s and %s: %s", (one, other, isAlike) => {
    expect(lookAlike(one, other)).toBe(isAlike);
  });
});
