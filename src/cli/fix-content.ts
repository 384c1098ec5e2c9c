import { join } from "node:path";
import type { LoadedSite } from "../content/load-site.ts";
import { readFiles } from "../content/read-files.ts";
import type { SourceFile } from "../content/read-files.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { compareText } from "../model/diagnostic.ts";
import { applyEdits } from "../report/apply-edits.ts";
import { openFixable, plainText } from "./fixable-file.ts";
import type { FixableFile } from "./fixable-file.ts";
import { assembleAndCheck } from "./load-and-check.ts";
import type { CheckOptions } from "./load-and-check.ts";

/** Each round finds what stood in the way of another, such as an expander in an expander. */
const mostRounds = 10;

/** A file, as it stands on the disk and as it ought to. */
export interface FixedFile extends FixableFile {
  readonly file: string;
  readonly after: string;
  /** How many diagnostics were put right in it. */
  readonly count: number;
}

/** What can be put right in a content folder. Nothing is written yet. */
export interface FixedContent {
  /** The site as it was found. */
  readonly before: LoadedSite;
  /** In order of the files. */
  readonly files: readonly FixedFile[];
  /** Files with something to put right that are left as they are, and why. */
  readonly refused: ReadonlyMap<string, string>;
  /** Whether nothing more would change. */
  readonly isSettled: boolean;
}

/**
 * Puts right in memory what can be put right, again and again until nothing changes.
 *
 * @param chosen - those diagnostics, of all that were found, whose edits are wanted
 */
export async function fixContent(
  folder: string,
  options: CheckOptions,
  chosen: (diagnostics: readonly Diagnostic[]) => readonly Diagnostic[],
): Promise<FixedContent> {
  const content = await readFiles(folder);
  const before = await assembleAndCheck(content, options);
  const desk: Desk = { opened: new Map(), refused: new Map(), texts: new Map() };
  const counts = new Map<string, number>();
  let isSettled = false;
  let loaded = before;
  for (let round = 1; round <= mostRounds; round += 1) {
    const wanted = chosen(loaded.diagnostics);
    await openFiles(folder, wanted, before.sources, desk);
    const { texts, applied } = applyEdits(desk.texts, wanted);
    isSettled = [...texts].every(([file, text]) => desk.texts.get(file) === text);
    if (isSettled) break;

    for (const file of applied.flatMap(({ edits: [first] = [] }) => first?.file ?? []))
      counts.set(file, (counts.get(file) ?? 0) + 1);
    for (const [file, text] of texts) desk.texts.set(file, text);
    const sources = content.sources.map((source) => withText(source, desk.texts.get(source.file)));
    loaded = await assembleAndCheck({ ...content, sources }, options);
  }
  const files = [...desk.opened]
    .map(([file, found]): FixedFile => {
      return { file, ...found, after: desk.texts.get(file) ?? found.text, count: counts.get(file) ?? 0 };
    })
    .filter(({ text, after }) => text !== after)
    .toSorted((a, b) => compareText(a.file, b.file));
  return { before, files, refused: desk.refused, isSettled };
}

/** The files that are being put right, or that were to be. */
interface Desk {
  readonly opened: Map<string, FixableFile>;
  readonly refused: Map<string, string>;
  /** The text of each opened file so far. */
  readonly texts: Map<string, string>;
}

/** Opens the files that edits are about, once each. */
async function openFiles(
  folder: string,
  wanted: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  { opened, refused, texts }: Desk,
): Promise<void> {
  for (const { file } of wanted.flatMap(({ edits = [] }) => edits)) {
    const source = sources.get(file);
    if (source === undefined || opened.has(file) || refused.has(file)) continue;
    const reading = await openFixable({ path: file, diskPath: join(folder, file) }, source);
    if (reading.ok) {
      opened.set(file, reading.file);
      texts.set(file, reading.file.text);
    } else refused.set(file, reading.reason);
  }
}

function withText(source: SourceFile, text: string | undefined): SourceFile {
  return text === undefined ? source : { ...source, text: plainText(text) };
}
