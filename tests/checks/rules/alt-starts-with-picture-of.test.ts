import { describe, expect, test } from "vitest";
import { altStartsWithPictureOf } from "../../../src/checks/rules/alt-starts-with-picture-of.ts";
import { placesOf } from "../../support/run-rule.ts";

describe("alt-starts-with-picture-of", () => {
  test.each([
    "A letter",
    "A letter with a picture of a crown",
    "Picture frame",
    "Screenshot of the app",
    "",
    "Imagery of war",
  ])("lets %j be", async (alt) => {
    expect(await placesOf(altStartsWithPictureOf, `![${alt}](https://www.nhs.uk/a.png)`)).toEqual([]);
  });

  test.each(["Picture of a letter", "An image showing a letter", "the Photo of a letter"])("names %j", async (alt) => {
    expect(await placesOf(altStartsWithPictureOf, `![${alt}](https://www.nhs.uk/a.png)`)).toEqual([
      `9:${alt.length + 5}`,
    ]);
  });
});
