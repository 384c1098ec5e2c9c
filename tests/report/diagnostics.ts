/** Diagnostics for the tests of reports. */
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { replace } from "../../src/model/diagnostic.ts";

/** An error without edits. */
export const deadLink: Diagnostic = {
  rule: "broken-link",
  severity: "error",
  span: { file: "manage/passwords.md", line: 2, column: 16, endColumn: 24 },
  message: "The link leads to /contcat, and there is no such page",
  why: "A citizen who follows it would find an error page",
  fix: "Change it to /contact",
};

const doubled = { file: "a b.md", line: 7, column: 4, endColumn: 8 };

/** A warning with an edit. */
export const doubledWord: Diagnostic = {
  rule: "doubled-word",
  severity: "warning",
  span: doubled,
  message: 'The word "the" stands here twice',
  why: "A screen reader reads it twice",
  fix: "Delete one of them",
  edits: [replace(doubled, "")],
};

/** A diagnostic whose words and file name try to be more than words. */
export const hostile: Diagnostic = {
  ...deadLink,
  span: { ...deadLink.span, file: "a,line=9::b%0A\r\n::error::c.md" },
  message: "x\n::set-output name=a::b %0A ##[error]y",
  why: "::error::w\u001B[2J",
  fix: "\u2028::warning::f",
};
