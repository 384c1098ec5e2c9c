import { describe, expect, test } from "vitest";
import { skippedHeadingLevel } from "../../../src/checks/rules/skipped-heading-level.ts";
import { placesOf, saidBy } from "../../support/run-rule.ts";
import { page } from "../../support/site-from.ts";

describe("skipped-heading-level", () => {
  test("lets levels go down one by one, and up by any number", async () => {
    expect(await placesOf(skippedHeadingLevel, "## A\n\n### B\n\n#### C\n\n## D\n\n### E")).toEqual([]);
    expect(await placesOf(skippedHeadingLevel, "# A\n\n### B")).toEqual([]);
  });

  test("names a heading that stands two levels below the one before it", async () => {
    expect(await placesOf(skippedHeadingLevel, "## A\n\n#### B\n\n#### C")).toEqual(["11:1"]);
    expect(await placesOf(skippedHeadingLevel, "## A\n\n<h5>B</h5>")).toEqual(["11:1"]);
  });

  test("counts the page's title as the first level", async () => {
    const [problem] = await saidBy(skippedHeadingLevel, "Words.\n\n### A");
    expect(problem).toMatchObject({
      span: { line: 11, column: 1 },
      message: 'The heading "A" is of level 3, and there is no heading of level 2 above it',
      fix: "Write ## in front of it, or add the heading that is missing",
    });
  });

  test("does not know what stands above a body in the layout of a statement", async () => {
    const fields = { title: "Cookies", type: "page", layout: "layouts/cookies.njk" };
    expect(await placesOf(skippedHeadingLevel, { "cookies.md": page(fields, "### A\n\n#### B") })).toEqual([]);
    expect(await placesOf(skippedHeadingLevel, { "cookies.md": page(fields, "### A\n\n##### B") })).toEqual([
      "cookies.md:9:1",
    ]);
  });
});
