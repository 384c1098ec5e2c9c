import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const packageFile = createRequire(import.meta.url).resolve("nhsuk-frontend/package.json");

/** The folder that its macros (`nhsuk/components/…`) and its styles (`nhsuk/core`) are found from. */
export const nhsukFolder: string = join(dirname(packageFile), "dist");

/** Reads a file below `nhsukFolder`. */
export function readNhsukFile(path: string): Uint8Array {
  return readFileSync(join(nhsukFolder, path));
}
