import { describe, expect, test } from "vitest";
import { emergencyCardWithLink } from "../../../src/checks/rules/emergency-card-with-link.ts";
import { placesOf } from "../../support/run-rule.ts";

describe("emergency-card-with-link", () => {
  const card = (kind: string, words: string) =>
    `::: ${kind} Act now if:\n\n- ${words}\n\n:::\n\nRead [more words](https://www.nhs.uk/).`;

  test("lets a number to call stand in it, and links in other cards", async () => {
    expect(await placesOf(emergencyCardWithLink, card("emergency", "you need [999](tel:999)"))).toEqual([]);
    expect(await placesOf(emergencyCardWithLink, card("urgent", "you have [pain](https://www.nhs.uk/pain/)"))).toEqual(
      [],
    );
  });

  test("lets links stand before it and after it", async () => {
    const body = `[Pain](https://www.nhs.uk/pain/)\n\n${card("emergency", "you have pain")}`;
    expect(await placesOf(emergencyCardWithLink, body)).toEqual([]);
  });

  test("names a link to more reading at its address", async () => {
    expect(await placesOf(emergencyCardWithLink, card("emergency", "[pain](https://www.nhs.uk/pain/)"))).toEqual([
      "11:10",
    ]);
    expect(
      await placesOf(
        emergencyCardWithLink,
        '<div class="nhsuk-card nhsuk-card--care nhsuk-card--care--emergency"><h2>Act</h2><p><a href="https://www.nhs.uk/">Pain</a></p></div>',
      ),
    ).toEqual(["9:94"]);
  });

  test("finds a link in an expander inside it", async () => {
    const body = ":::: emergency Act now if:\n\n::: expander Part\n[pain](https://www.nhs.uk/pain/)\n:::\n\n::::";
    expect(await placesOf(emergencyCardWithLink, body)).toEqual(["12:8"]);
  });
});
