import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rules } from "../../src/checks/rules.ts";
import { titleRepeatsText } from "../../src/checks/rules/title-repeats-text.ts";
import { runRules } from "../../src/checks/run-rules.ts";
import { applyEdits } from "../../src/report/apply-edits.ts";
import { inShort, siteFrom } from "../support/site-from.ts";

const file = "error-messages-support.md";
const seed = readFileSync(`content/${file}`, "utf8");
const { site } = await siteFrom({ [file]: seed });

describe("the links of the seed", () => {
  test("have ten titles that repeat their words, each named at its first quote", () => {
    const said = runRules([titleRepeatsText], site);
    const places = [
      "77:37",
      "124:37",
      "130:37",
      "182:37",
      "192:37",
      "204:87",
      "214:111",
      "216:37",
      "224:111",
      "226:37",
    ];
    expect(said.map(inShort)).toEqual(places.map((place) => `warning title-repeats-text ${file}:${place}`));
    for (const { span } of said) expect(seed.split("\n")[span.line - 1]?.[span.column - 1]).toBe("'");
  });

  test("lose those titles and nothing else", () => {
    const { texts } = applyEdits(new Map([[file, seed]]), runRules([titleRepeatsText], site));
    expect(texts.get(file)).toBe(seed.replaceAll(/ '(?:[Cc]ontact us|your NHS account)'\)/g, ")"));
  });

  test("have nothing else about them that a rule on links would name", () => {
    const others = rules.filter(({ kind, name }) => kind === "links" && name !== "title-repeats-text");
    expect(others.length).toBeGreaterThan(5);
    expect(runRules(others, site).map(inShort)).toEqual([]);
  });
});
