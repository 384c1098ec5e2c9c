import { describe, expect, test } from "vitest";
import { curlyApostrophe } from "../../../src/checks/rules/curly-apostrophe.ts";
import { marked, mended } from "../words.ts";

describe("curly-apostrophe", () => {
  test.each(['The GP surgery\'s "key"', "`it’s`", '<span lang="cy">i’w roi</span>', "5′ and 3″"])(
    "accepts %j",
    async (body) => {
      expect(await marked(curlyApostrophe, body)).toEqual([]);
    },
  );

  test.each(["See [It’s].\n\n[It’s]: https://www.nhs.uk/", "See [’r’][].\n\n[’r’]: https://www.nhs.uk/"])(
    "leaves %j to a person, for the link has its address by its words",
    async (body) => {
      expect(await marked(curlyApostrophe, body)).toEqual(["’"]);
      expect(await mended(curlyApostrophe, body)).toBe(body);
    },
  );

  test("marks a title and a subtitle", async () => {
    expect(await marked(curlyApostrophe, "Words.", { title: "It’s here", subtitle: '"It’s"' })).toEqual(["’", "’"]);
  });

  test("accepts them on a page in Welsh", async () => {
    expect(await marked(curlyApostrophe, "Mae’r cod yma.", { lang: "cy" })).toEqual([]);
  });

  test.each([
    ["The surgery’s key", ["’"], "The surgery's key"],
    ["The ‘key’ of “one”", ["‘"], "The 'key' of \"one\""],
    [
      "## It’s\n\nIt’s\n\n| It’s |\n| --- |\n| It’s |",
      ["’", "’", "’", "’"],
      "## It's\n\nIt's\n\n| It's |\n| --- |\n| It's |",
    ],
    ["It&rsquo;s", ["&rsquo;"], "It's"],
    ["[It’s](/a’s)", ["’"], "[It's](/a’s)"],
    [
      "<details><summary>It’s</summary>\n\n    Yes &#8217;s\n</details>",
      ["’", "&#8217;"],
      "<details><summary>It's</summary>\n\n    Yes 's\n</details>",
    ],
  ])("marks the first of each block of %j, and makes all straight", async (body, words, right) => {
    expect(await marked(curlyApostrophe, body)).toEqual(words);
    expect(await mended(curlyApostrophe, body)).toBe(right);
  });
});
