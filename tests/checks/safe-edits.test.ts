import { describe, expect, test } from "vitest";
import { rules } from "../../src/checks/rules.ts";
import { runRules } from "../../src/checks/run-rules.ts";
import { applyEdits } from "../../src/report/apply-edits.ts";
import type { FilesInMemory } from "../support/site-from.ts";
import { article, siteFrom } from "../support/site-from.ts";

const file = "page.md";
const wordRules = rules.filter(({ kind }) => kind === "words");

/** A page when every edit of the rules on words has been made. */
async function fixed(source: string, others: FilesInMemory = {}): Promise<string> {
  const { site } = await siteFrom({ [file]: source, ...others });
  return applyEdits(new Map([[file, source]]), runRules(wordRules, site)).texts.get(file) ?? source;
}

describe("an edit in a heading or a summary", () => {
  test.each([
    ["## It’s a code.", "## It's a code"],
    ["::: expander It’s a code\nWords.\n:::", "::: expander It's a code\nWords.\n:::"],
    ["::: warning Don't wait\nWords.\n:::", "::: warning Do not wait\nWords.\n:::"],
  ])("is made where its id stays: %j", async (body, right) => {
    expect(await fixed(article(body))).toBe(article(right));
  });

  test.each([
    "## If you can't sign in\n\nWords.",
    "## Send an e-mail\n\nWords.",
    "## Wait ten minutes\n\nWords.",
    "## Open 9am-5pm\n\nWords.",
    "<h2>If you can't sign in</h2>",
    "::: expander You don't have a code\nWords.\n:::",
    "<details><summary>Wait ten minutes</summary>\n\nWords.\n</details>",
  ])("is not made where another id would be made of %j", async (body) => {
    expect(await fixed(article(body))).toBe(article(body));
  });

  test("is not made where a link leads by its older id", async () => {
    const page = article("## Enter: your code.\n\nWords.");
    const other = (address: string) => ({ "other.md": article(`[Go there](${address})`, { position: "2" }) });
    expect(await fixed(page, other("/page/#enter-your-code"))).toBe(page.replace("code.", "code"));
    expect(await fixed(page, other("/page/#enter%3A-your-code."))).toBe(page);
    expect(await fixed(page, other("/page/#enter:-your-code."))).toBe(page);
  });
});

describe("an edit in a link", () => {
  test("is made where its words stay", async () => {
    expect(await fixed(article("See [it’s here](/contact)."))).toBe(article("See [it's here](/contact)."));
  });

  test.each(["See [an e-mail](/contact).", "See [an *e-mail*](/contact).", '<a href="/contact">an e-mail</a>'])(
    "is not made where they are the name of something: %j",
    async (body) => {
      expect(await fixed(article(body))).toBe(article(body));
    },
  );
});

describe("an edit in a field", () => {
  test.each([
    ["Don’t send the the e-mail.", "Do not send the email"],
    ['"Codes: e-mail them"', '"Codes: email them"'],
    ["'The surgery''s e-mail'", "'The surgery''s e-mail'"],
    ["'The surgery’s key'", "'The surgery’s key'"],
    ['"The “key” to it"', '"The “key” to it"'],
    ["“The key” to it", "“The key” to it"],
    ["‘The key’ to it’s end", "‘The key’ to it’s end"],
    ["The “key” to it", 'The "key" to it'],
    [">-\n  Send the the\n  e-mail", ">-\n  Send the the\n  e-mail"],
    ["True.", "True."],
  ])("is made where it leaves the same YAML: %j", async (title, right) => {
    let now = article("Words.", { title });
    for (let round = 0; round < 4; round++) now = await fixed(now);
    expect(now).toBe(article("Words.", { title: right }));
  });
});
