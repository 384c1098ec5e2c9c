import { describe, expect, test } from "vitest";
import { searchLanguage } from "../../src/model/search-language.ts";
import { searchVocabulary } from "../../src/model/search-terms.ts";
import { searchWords } from "../../src/model/search-words.ts";

const wordsOf = (text: string) => searchWords(text).map(({ word }) => word);

describe("searchWords", () => {
  test.each([
    ["Sign in", ["sign", "in"]],
    ["can't can’t can‘t cant", ["cant", "cant", "cant", "cant"]],
    ["the surgery's, your GP’s", ["the", "surgery", "your", "gp"]],
    ["e-mail e‑mail email", ["e", "mail", "email", "e", "mail", "email", "email"]],
    ["Café CAFÉ cafe\u0301 Zürich", ["cafe", "cafe", "cafe", "zurich"]],
    ["pass\u00ADword ＣＩＤ７０２３", ["password", "cid7023"]],
    ["ffôn, sgîn", ["ffon", "sgin"]],
    ["__proto__ <b>*</b> \u0000", ["proto", "b", "b"]],
    ["- ' –", []],
  ])("finds in %j the words %j", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test("says where each stands", () => {
    const text = "Your GP’s e-mail";
    expect(searchWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "Your",
      "GP’s",
      "e",
      "mail",
      "e-mail",
    ]);
  });
});

describe("searchVocabulary", () => {
  const synonyms = [
    ["sign in", "log in", "login"],
    ["phone", "mobile"],
    ["sign out", "log out"],
  ];
  const english = searchVocabulary(searchLanguage("en-GB"), synonyms);
  const termsOf = (text: string) => english.termsIn(text).words.map(({ term }) => term);
  const meaningsOf = (text: string) => english.termsIn(text).meanings.map(({ term }) => term);

  test("leaves out words that say nothing, and keeps what forms of a word have in common", () => {
    expect(termsOf("How do I change my passwords?")).toEqual(termsOf("changing the password"));
    expect(termsOf("expires")).toEqual(termsOf("expired"));
    expect(termsOf("stopped")).toEqual(termsOf("stop"));
    expect(termsOf("copies")).toEqual(termsOf("copy"));
    expect(termsOf("I can't, it doesn’t")).toEqual(["not", "not"]);
    expect(termsOf("what is it")).toEqual([]);
  });

  test.each(["access", "address", "status", "bus", "this", "sing", "red"])("leaves %j as it is", (word) => {
    expect(searchLanguage("en").stem(word)).toBe(word);
  });

  test("knows no forms of words with digits, nor of a language that it does not know", () => {
    expect(termsOf("2fas CID7023s")).toEqual(["2fas", "cid7023s"]);
    expect(searchLanguage("fr").stem("voyages")).toBe("voyages");
    expect(searchLanguage("cy").stopWords.has("sut")).toBe(true);
  });

  test.each([
    ["I cannot sign in", ["=0"]],
    ["Logging in", ["=0"]],
    ["sign-in and LOGIN", ["=0", "=0"]],
    ["my mobile phones", ["=1", "=1"]],
    ["log out", ["=2"]],
    ["log the sign", []],
  ])("finds in %j the meanings %j", (text, meanings) => {
    expect(meaningsOf(text)).toEqual(meanings);
  });

  test("tells all words of a meaning", () => {
    expect(english.synonymsOf("=1")).toEqual(["phon", "mobil"]);
  });
});
