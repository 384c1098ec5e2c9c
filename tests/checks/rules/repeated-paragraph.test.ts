import { describe, expect, test } from "vitest";
import { repeatedParagraph } from "../../../src/checks/rules/repeated-paragraph.ts";
import { marked } from "../words.ts";

describe("repeated-paragraph", () => {
  const paragraph = "This deletes your account, and leaves your health records as they are.";

  test.each([
    `${paragraph}\n\nThis deletes your account, and leaves everything else as it is.`,
    "Follow these steps.\n\nFollow these steps.",
    `## CID2011: One\n\n${paragraph}\n\n## CID2012: Another\n\n${paragraph}`,
    "[Contact us](/contact?error=CID2011) so that we can try to mend it.\n\n[Contact us](/contact?error=CID2012) so that we can try to mend it.",
    `- ${paragraph}\n- ${paragraph}`,
  ])("accepts %j", async (body) => {
    expect(await marked(repeatedParagraph, body)).toEqual([]);
  });

  test("marks the second of two, whether in Markdown or in HTML", async () => {
    const html = `<details>\n<summary>Delete</summary>\n<p>${paragraph}</p>\n</details>`;
    expect(await marked(repeatedParagraph, `${html}\n\n::: expander Gmail\n${paragraph}\n:::`)).toEqual([paragraph]);
  });

  test("marks a paragraph that stands twice in the section of one code", async () => {
    expect(await marked(repeatedParagraph, `## CID2011: One\n\n${paragraph}\n\n${paragraph}`)).toEqual([paragraph]);
  });
});
