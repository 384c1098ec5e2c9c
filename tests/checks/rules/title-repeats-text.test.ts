import { describe, expect, test } from "vitest";
import { titleRepeatsText } from "../../../src/checks/rules/title-repeats-text.ts";
import { fixedBy, placesOf } from "../../support/run-rule.ts";

describe("title-repeats-text", () => {
  test.each(["[A](/contact 'Opens the form') [B](/contact) [C](/contact '')", '<a href="/contact" title=""></a>'])(
    "lets a title say something else, or nothing: %s",
    async (body) => {
      expect(await placesOf(titleRepeatsText, body)).toEqual([]);
    },
  );

  test.each([
    ["[Contact us](/contact 'contact us') if", "9:23", "[Contact us](/contact) if"],
    ['- [Contact **us**]( </contact>  "Contact us" )', "9:33", "- [Contact **us**]( </contact> )"],
    ["| A |\n| --- |\n| [B](/contact (B)) |", "11:16", "| A |\n| --- |\n| [B](/contact) |"],
  ])("takes the title out of %s", async (body, place, fixed) => {
    expect(await placesOf(titleRepeatsText, body)).toEqual([place]);
    expect(await fixedBy(titleRepeatsText, body)).toBe(fixed);
  });

  test.each([
    ["of HTML", '<a href="/contact" title="Contact us">Contact us</a>'],
    ["by reference", "[Contact us]\n\n[Contact us]: /contact 'Contact us'"],
    ["whose title stands on another line", "[Contact us](/contact\n'Contact us')"],
  ])("leaves a link %s to a person", async (_, body) => {
    expect(await placesOf(titleRepeatsText, body)).toHaveLength(1);
    expect(await fixedBy(titleRepeatsText, body)).toBe(body);
  });
});
