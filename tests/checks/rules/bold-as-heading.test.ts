import { describe, expect, test } from "vitest";
import { boldAsHeading } from "../../../src/checks/rules/bold-as-heading.ts";
import { marked } from "../words.ts";

describe("bold-as-heading", () => {
  test.each([
    "## Words\n\nMore.",
    "**Bold** words.\n\nMore.",
    "**A whole sentence is bold.**\n\nMore.",
    "Select:\n\n**Continue**",
    "**Continue**\n\n## Next",
    "- **Bold**\n- **Bold**",
    "**Bold** `code`\n\nMore.",
  ])("accepts %j", async (body) => {
    expect(await marked(boldAsHeading, body)).toEqual([]);
  });

  test.each([
    ["**What you need**\n\nA phone.", ["What you need"]],
    ["<p><b>What <i>you</i> need:</b></p>\n<p>A phone.</p>", ["What <i>you</i> need:"]],
    ["__What you need__\n\n- a phone\n- a code", ["What you need"]],
  ])("marks the line in %j", async (body, words) => {
    expect(await marked(boldAsHeading, body)).toEqual(words);
  });
});
