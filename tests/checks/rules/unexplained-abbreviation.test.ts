import { describe, expect, test } from "vitest";
import { unexplainedAbbreviation } from "../../../src/checks/rules/unexplained-abbreviation.ts";
import { marked } from "../words.ts";

describe("unexplained-abbreviation", () => {
  test.each([
    "The NHS, your GP and a PDF in the UK. PINs and URLs.",
    "A body mass index (BMI). Your BMI counts.",
    "Your BMI counts. A body mass index (BMI).",
    "The BMI (body mass index) counts.",
    "It is called an ODS code. The ODS code has 6 letters.",
    "## The DPS\n\nWords.",
    "Select **DPS**.",
    'It says "DPS".',
    "`DPS` and CID7023.",
    "Never share it. NEVER.",
    "It is VERY important.",
    "It works with JAWS and NVDA, and meets level AA, not AAA.",
    "In A&E, on WCAG2 or X-ray.",
    "CID codes start with CID.",
  ])("accepts %j", async (body) => {
    expect(await marked(unexplainedAbbreviation, body)).toEqual([]);
  });

  test("marks the first use alone", async () => {
    expect(await marked(unexplainedAbbreviation, "Ask the DPS. The DPS knows.\n\n- PDSs")).toEqual(["DPS", "PDSs"]);
  });
});
