import { describe, expect, test } from "vitest";
import { misspelledCode } from "../../../src/checks/rules/misspelled-code.ts";
import { advice, marked } from "../words.ts";

describe("misspelled-code", () => {
  test.each([
    ["a code as screens show it", "## CID7023: A\n\nYou see CID7023."],
    ["an address", "Go to https://example.org/cid7023 or [there](/errors/cid7023/)."],
    ["what is set as code", "Type `cid7023`."],
    ["what stands in quotes", 'If you type "cid 7023", it is found.'],
    ["a longer word", "The file cid7023a, acid7023, XCID 7023 and CID 702345."],
    ["a name with a dot or a hyphen", "The file cid7023.pdf and cid7023-old."],
    ["small letters beside a number", "A cid 7023."],
    ["zeros and nothing else", "CID 0000 and CIDOOOO."],
  ])("accepts %s", async (_, body) => {
    expect(await marked(misspelledCode, body)).toEqual([]);
  });

  test.each([
    ["small letters", "## cid7023: You cannot connect", ["cid7023"]],
    ["a space", "If you see CID 7023, wait.", ["CID 7023"]],
    ["a hyphen", "- CID-70231", ["CID-70231"]],
    ["the letter O for a zero", "::: expander You see CID7O23\n\nWait.\n\n:::", ["CID7O23"]],
  ])("marks a code with %s", async (_, body, words) => {
    expect(await marked(misspelledCode, body)).toEqual(words);
  });

  test("says which code is meant", async () => {
    expect(await advice(misspelledCode, "You see CID 7o23.")).toEqual(["Write CID7023"]);
  });
});
