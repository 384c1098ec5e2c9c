import { describe, expect, test } from "vitest";
import { houseTerm } from "../../../src/checks/rules/house-term.ts";
import { advice, marked, mended } from "../words.ts";

describe("house-term", () => {
  test.each([
    "Send an email about healthcare to your GP surgery.",
    "Select **E-mail**.",
    'Look for "e-mail".',
    "Cervical screening (smear test) and flu (influenza).",
    "The Telephone Preference Service. The Medication Group.",
    "`e-mail` and covid.example.com",
    "COVID-19, X-ray and the NHS App.",
    "Many an NHS app does that.",
    "Internet Explorer (IE) is old. She is an asylum seeker, seeking asylum.",
    '<span lang="cy">e-mail</span>',
  ])("accepts %j", async (body) => {
    expect(await marked(houseTerm, body)).toEqual([]);
  });

  test.each([
    ["Send an e-mail. E-mails too.", "Send an email. Emails too."],
    ["In case of Covid or covid-19, e.g. now.", "In case of COVID-19 or COVID-19, for example now."],
    ["Use the NHS app or NHS Login.", "Use the NHS App or NHS login."],
    ["Ask your GP practice about your well-being.", "Ask your GP surgery about your wellbeing."],
    ["An x-ray, and X-Ray.", "An X-ray, and X-Ray."],
    ["HEALTH CARE", "HEALTHCARE"],
  ])("writes %j as %j", async (body, right) => {
    expect(await mended(houseTerm, body)).toBe(right);
  });

  test("leaves words that change the sentence to a person", async () => {
    const body = "Send us your sick note etc. if it occurs.";
    expect(await marked(houseTerm, body)).toEqual(["sick note", "etc", "occurs"]);
    expect(await mended(houseTerm, body)).toBe(body);
    expect((await advice(houseTerm, body))[0]).toBe('Write "fit note", or put the sentence another way');
  });
});
