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
    "Show your NHS COVID Pass, or the NHS Covid Pass.",
    "Many an NHS app does that.",
    "Internet Explorer (IE) is old. She is an asylum seeker, seeking asylum.",
    '<span lang="cy">e-mail</span>',
    "A&E, Marks & Spencer, Smith & Co, Q & A, Boots & sons.",
    "**Cut & paste**, `a & b` and [a page](https://example.com/?a=b&c=d).",
    "You hear it click. A click, one click on the picture, or click and collect.",
    "Select **Click on the link**. It clicks on and off.",
    "Dial the number, or ring 99950. Wear the ring.",
    "Long COVID lasts. People with long COVID know, after a long COVID-19 illness.",
    "Use your login. You log in as you normally do.",
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
    ["Apps & websites, and codes &amp; keys.", "Apps and websites, and codes and keys."],
    ["Send it e.g by post, eg. today, eg now.", "Send it for example by post, for example today, for example now."],
    ["Click on **Save**. If you click the blue button twice.", "Select **Save**. If you select the blue button twice."],
    ["Dial 999, or ring us. Aging is life-long.", "Call 999, or call us. Ageing is lifelong."],
    ["You had covid 19, Covid 19 or COVID 19.", "You had COVID-19, COVID-19 or COVID-19."],
    ["She has Long Covid. He has long covid.", "She has Long COVID. He has long COVID."],
  ])("writes %j as %j", async (body, right) => {
    expect(await mended(houseTerm, body)).toBe(right);
  });

  test("leaves words that change the sentence to a person", async () => {
    const body = "Send us your sick note etc. if it occurs.";
    expect(await marked(houseTerm, body)).toEqual(["sick note", "etc", "occurs"]);
    expect(await mended(houseTerm, body)).toBe(body);
    expect(await marked(houseTerm, "A secure message by SMS, i.e words for homeless people.")).toEqual([
      "secure message",
      "SMS",
      "i.e",
      "homeless people",
    ]);
    expect((await advice(houseTerm, body))[0]).toBe('Write "fit note", or put the sentence another way');
  });
});
