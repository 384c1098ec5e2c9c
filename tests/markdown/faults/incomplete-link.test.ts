import { describe, expect, test } from "vitest";
import { faults } from "../render.ts";

describe("incomplete-link", () => {
  test.each([
    "[a](#b) [c](/) [d](tel:111) [e](tel:+44-300-123) [f](mailto:help@example.org) [g](mailto:?subject=h)",
    '<a href="tel:111">a</a> <a id="b"></a> <tel:999>',
  ])("lets %j be", (markdown) => {
    expect(faults(markdown)).toEqual([]);
  });

  test.each([
    ["[a b]()", "1:2-5"],
    ["[a](<>)", "1:6-7"],
    ["[a](mailto:)", "1:5-12"],
    ["[a](mailto:jane)", "1:5-16"],
    ["[a](tel:abc)", "1:5-12"],
    ["[a](tel:)", "1:5-9"],
    ['<a href="">a</a>', "1:4-11"],
  ])("stops %j", (markdown, place) => {
    expect(faults(markdown)).toEqual([`error ${place} incomplete-link`]);
  });
});

describe("unsafe-link", () => {
  test.each(["[a](https://www.nhs.uk/@b) [c](mailto:d@example.org) [e](https://www.nhs.uk/?f@g#@h)"])(
    "lets %j be",
    (markdown) => {
      expect(faults(markdown)).toEqual([]);
    },
  );

  test.each([
    ["[a](https://www.nhs.uk@evil.example/)", "1:5-37"],
    ["[a](https://www.nhs.uk:443@evil.example/)", "1:5-41"],
    ["<https://www.nhs.uk@evil.example/>", "1:2-34"],
    ["[a](https:\\\\www.nhs.uk@evil.example/)", "1:5-37"],
    ['<a href="http://nhs@evil.example">a</a>', "1:4-34"],
  ])("stops %j, whose host is not what it seems", (markdown, place) => {
    expect(faults(markdown)).toEqual([`error ${place} unsafe-link`]);
  });

  test("leaves a name with a password to the rule on secrets", () => {
    expect(faults("[a](https://admin:Secret123@example.org/)")).toEqual([]);
  });
});
