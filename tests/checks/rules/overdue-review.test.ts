import { describe, expect, test } from "vitest";
import { overdueReview } from "../../../src/checks/rules/overdue-review.ts";
import { runRules } from "../../../src/checks/run-rules.ts";
import { article, inShort, siteFrom } from "../../support/site-from.ts";

async function faults(nextReview: string, today: string | null): Promise<readonly string[]> {
  const files = { "a.md": article("Words.", { last_reviewed: "2025-06-30", next_review: nextReview }) };
  return runRules([overdueReview], (await siteFrom(files)).site, today).map(inShort);
}

describe("overdue-review", () => {
  test("accepts a page up to the day itself, and a page without a day", async () => {
    expect(await faults("2026-06-30", "2026-06-29")).toEqual([]);
    expect(await faults("2026-06-30", "2026-06-30")).toEqual([]);
    expect(await faults("", "2026-06-30")).toEqual([]);
  });

  test("names the day that has gone by", async () => {
    expect(await faults("2026-06-30", "2026-07-01")).toEqual(["warning overdue-review a.md:8:14"]);
  });

  test("says nothing where nobody says what day it is", async () => {
    expect(await faults("2001-01-01", null)).toEqual([]);
  });
});
