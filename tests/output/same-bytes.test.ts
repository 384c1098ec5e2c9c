import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const project = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "same-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Circumstances {
  readonly env?: Readonly<Record<string, string>>;
  readonly umask?: string;
  /** In which order the content's files come to be on the disk. */
  readonly order?: (names: readonly string[]) => readonly string[];
}

/** Builds the project's own content as a command, and gives every file of the site by its path. */
function built(
  name: string,
  { env = {}, umask = "022", order = (names) => names }: Circumstances,
): ReadonlyMap<string, string> {
  const [content, output] = [join(folder, name, "content"), join(folder, name, "_site")];
  mkdirSync(content, { recursive: true });
  for (const file of order(readdirSync(join(project, "content")))) {
    cpSync(join(project, "content", file), join(content, file), { recursive: true });
  }
  const node = `"${process.execPath}" --disable-proto=delete`;
  const build = `umask ${umask}; exec ${node} src/cli/main.ts build --content "${content}" --output "${output}"`;
  execFileSync("sh", ["-c", build], {
    cwd: project,
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const entries = readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return new Map(paths.map((path) => [path.slice(output.length + 1), readFileSync(path, "latin1")]));
}

const usual = built("usual", { env: { TZ: "UTC", LC_ALL: "C" } });

describe("a build of the same content gives the same bytes", () => {
  test.each<[string, string, Circumstances]>([
    ["in another time zone", "zone", { env: { TZ: "Asia/Kolkata" } }],
    ["where it is still yesterday", "yesterday", { env: { TZ: "Pacific/Pago_Pago" } }],
    ["in Turkish, where the capital of i is not I", "turkish", { env: { LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" } }],
    ["with files that only their owner may read", "private", { umask: "077" }],
    ["with the files written to the disk in another order", "reversed", { order: (names) => names.toReversed() }],
    ["in a folder with a space and an accent in its name", "an other é", {}],
  ])("%s", (_, name, circumstances) => {
    const other = built(name, circumstances);
    expect([...other.keys()]).toEqual([...usual.keys()]);
    for (const [path, bytes] of other) expect(bytes === usual.get(path), path).toBe(true);
  });

  test("with the paths of no machine in it", () => {
    for (const [path, bytes] of usual) {
      expect(bytes.includes(folder) || bytes.includes(project), path).toBe(false);
    }
  });
});
