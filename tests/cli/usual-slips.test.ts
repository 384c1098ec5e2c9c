import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { programFolder, runCommand } from "../support/run-command.ts";
import { makeDesk } from "./content-folder.ts";
import type { Desk } from "./content-folder.ts";
import { makeSlip, slips } from "./usual-slips.ts";

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly why: string;
  readonly fix: string;
}

let desk: Desk;
let saidBefore: ReadonlySet<string>;

beforeAll(async () => {
  desk = makeDesk();
  restore();
  saidBefore = new Set((await check()).map(inShort));
});
beforeEach(restore);
afterAll(() => desk.clear());

/** Puts this project's content into the desk, and beside it the list of pages of a build that was published. */
function restore(): void {
  desk.clear();
  cpSync(join(programFolder, "content"), desk.content, { recursive: true });
  const pages = [{ address: "/manage/change-your-name/", title: "Change your name", headings: [] }];
  writeFileSync(join(desk.folder, "pages.json"), JSON.stringify({ version: 1, pages }));
}

/** What `npm run check` finds, on a day on which no review of the content is overdue. */
async function check(): Promise<readonly Found[]> {
  const words = ["--content", "content", "--previous", "pages.json", "--today", "2026-10-21", "--format", "json"];
  const { stdout } = await runCommand(["check", ...words], { cwd: desk.folder });
  return (JSON.parse(stdout) as { readonly diagnostics: readonly Found[] }).diagnostics;
}

function inShort({ severity, rule, file, line, column }: Found): string {
  return `${severity} ${rule} ${file.replace("content/", "")}:${line}:${column}`;
}

test.each(slips)("$slip is found at its place, with what is wrong, why it matters and what to do", async (slip) => {
  makeSlip(desk.content, slip);
  const found = (await check()).filter((finding) => !saidBefore.has(inShort(finding)));
  expect(found.map(inShort)).toEqual(slip.found);
  const sentences = found.flatMap(({ message, why, fix }) => [message, why, fix]);
  for (const sentence of sentences) expect(sentence).toMatch(/^\S.{10,}$/);
  expect(sentences.join(" ")).toMatch(slip.says);
});
