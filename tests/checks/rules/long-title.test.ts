import { describe, expect, test } from "vitest";
import { longTitle } from "../../../src/checks/rules/long-title.ts";
import { placesOf } from "../../support/run-rule.ts";
import { article, hub, page } from "../../support/site-from.ts";

describe("long-title", () => {
  test("lets a title have 65 characters", async () => {
    expect(await placesOf(longTitle, { "page.md": article("A.", { title: "a".repeat(65) }) })).toEqual([]);
    expect(await placesOf(longTitle, { "page.md": article("A.", { title: "😀".repeat(65) }) })).toEqual([]);
  });

  test("names one of 66 at the title, on pages of every type", async () => {
    const title = "a".repeat(66);
    expect(
      await placesOf(longTitle, {
        "a.md": article("A.", { title }),
        "h.md": hub("h", { title }),
        "p.md": page({ type: "page", title }),
      }),
    ).toEqual(["a.md:2:8", "h.md:2:8", "p.md:3:8"]);
  });
});
