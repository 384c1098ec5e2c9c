import { describe, expect, test } from "vitest";
import { longAlternativeText } from "../../../src/checks/rules/long-alternative-text.ts";
import { placesOf } from "../../support/run-rule.ts";

describe("long-alternative-text", () => {
  test("lets alternative text have 125 characters", async () => {
    expect(await placesOf(longAlternativeText, `![${"a".repeat(125)}](https://www.nhs.uk/a.png)`)).toEqual([]);
  });

  test.each([
    ["Markdown", `![${"a".repeat(126)}](https://www.nhs.uk/a.png)`, "9:131"],
    ["HTML", `<img src="https://www.nhs.uk/a.png" alt="${"a".repeat(126)}">`, "9:11"],
  ])("names a picture with 126 at its address, in %s", async (_, body, place) => {
    expect(await placesOf(longAlternativeText, body)).toEqual([place]);
  });
});
