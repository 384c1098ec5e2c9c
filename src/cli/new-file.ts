import { lstat, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import { addressOf } from "../model/address.ts";
import type { NewPage } from "./new-answers.ts";

/** Words to write over. Nobody outside sees them: a new page is a draft. */
const bodies: Readonly<Record<NewPage["type"], readonly string[]>> = {
  article: [
    "Write here what people need to know.",
    "",
    "## What to do first",
    "",
    "1. Write the first step.",
    "2. Write the next step.",
  ],
  hub: [],
  page: ["Write here what people need to know."],
};

/** The whole text of a new page, with `\n` at line ends. */
export function newPageText({ type, title, subtitle, hub, name, position }: NewPage): string {
  const fields = { title, subtitle, type, name, hub: hub?.name ?? null, position, draft: true };
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== null)
    .map(([field, value]) => `${field}: ${stringify(value, { lineWidth: 0 }).trimEnd()}`);
  const body = bodies[type];
  return ["---", ...lines, "---", ...(body.length > 0 ? ["", ...body] : []), ""].join("\n");
}

/**
 * Writes a file that is not there yet into a content folder, following no link on the way.
 *
 * @param file - inside the folder, with `/`, every part of it a plain name
 * @returns what is in the way, as a sentence; `null` once it is written
 * @throws the file system's own error
 */
export async function writeNewFile(folder: string, file: string, text: string): Promise<string | null> {
  const parts = dirname(file).split("/");
  for (const [index] of parts.entries()) {
    const parent = parts.slice(0, index + 1).join("/");
    const stats = await lstat(join(folder, parent)).catch(() => null);
    if (stats !== null && !stats.isDirectory()) return `${parent} is not a folder.`;
  }
  const place = join(folder, file);
  await mkdir(dirname(place), { recursive: true });
  try {
    await writeFile(place, text, { flag: "wx" });
    return null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return `${file} is there already.`;
    throw error;
  }
}

/** What to do with a new page, in order. */
export function nextSteps({ type, file, name }: NewPage): readonly string[] {
  const fill =
    type === "hub"
      ? `Make pages for it: npm run new article -- --hub ${name ?? ""}`
      : "Open the file, and write your own words below the lines at the top.";
  return [
    fill,
    `npm start shows it while you write, at ${addressOf(file)}`,
    "npm run check says what to put right.",
    "When it is ready, delete the line draft: true. Until then it is not published.",
  ];
}
