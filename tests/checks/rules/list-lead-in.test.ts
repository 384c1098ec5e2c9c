import { describe, expect, test } from "vitest";
import { listLeadIn } from "../../../src/checks/rules/list-lead-in.ts";
import { marked } from "../words.ts";

describe("list-lead-in", () => {
  test.each([
    "You need:\n\n- a phone\n- a code",
    "## What you need\n\n- a phone\n- a code",
    "You need this.\n\n- A phone\n- A code",
    "You need this.\n\n1. a phone\n2. a code",
    "You need this.\n\n---\n\n- a phone\n- a code",
    "What do you need?\n\n- a phone\n- a code",
    "- a phone\n- a code",
    "You need this.\n\n- one thing",
    "- fruit\n  - apples\n  - pears\n- bread",
    "You need this.\n\n- `a`\n- `b`",
    "::: expander You need this\n- a phone\n- a code\n:::",
    "Words.\n\n::: urgent Call if\n- it burns\n- it bleeds\n:::",
    "![A phone.](phone.png)\n\n- a phone\n- a code",
  ])("accepts %j", async (body) => {
    expect(await marked(listLeadIn, body)).toEqual([]);
  });

  test.each([
    ["You need this\n\n- a phone\n- a code", ["this"]],
    ["You need **this.**\n- a phone\n- a code", ["this."]],
    ["<p>You need this</p><ul><li>a phone</li><li>a code</li></ul>", ["this"]],
    ["1. You need this\n   - a phone\n   - a code", ["this"]],
  ])("marks the last word before the list in %j", async (body, words) => {
    expect(await marked(listLeadIn, body)).toEqual(words);
  });
});
