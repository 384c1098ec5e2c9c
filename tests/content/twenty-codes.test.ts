/** A folder that names twenty codes in every way that editors do, and what the register makes of each. */
import { beforeAll, describe, expect, test } from "vitest";
import { rules } from "../../src/checks/rules.ts";
import { runRules } from "../../src/checks/run-rules.ts";
import type { Site } from "../../src/model/site.ts";
import { article, inShort, siteFrom } from "../support/site-from.ts";

const files = {
  "a.md": article(
    `Words above all headings.

## CID2001: Heading, code first

Words.

## Heading, hyphen and code last - Reference CID2022

Words. [Contact us](/contact?error=CID2022).

## Heading, en dash and code last – CID2043

Words.

## Heading, colon and code last: reference CID2064

Words.

## Heading, code in brackets (CID2085)

Words.

## Heading with two codes - CID2106 and CID2127

Words. [Contact us](/contact?error=CID2106).

## In words

If you see CID2148, wait.

## In a link

Wait. [Contact us](/contact?error=CID2169).

## In words and in a link

If you see CID2190, wait. [Contact us](/contact?error=CID2190).

::: expander Seen CID2211?

Words.

:::

## CID2232: Twice, the first of two

## CID2232: Twice, the second

## cid2253: Small letters in a heading

## CID2O74: Letter O in a heading

## Small letters in a link

[Contact us](/contact?error=cid2295).

## A full stop in a link

[Contact us](/contact?error=CID2316.)

## A table

| code    | what it means |
| ------- | ------------- |
| CID2337 | No connection |

## Code

\`\`\`
CID2358
\`\`\`

\`CID2379\`

## A picture

![A screen that says CID2400](/screen.png)

## CID 2421: A space in a heading

<h2>CID2442: Heading in HTML</h2>

## **CID2463**: Bold heading

## The code CID2484 in the middle of a heading

## CID2505
`,
    { title: "All codes" },
  ),
  "b.md": article("## Of a draft: CID2526\n", { title: "Draft", position: "2", draft: "true" }),
  "c.md": article("## CID2547: Cymraeg\n\n## CID2001: Cymraeg\n", { title: "Cymraeg", position: "3", lang: "cy" }),
  "d.md": article("## CID2148: Below a heading of another file\n\n## CID2001: Another file\n", {
    title: "Later",
    position: "4",
  }),
  "e.md": article("## Below CID25689 and XCID2569\n\n[Contact us](/contact?error=CID25)\n", {
    title: "CID2590",
    position: "5",
  }),
  "screen.png": "x",
};

/** What is made of each: its title, and where it is at home. */
const expected: readonly (readonly [code: string, title: string, home: string])[] = [
  ["CID2001", "Heading, code first", "/a/#cid2001-heading-code-first"],
  ["CID2022", "Heading, hyphen and code last", "/a/#heading-hyphen-and-code-last---reference-cid2022"],
  ["CID2043", "Heading, en dash and code last", "/a/#heading-en-dash-and-code-last--cid2043"],
  ["CID2064", "Heading, colon and code last", "/a/#heading-colon-and-code-last-reference-cid2064"],
  ["CID2085", "Heading, code in brackets", "/a/#heading-code-in-brackets-cid2085"],
  ["CID2106", "Heading with two codes", "/a/#heading-with-two-codes---cid2106-and-cid2127"],
  ["CID2127", "Heading with two codes", "/a/#heading-with-two-codes---cid2106-and-cid2127"],
  ["CID2148", "Below a heading of another file", "/d/#cid2148-below-a-heading-of-another-file"],
  ["CID2169", "In a link", "/a/#in-a-link"],
  ["CID2190", "In words and in a link", "/a/#in-words-and-in-a-link"],
  ["CID2211", "Seen CID2211?", "/a/#seen-cid2211"],
  ["CID2232", "Twice, the first of two", "/a/#cid2232-twice-the-first-of-two"],
  ["CID2295", "Small letters in a link", "/a/#small-letters-in-a-link"],
  ["CID2316", "A full stop in a link", "/a/#a-full-stop-in-a-link"],
  ["CID2337", "A table", "/a/#a-table"],
  ["CID2379", "Code", "/a/#code"],
  ["CID2442", "Heading in HTML", "/a/#cid2442-heading-in-html"],
  ["CID2463", "Bold heading", "/a/#cid2463-bold-heading"],
  ["CID2484", "The code CID2484 in the middle of a heading", "/a/#the-code-cid2484-in-the-middle-of-a-heading"],
  ["CID2505", "All codes", "/a/#cid2505"],
  ["CID2547", "Cymraeg", "/c/#cid2547-cymraeg"],
  ["CID25689", "Below CID25689 and XCID2569", "/e/#below-cid25689-and-xcid2569"],
];

let site: Site;
beforeAll(async () => {
  ({ site } = await siteFrom(files));
});

describe("a code that is named", () => {
  test.each(expected)("%s is called %j and is at home in %s", (code, title, home) => {
    const found = site.errorReferences.find((reference) => reference.code === code);
    expect(found?.title).toBe(title);
    expect(`${found?.home?.address}#${found?.home?.headingId}`).toBe(home);
  });

  test("is all that there is: none in small letters, with an O or a space, in a block of code, a picture or a draft", () => {
    expect(site.errorReferences.map(({ code }) => code)).toEqual(expected.map(([code]) => code));
  });
});

test("the check says which of them cannot be found or do not reach support", () => {
  const references = rules.filter(({ kind }) => kind === "references");
  expect(runRules(references, site).map(inShort)).toMatchInlineSnapshot(`
    [
      "warning reference-without-contact a.md:11:4",
      "warning reference-without-contact a.md:19:37",
      "warning reference-without-contact a.md:23:44",
      "warning reference-without-contact a.md:27:31",
      "warning reference-without-contact a.md:31:41",
      "warning reference-never-named a.md:41:35",
      "warning reference-without-contact a.md:47:19",
      "warning reference-without-contact a.md:53:4",
      "warning reference-documented-twice a.md:55:4",
      "warning misspelled-code a.md:57:4",
      "warning misspelled-code a.md:59:4",
      "warning malformed-contact-link a.md:63:14",
      "warning reference-never-named a.md:63:29",
      "warning malformed-contact-link a.md:67:14",
      "warning reference-never-named a.md:67:29",
      "warning misspelled-code a.md:87:4",
      "warning reference-without-contact a.md:89:5",
      "warning reference-without-contact a.md:91:6",
      "warning reference-without-contact a.md:93:13",
      "warning reference-without-contact a.md:95:4",
      "warning reference-without-contact c.md:10:4",
      "warning reference-without-contact d.md:9:4",
      "warning reference-documented-twice d.md:11:4",
      "warning reference-without-contact e.md:9:10",
      "warning malformed-contact-link e.md:11:14",
    ]
  `);
});
