import { describe, expect, test } from "vitest";
import { listPunctuation } from "../../../src/checks/rules/list-punctuation.ts";
import { marked, mended } from "../words.ts";

describe("list-punctuation", () => {
  test.each([
    "You need:\n\n- a phone\n- a code",
    "- A phone.\n- A code.",
    "1. a phone.\n2. a code.",
    "- a phone. It must be yours.\n- a code",
    "- phones, tablets etc.\n- codes",
    "- at 9 a.m.\n- later",
    "- a phone:\n  - yours\n  - mine\n- a code",
    "- only one.",
  ])("accepts %j", async (body) => {
    expect(await marked(listPunctuation, body)).toEqual([]);
  });

  test.each([
    ["- a phone;\n- a tablet,\n- a code.", [";", ",", "."], "- a phone\n- a tablet\n- a code"],
    ["<ul><li>a phone;</li><li>a code</li></ul>", [";"], "<ul><li>a phone</li><li>a code</li></ul>"],
  ])("takes it from the ends of %j", async (body, words, right) => {
    expect(await marked(listPunctuation, body)).toEqual(words);
    expect(await mended(listPunctuation, body)).toBe(right);
  });

  test.each([
    ["- a passport, or\n- a driving licence", [", or"]],
    ["- your password, and either\n- a code or\n- a key", [", and either", " or"]],
    ["* a **phone**\n* a code and", [" and"]],
  ])("leaves the words at the ends of %j to a person", async (body, words) => {
    expect(await marked(listPunctuation, body)).toEqual(words);
    expect(await mended(listPunctuation, body)).toBe(body);
  });
});
