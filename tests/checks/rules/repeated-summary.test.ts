import { describe, expect, test } from "vitest";
import { repeatedSummary } from "../../../src/checks/rules/repeated-summary.ts";
import { placesOf, saidBy } from "../../support/run-rule.ts";
import { article } from "../../support/site-from.ts";

describe("repeated-summary", () => {
  const expander = (summary: string) => `::: expander ${summary}\n\nWords.\n\n:::\n\n`;

  test("lets two pages have the same summary, and one page two that differ", async () => {
    const files = {
      "a.md": article(expander("More help")),
      "b.md": article(expander("More help") + expander("Less help"), { position: "2" }),
    };
    expect(await placesOf(repeatedSummary, files)).toEqual([]);
  });

  test("names the second and every other one, whatever their capitals", async () => {
    const body = expander("More help") + expander("more  help") + expander("**More** help");
    expect(await placesOf(repeatedSummary, body)).toEqual(["15:1", "21:1"]);
    expect((await saidBy(repeatedSummary, body))[1]?.message).toContain("line 9");
  });
});
