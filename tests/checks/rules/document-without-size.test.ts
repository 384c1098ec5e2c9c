import { describe, expect, test } from "vitest";
import { documentWithoutSize } from "../../../src/checks/rules/document-without-size.ts";
import { fixedBy, placesOf, saidBy } from "../../support/run-rule.ts";
import { article } from "../../support/site-from.ts";

describe("document-without-size", () => {
  const withGuide = (body: string, size = 545_300, file = "guide.pdf") => ({
    "page.md": article(body),
    [file]: "a".repeat(size),
  });

  test.each([
    "[Guide (PDF, 545KB)](guide.pdf)",
    "[Guide (PDF only, 1.2 MB)](https://www.nhs.uk/guide.pdf?v=2#page=2)",
    "[Guide, a Word document of 20 KB](https://www.nhs.uk/guide.docx)",
    "[A page](https://www.nhs.uk/pdf/) and [another](https://www.nhs.uk/?file=guide.pdf)",
  ])("lets %s be", async (body) => {
    expect(await placesOf(documentWithoutSize, withGuide(body))).toEqual([]);
  });

  test.each([
    ["[Guide](guide.pdf)", "[Guide (PDF, 545KB)](guide.pdf)"],
    ["- A [guide to it](/guide.pdf 'Guide').", "- A [guide to it (PDF, 545KB)](/guide.pdf 'Guide')."],
  ])("writes the kind and size of our own file into %s", async (body, fixed) => {
    expect(await fixedBy(documentWithoutSize, withGuide(body))).toBe(article(fixed));
  });

  test.each([
    [1, "guide.pdf", "(PDF, 1KB)"],
    [999_499, "guide.xlsx", "(Excel, 999KB)"],
    [999_500, "guide.docx", "(Word, 1MB)"],
    [1_250_000, "guide.odt", "(ODT, 1.3MB)"],
  ])("says %i bytes of %s as %s", async (size, file, words) => {
    const said = await saidBy(documentWithoutSize, withGuide(`[Guide](${file})`, size, file));
    expect(said[0]?.fix).toBe(`End the words of the link with ${words}`);
  });

  test.each([
    ["of another site", "[Guide](https://www.nhs.uk/guide.pdf)"],
    ["that says one of the two", "[Guide (PDF)](guide.pdf)"],
    ["with more than plain words", "[**Guide**](guide.pdf)"],
    ["by reference", "[Guide]\n\n[Guide]: guide.pdf"],
  ])("leaves a link %s to a person", async (_, body) => {
    expect(await placesOf(documentWithoutSize, withGuide(body))).toHaveLength(1);
    expect(await fixedBy(documentWithoutSize, withGuide(body))).toBe(article(body));
  });
});
