import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { generatorName, versionFile } from "../../src/output/machine-files.ts";
import { publish } from "../../src/output/publish.ts";
import type { Published } from "../../src/output/publish.ts";
import type { Failed } from "../../src/output/publish-failure.ts";

/** A folder of a test's own, with a project in it as the generator would be: `content` beside `_site`. */
export interface Desk {
  readonly folder: string;
  readonly output: string;
  readonly surroundings: { readonly project: string; readonly inputs: readonly string[] };
  readonly clear: () => void;
}

/** What one small site holds: paths and texts. */
export type SmallSite = Readonly<Record<string, string>>;

export function newDesk(root: string = tmpdir()): Desk {
  const folder = realpathSync(mkdtempSync(join(root, "desk-")));
  mkdirSync(join(folder, "content"));
  return {
    folder,
    output: join(folder, "_site"),
    surroundings: { project: folder, inputs: [join(folder, "content")] },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A site whose every page says the same word, so that a mixture of two can be told. */
export function siteSaying(word: string, pages = 3): SmallSite {
  return Object.fromEntries(
    Array.from({ length: pages }, (_, index) => [index === 0 ? "index.html" : `page-${index}/index.html`, word]),
  );
}

/** Publishes a small site, by the same function as the build. */
export function publishSmall(
  desk: Pick<Desk, "output" | "surroundings">,
  site: SmallSite,
  options: { readonly links?: boolean; readonly meanwhile?: () => unknown } = {},
): Promise<Published<{ readonly hash: string }> | Failed> {
  return publish({
    output: desk.output,
    surroundings: desk.surroundings,
    links: options.links ?? true,
    print: async (stage) => {
      for (const [path, text] of Object.entries(site)) {
        mkdirSync(dirname(join(stage, path)), { recursive: true });
        writeFileSync(join(stage, path), text);
      }
      await options.meanwhile?.();
      const hash = createHash("sha256").update(JSON.stringify(site)).digest("hex");
      const assets = Object.keys(site).filter((path) => path.startsWith("assets/"));
      const generator = { name: generatorName, version: "1" };
      const version = versionFile({ generator, content: hash, commit: null, assets });
      writeFileSync(join(stage, version.path), version.content);
      return { hash };
    },
  });
}

/** Every file of a published site but its `version.json`: what a reader can get. */
export function readSite(folder: string): SmallSite {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return Object.fromEntries(
    paths
      .filter((path) => path !== "version.json")
      .toSorted()
      .map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
}
