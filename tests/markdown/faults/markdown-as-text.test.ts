import { describe, expect, test } from "vitest";
import { slips } from "../../../src/markdown/faults/markdown-as-text.ts";
import { allFaults, fixed, render } from "../render.ts";

/** What is said, where, of the marks in some Markdown. */
function said(markdown: string): readonly string[] {
  const found = render(markdown).diagnostics.filter(({ rule }) => rule === "markdown-as-text");
  return found.map(({ message, span }) => {
    const slip = Object.entries(slips).find(([, words]) => words.message === message)?.[0];
    return `${span.line}:${span.column}-${span.endColumn} ${slip}`;
  });
}

describe("markdown-as-text", () => {
  test.each([
    ["numbers and tags", "#1 and #hashtag\n\n#hashtag\n\n## 2 steps\n\n####### seven"],
    ["figures", "-5\n-6\n\n1.5\n2.5\n\n2 * 3 ** 4\n\n10.30am\n11.30am"],
    ["notes", "Price* and cost**.\n\n*Terms apply\n\n**Terms apply"],
    ["hidden letters", "It shows as ****** or ***ab.\n\n**********"],
    ["a minus or a dash alone", "-one\n\nWords\n– like these.\n\nMore.\n\n– Jane"],
    ["a note below a colon", "Open at:\n\n*Terms apply"],
    ["emphasis at the front of lines", "*one*\n*two*\n\n**One** and\n**two**"],
    ["brackets", "Press [Enter] (or wait). See [1] (page 2), a[i][j], [a] [b] and (a)[1]."],
    ["links", "[a](/b) [c][d] [d]\n\n[**e** [f]](https://example.org/)\n\n[d]: https://example.org/"],
    ["what is escaped", "\\##a \\*\\*b \\[c](https://d) \\[e][f f]\n\n\\##g\n\n\\-h\n\\-i"],
    ["code", "`[a] (https://b)` `**c` `[d d][e e]`\n\n```\n##a\n-b\n-c\n```"],
    ["colons", "a :: b\n\n:: a\n\nwarning:: b\n\n: inset"],
    ["cells", "| a | b |\n| - | - |\n| –c | • d |\n| –e | • f |"],
    ["addresses with stars", "https://example.org/**/a and [b](https://example.org/?**c)"],
  ])("lets %s be", (_, markdown) => {
    expect(said(markdown)).toEqual([]);
  });

  test.each([
    ["Words.\n\n##Heading", "3:1-3 heading"],
    ["> ###**B**", "1:3-6 heading"],
    ["-one\n-two", "1:1-5 listWithoutSpace"],
    ["Words\n*one\n*two", "2:1-5 listWithoutSpace"],
    ["1.one\n2.two", "1:1-6 listWithoutSpace"],
    ["-one\n\n-two", "1:1-5 listWithoutSpace", "3:1-5 listWithoutSpace"],
    ["You need:\n\n-one", "3:1-5 listWithoutSpace"],
    ["- one\n-two", "2:1-5 listWithoutSpace"],
    ["-\u00A0one", "1:1-6 listWithOtherSpace"],
    ["1.\u00A0one\n2.\u00A0two", "1:1-7 listWithOtherSpace"],
    ["• one", "1:1-6 listFromElsewhere"],
    ["– one\n– two", "1:1-6 listFromElsewhere"],
    ["See [GOV.UK] (https://www.gov.uk/).", "1:5-35 linkInTwoParts"],
    ["a [b](https://www.nhs.uk and", "1:3-25 linkNotClosed"],
    ["[a](/my page)", "1:1-8 linkNotClosed"],
    ["(a b)[https://www.nhs.uk/]", "1:1-27 linkTurnedRound"],
    ["- [a b][nosuch]", "1:3-16 linkToNoReference"],
    ["a **not closed", "1:3-5 bold"],
    ["a ** bold** b", "1:3-5 bold"],
    ["a **bold ** b", "1:3-5 bold"],
    ["a\n\n:: expander A\n\nb", "3:1-12 box"],
    [":::\u00A0inset\n\na", "1:1-10 box"],
  ])("names what shows in %j", (markdown, ...places) => {
    expect(said(markdown)).toEqual(places);
  });

  test.each([
    ["##Heading", "## Heading"],
    ["> ##Heading", "> ## Heading"],
    ["##Heading\nwords", "##Heading\nwords"],
    ["##Heading {.a}", "##Heading {.a}"],
    ["-one\n-two", "- one\n- two"],
    ["Words:\n1.one\n2.two", "Words:\n1. one\n2. two"],
    ["> -\u00A0one\n> -\u00A0\u00A0two", "> - one\n> - two"],
    ["•\tone\n•two", "- one\n- two"],
    ["-one\n-two\nmore", "-one\n-two\nmore"],
    ["-one\n• two", "-one\n• two"],
    ["• 1. one", "• 1. one"],
    ["[a] (https://www.nhs.uk/)", "[a] (https://www.nhs.uk/)"],
  ])("makes of %j, where it is plain what was meant, %j", (markdown, mended) => {
    expect(fixed(markdown, "markdown-as-text")).toBe(mended);
  });

  test("says nothing more of what its edits have made", () => {
    expect(allFaults("## Heading\n\n- one\n- two")).toEqual([]);
  });

  test.each([
    ["square brackets", "[".repeat(100_000)],
    ["words in brackets", "[a] ".repeat(50_000)],
    ["two brackets that never end", `[ab][${"a".repeat(200_000)}`],
    ["round brackets", "(a)".repeat(50_000)],
    ["stars", "**a ".repeat(20_000)],
    ["colons and spaces", `:::${" ".repeat(100_000)}\u00A0${" ".repeat(100_000)}a`],
    ["spaces that never break", `-${"\u00A0".repeat(100_000)}`],
    ["items", "-a\n".repeat(20_000)],
  ])(
    "comes to an end with %s",
    (_, markdown) => {
      expect(render(markdown).body.html).not.toBe("");
    },
    20_000,
  );
});
