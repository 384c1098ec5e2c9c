import { expect, test } from "vitest";
import { terminalReport } from "../../src/report/terminal.ts";
import { article, siteFrom } from "../support/site-from.ts";
import { readDocument } from "./documents.ts";

test("the message that editors are shown part by part is the one that they get", async () => {
  const sample = /```text\n([^]*?)```/.exec(readDocument("docs/editors/messages.md"))?.[1] ?? "";
  const [, line = "", words = ""] = /^ +(\d+) \| (.*)$/m.exec(sample) ?? [];
  // The body of an article starts at line 9.
  const page = article("\n".repeat(Number(line) - 9) + words);
  const { diagnostics, sources } = await siteFrom({ "manage/passwords.md": page });
  const report = terminalReport(diagnostics, { folder: "content", sources, colour: false });
  expect(report).toBe(`content/manage/passwords.md: 1 error, 0 warnings\n\n${sample}`);
});
