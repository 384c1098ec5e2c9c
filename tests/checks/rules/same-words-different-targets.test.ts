import { describe, expect, test } from "vitest";
import { sameWordsDifferentTargets } from "../../../src/checks/rules/same-words-different-targets.ts";
import { placesOf, saidBy } from "../../support/run-rule.ts";
import { article } from "../../support/site-from.ts";

describe("same-words-different-targets", () => {
  test.each([
    ["two links to one page", "[A page](https://www.nhs.uk/) and [a page](https://www.nhs.uk)"],
    ["a page and a heading of it", "## B\n\n[A page](/page/) and [a page](#b)"],
    [
      "contact links with different codes",
      "[Contact us](/contact?error=CID1111)\n\n[Contact us](/contact?error=CID1112)",
    ],
    ["a page by its file and by its address", "[A page](page.md) and [a page](/page/)"],
    ["words that differ", "[A page](https://www.nhs.uk/a/) and [Another page](https://www.nhs.uk/b/)"],
  ])("lets a page have %s", async (_, body) => {
    expect(await placesOf(sameWordsDifferentTargets, body)).toEqual([]);
  });

  test("names the second link and where the first is", async () => {
    const body = "[The guide](https://www.nhs.uk/a/)\n\n[the  **guide**](https://www.nhs.uk/b/)";
    expect(await placesOf(sameWordsDifferentTargets, body)).toEqual(["11:18"]);
    expect((await saidBy(sameWordsDifferentTargets, body))[0]?.message).toContain("at line 9");
  });

  test("names links to two headings of a page", async () => {
    expect(await placesOf(sameWordsDifferentTargets, "## B\n\n## C\n\n[Part](#b) and [part](#c)")).toEqual(["13:23"]);
  });

  test("counts an old address and the page that it leads to as one", async () => {
    const files = {
      "a.md": article("[A page](/old/) and [a page](/b/)"),
      "b.md": article("Words.", { position: "2", aliases: "[/old/]" }),
    };
    expect(await placesOf(sameWordsDifferentTargets, files)).toEqual([]);
  });

  test("leaves words that say nothing to their own rule", async () => {
    expect(
      await placesOf(sameWordsDifferentTargets, "[Here](https://www.nhs.uk/) [here](https://www.nhs.uk/b/)"),
    ).toEqual([]);
  });
});
