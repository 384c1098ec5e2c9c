import { describe, expect, test } from "vitest";
import { reviewInFuture } from "../../../src/checks/rules/review-in-future.ts";
import { runRules } from "../../../src/checks/run-rules.ts";
import { article, inShort, siteFrom } from "../../support/site-from.ts";

async function faults(lastReviewed: string, today: string | null): Promise<readonly string[]> {
  const files = { "a.md": article("Words.", { last_reviewed: lastReviewed }) };
  return runRules([reviewInFuture], (await siteFrom(files)).site, today).map(inShort);
}

describe("review-in-future", () => {
  test("accepts a day that has been, and a page without one", async () => {
    expect(await faults("2026-06-30", "2026-06-30")).toEqual([]);
    expect(await faults("", "2026-06-30")).toEqual([]);
  });

  test("accepts the day after, which it is already somewhere, at the end of a year too", async () => {
    expect(await faults("2027-01-01", "2026-12-31")).toEqual([]);
    expect(await faults("2027-01-02", "2026-12-31")).toHaveLength(1);
  });

  test("names the day that is still to come", async () => {
    expect(await faults("2099-01-01", "2026-07-01")).toEqual(["warning review-in-future a.md:7:16"]);
  });

  test("says nothing where nobody says what day it is", async () => {
    expect(await faults("2099-01-01", null)).toEqual([]);
  });
});
