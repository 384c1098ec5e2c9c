import { describe, expect, test } from "vitest";
import { isEnglish, suggestionsFor, usualSlip } from "../../src/checks/spelling.ts";

describe("the English dictionary", () => {
  test.each(["password", "organise", "passkey", "paracetamol", "London", "don't", "etc", "café"])("has %s", (word) => {
    expect(isEnglish(word)).toBe(true);
  });

  test.each(["recieve", "color", "london", "doesnt", ""])("does not have %j", (word) => {
    expect(isEnglish(word)).toBe(false);
  });
});

describe("the words that were meant", () => {
  test.each([
    ["color", ["colour"]],
    ["center", ["centre"]],
    ["dialog", ["dialogue"]],
    ["defense", ["defence"]],
    ["analyze", ["analyse"]],
    ["traveling", ["travelling"]],
    ["acount", ["account"]],
    ["untill", ["until"]],
    ["recieve", ["receive"]],
    ["teh", ["the"]],
    ["becuase", ["because"]],
    ["doesnt", ["doesn't"]],
    ["whats", ["what's"]],
    ["fone", ["phone"]],
    ["url", ["URL"]],
    ["wich", ["which", "winch", "witch"]],
  ])("%s gives %j", (word, meant) => {
    expect(suggestionsFor(word)).toEqual(meant);
  });

  test("lie two slips away in long words alone", () => {
    expect(suggestionsFor("sucesful")).toEqual(["successful"]);
    expect(suggestionsFor("qzxq")).toEqual([]);
    expect(suggestionsFor("q".repeat(2000))).toEqual([]);
  });

  test("are usual slips away only, where that is asked for", () => {
    expect(suggestionsFor("acount", usualSlip)).toEqual(["account"]);
    expect(suggestionsFor("revolut", usualSlip)).toEqual([]);
    expect(suggestionsFor("revolut")).toEqual(["revolt", "revolute"]);
  });
});
