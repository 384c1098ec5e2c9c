import { describe, expect, test } from "vitest";
import { vagueLinkText } from "../../../src/checks/rules/vague-link-text.ts";
import { placesOf, saidBy } from "../../support/run-rule.ts";
import { article } from "../../support/site-from.ts";

describe("vague-link-text", () => {
  test.each([
    "Read about [passwords](https://www.nhs.uk/).",
    "[What is here](https://www.nhs.uk/)",
    "[More about passwords](https://www.nhs.uk/)",
    "[NHS.UK](https://www.nhs.uk/)",
    "[help@example.org](mailto:help@example.org) and <help@example.org>",
    "[0300 123 4567](tel:03001234567)",
    "[![A letter](https://www.nhs.uk/a.png)](https://www.nhs.uk/)",
  ])("lets words say where they lead: %s", async (body) => {
    expect(await placesOf(vagueLinkText, body)).toEqual([]);
  });

  test.each([
    ["Words, [click here](https://www.nhs.uk/).", "9:9"],
    ["[Here.](https://www.nhs.uk/)", "9:2"],
    ["[**Read  more** »](https://www.nhs.uk/)", "9:20"],
    ['See <a href="https://www.nhs.uk/">this page</a>', "9:14"],
    ["See <https://www.nhs.uk/>", "9:6"],
    ["[www.nhs.uk](https://www.nhs.uk/)", "9:2"],
    ["[](https://www.nhs.uk/)", "9:4"],
  ])("names %s at its words, else its address", async (body, place) => {
    expect(await placesOf(vagueLinkText, body)).toEqual([place]);
  });

  test("offers the title of the page that the link leads to", async () => {
    const files = {
      "a.md": article("[Here](/b/)"),
      "b.md": article("Words.", { title: "Security codes", position: "2" }),
    };
    expect((await saidBy(vagueLinkText, files))[0]?.fix).toBe(
      'Write what it leads to, such as "Security codes", and make the sentence fit',
    );
  });
});
