import { describe, expect, test } from "vitest";
import { needlessDictionaryWord } from "../../../src/checks/rules/needless-dictionary-word.ts";
import { saidBy } from "../../support/run-rule.ts";

async function said(dictionary: string): Promise<readonly string[]> {
  const found = await saidBy(needlessDictionaryWord, { "dictionary.txt": dictionary });
  return found.map(({ span, message }) => `${span.line}:${span.column}-${span.endColumn} ${message}`);
}

describe("needless-dictionary-word", () => {
  test("accepts words that no English dictionary has", async () => {
    expect(await said("# Ours\nwebchat\nQworp\nlondon\n")).toEqual([]);
  });

  test("marks a word that is English anyhow, with a capital too", async () => {
    expect(await said("webchat\n password # ours\nPhone\nLondon\n")).toEqual([
      '2:2-10 "password" is English, and known without this line',
      '3:1-6 "Phone" is English, and known without this line',
      '4:1-7 "London" is English, and known without this line',
    ]);
  });

  test("marks a word that stands there already, also one that small letters stand for", async () => {
    expect(await said("webchat\nwebchat\nWebchat\nQworp\nqworp\n")).toEqual([
      '2:1-8 "webchat" stands in the dictionary twice',
      '3:1-8 "Webchat" stands in the dictionary twice',
    ]);
  });
});
