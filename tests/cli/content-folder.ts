/** Content folders on the disk, for tests of commands. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { FilesInMemory } from "../support/site-from.ts";

/** A folder of its own for one test, with `content` in it. */
export interface Desk {
  readonly folder: string;
  readonly content: string;
  /** Where a file of the content stands on the disk. */
  readonly at: (file: string) => string;
  readonly write: (files: FilesInMemory) => void;
  readonly clear: () => void;
}

/** Makes a desk. Whoever makes it clears it. */
export function makeDesk(): Desk {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "check-")));
  const content = join(folder, "content");
  mkdirSync(content);
  const at = (file: string) => join(content, file);
  return {
    folder,
    content,
    at,
    write: (files) => {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(dirname(at(file)), { recursive: true });
        writeFileSync(at(file), text);
      }
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}
