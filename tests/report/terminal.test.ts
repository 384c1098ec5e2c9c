import { describe, expect, test } from "vitest";
import { codeFrame } from "../../src/report/code-frame.ts";
import { countInWords, terminalReport } from "../../src/report/terminal.ts";
import { deadLink, doubledWord } from "./diagnostics.ts";

const options = {
  folder: "content",
  sources: new Map([["manage/passwords.md", "One.\nTell [us now](/contcat) please.\n"]]),
  colour: false,
};

describe("terminalReport", () => {
  test("says where, what, why and what to do, with the line underlined", () => {
    expect(terminalReport([deadLink], options)).toMatchInlineSnapshot(`
      "content/manage/passwords.md: 1 error, 0 warnings

      content/manage/passwords.md:2:16 error (broken-link)
        The link leads to /contcat, and there is no such page
          |
        2 | Tell [us now](/contcat) please.
          |                ^^^^^^^^
        Why: A citizen who follows it would find an error page
        Do:  Change it to /contact
      "
    `);
  });

  test("names each file once, above what is said of it", () => {
    const report = terminalReport([doubledWord, deadLink, { ...deadLink, severity: "warning" }], options);
    const blocks = report.split("\n\n").map((block) => block.split("\n")[0]);
    expect(blocks).toEqual([
      "content/a b.md: 0 errors, 1 warning",
      "content/a b.md:7:4 warning (doubled-word)",
      "content/manage/passwords.md: 1 error, 1 warning",
      "content/manage/passwords.md:2:16 error (broken-link)",
      "content/manage/passwords.md:2:16 warning (broken-link)",
    ]);
  });

  test("lets nothing that it prints give an order to GitHub Actions", () => {
    const sources = new Map([["manage/passwords.md", "\n##[stop-commands]x [us](/contcat)"]]);
    const report = terminalReport([{ ...deadLink, message: "::error::x", why: "##[error]y" }], { ...options, sources });
    expect(report).toContain("##\u2060[stop-commands]x");
    expect(report).not.toMatch(/^\s*::|##\[/m);
  });

  test("lets no file name or message move the cursor or start a line", () => {
    const hostile = {
      ...deadLink,
      message: "a\u001B]0;x\u0007b",
      span: { ...deadLink.span, file: "a\n::error::b.md" },
    };
    const report = terminalReport([hostile], options);
    expect(report).toContain("content/a\uFFFD::error::b.md:2:16");
    // oxlint-disable-next-line no-control-regex
    expect(report).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/);
  });

  test("says the same in colour", () => {
    const coloured = terminalReport([deadLink], { ...options, colour: true });
    expect(coloured).toContain("\u001B[");
    // oxlint-disable-next-line no-control-regex
    expect(coloured.replace(/\u001B\[\d+m/g, "")).toBe(terminalReport([deadLink], options));
  });

  test("says nothing where nothing is wrong", () => {
    expect(terminalReport([], options)).toBe("");
  });

  test("leaves the line out where the file has none", () => {
    expect(terminalReport([{ ...deadLink, span: { ...deadLink.span, line: 9 } }], options)).not.toContain("|");
  });
});

describe("countInWords", () => {
  test("counts errors and warnings apart", () => {
    expect(countInWords([deadLink, { ...deadLink, severity: "warning" }, deadLink])).toBe("2 errors, 1 warning");
    expect(countInWords([])).toBe("0 errors, 0 warnings");
  });
});

describe("codeFrame", () => {
  test("shows the part of a long line that matters", () => {
    const text = `${"word ".repeat(100)}HERE and more`;
    const frame = codeFrame({ file: "a.md", line: 1, column: 501, endColumn: 505 }, text);
    const [, shown = "", marks = ""] = frame.split("\n");
    expect(shown.slice(marks.indexOf("^"), marks.lastIndexOf("^") + 1)).toBe("HERE");
    expect(shown.length).toBeLessThan(120);
  });

  test("keeps the marks under the words where the line has tabs", () => {
    expect(codeFrame({ file: "a.md", line: 1, column: 2, endColumn: 4 }, "\tab")).toBe("  |\n1 |  ab\n  |  ^^");
  });
});
