import { describe, expect, test } from "vitest";
import { applyEdits } from "../../src/report/apply-edits.ts";
import { article, inShort, page, siteFrom } from "../support/site-from.ts";

/** What is found in a file, the file with the edits of all of it, and what is found then. */
async function mended(file: string, text: string) {
  const { diagnostics } = await siteFrom({ [file]: text });
  const after = applyEdits(new Map([[file, text]]), diagnostics).texts.get(file) ?? text;
  const left = (await siteFrom({ [file]: after })).diagnostics;
  return { found: diagnostics.map(inShort), after, left: left.map(inShort) };
}

describe("a slip in a field's name", () => {
  test.each([
    ["titel", "title"],
    ["Title", "title"],
    ["short-title", "short_title"],
    ["pagename", "pageName"],
    ["ownr", "owner"],
  ])("is put right: %s", async (typed, meant) => {
    const text = page({ type: "page", [typed]: "Passwords" });
    const { found, after } = await mended("a.md", text);
    expect(found).toContain("warning unknown-field a.md:3:1");
    expect(after).toBe(text.replace(`${typed}:`, `${meant}:`));
  });

  test.each([
    ["note", "is another word"],
    ["hubs", "is too short to be sure of"],
    ["reviewer", "is like nothing"],
  ])("stays: %s %s", async (typed) => {
    const text = page({ type: "page", title: "A", [typed]: "A" });
    expect(await mended("a.md", text)).toMatchObject({ found: ["warning unknown-field a.md:4:1"], after: text });
  });

  test("stays where the right name is written as well", async () => {
    const text = article("Words.", { titel: "A" });
    expect((await mended("a.md", text)).after).toBe(text);
  });
});

describe("something before the fields", () => {
  test("is taken out where it is nothing but empty lines", async () => {
    const text = `\n  \n${article("Words.")}`;
    const { found, after, left } = await mended("a.md", text);
    expect(found).toEqual(["error front-matter-not-first a.md:3:1"]);
    expect([after, left]).toEqual([article("Words."), []]);
  });

  test("stays where it is words", async () => {
    const text = `Words\n${article("Words.")}`;
    expect((await mended("a.md", text)).after).toBe(text);
  });
});

test("the front page's type becomes hub", async () => {
  const text = page({ title: "Help", type: '"page"', subtitle: "All of it" });
  const { found, after, left } = await mended("index.md", text);
  expect(found).toEqual(["warning home-not-a-hub index.md:3:7"]);
  expect([after, left]).toEqual([text.replace('"page"', "hub"), []]);
});
