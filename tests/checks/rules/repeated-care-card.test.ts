import { describe, expect, test } from "vitest";
import { repeatedCareCard } from "../../../src/checks/rules/repeated-care-card.ts";
import { placesOf, saidBy } from "../../support/run-rule.ts";

describe("repeated-care-card", () => {
  const cards = (...kinds: readonly string[]) =>
    kinds.map((kind, index) => `::: ${kind} Part ${index}\n- words\n:::\n`).join("\n");

  test("lets a page have one card of each kind, and two warnings", async () => {
    expect(await placesOf(repeatedCareCard, cards("non-urgent", "urgent", "emergency", "warning", "warning"))).toEqual(
      [],
    );
  });

  test("names the second card of a kind, and where the first is", async () => {
    const body = cards("urgent", "non-urgent", "urgent");
    expect(await placesOf(repeatedCareCard, body)).toEqual(["17:1"]);
    expect((await saidBy(repeatedCareCard, body))[0]?.message).toBe("There is an urgent care card at line 9 already");
  });
});
