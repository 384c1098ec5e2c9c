import { describe, expect, test } from "vitest";
import { blockCapitals } from "../../../src/checks/rules/block-capitals.ts";
import { marked } from "../words.ts";

describe("block-capitals", () => {
  test.each([
    "The NHS and your GP.",
    "NHS GP in the UK, BSL and SMS PIN.",
    "CID7023 or CID7024.",
    "EMIS TPP and the DVLA.",
    "Select **SIGN IN NOW**.",
    'It says "PLEASE WAIT".',
    "`DO NOT`",
    "I AM.",
    "Reply STOP or YES. **NOT** this one.",
  ])("accepts %j", async (body) => {
    expect(await marked(blockCapitals, body)).toEqual([]);
  });

  test.each([
    ["DO NOT share it.", ["DO NOT"]],
    ["An IMPORTANT NOTICE here.", ["IMPORTANT NOTICE"]],
    ["## READ THIS, PLEASE", ["READ THIS, PLEASE"]],
    ["It is VERY important. You must NOT wait.", ["VERY", "NOT"]],
    ["IMPORTANT: You MUST call.", ["IMPORTANT", "MUST"]],
    ["| STOP NOW |\n| --- |\n| a |", ["STOP NOW"]],
  ])("marks the words in %j", async (body, words) => {
    expect(await marked(blockCapitals, body)).toEqual(words);
  });
});
