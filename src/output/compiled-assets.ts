import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { compareText } from "../model/diagnostic.ts";
import { nhsukFolder } from "./nhsuk-frontend.ts";
import { shrinkStyles } from "./shrink-styles.ts";
import { sourceError } from "./source-error.ts";

/** The text of every compiled asset. */
export interface CompiledAssets {
  readonly styles: string;
  readonly formStyles: string;
  readonly searchStyles: string;
  readonly site: string;
  readonly enabled: string;
  readonly search: string;
  readonly "not-found": string;
  readonly references: string;
  readonly contact: string;
}

/** Names of the scripts in `scripts/`, without `.ts`: what `CompiledAssets` holds beside the styles. */
const scripts = ["site", "enabled", "search", "not-found", "references", "contact"] as const;

/** Goes up when this file compiles the same sources to something else. */
const recipe = 4;

/**
 * The compiled styles and scripts: from the cache where it holds them whole, else compiled and kept. A cache that cannot
 * be read or written costs time and nothing else.
 *
 * @throws SourceError where a style or a script does not compile
 */
export async function compiledAssets(assetsFolder: string, cacheFolder: string): Promise<CompiledAssets> {
  const file = join(cacheFolder, `assets-${inputsHash(assetsFolder)}.json`);
  const kept = readKept(file);
  if (kept) return kept;
  const main = await compileSheet(assetsFolder, "main.scss");
  const [styles, formStyles, searchStyles, bundles] = await Promise.all([
    shrinkStyles(main),
    compileSheet(assetsFolder, "form.scss", main).then(shrinkStyles),
    compileSheet(assetsFolder, "search.scss").then(shrinkStyles),
    compileScripts(assetsFolder),
  ]);
  const compiled = { styles, formStyles, searchStyles, ...bundles };
  keep(file, compiled);
  return compiled;
}

/** A hash of all that the result depends on: the folder's files, the packages that go into it, this recipe. */
function inputsHash(assetsFolder: string): string {
  const hash = createHash("sha256");
  const add = (part: string | Uint8Array): void => {
    // Each part with its length, so that no two lists of parts run together into the same bytes.
    hash.update(`${part.length}:`).update(part);
  };
  add(String(recipe));
  for (const name of ["nhsuk-frontend", "minisearch", "@github/combobox-nav", "sass", "lightningcss", "esbuild"]) {
    add(readFileSync(findPackageJSON(name, import.meta.url) ?? name));
  }
  add(readFileSync(new URL("./unused-classes.ts", import.meta.url)));
  // Scripts judge by the rules of the model.
  for (const folder of [fileURLToPath(new URL("../model", import.meta.url)), assetsFolder]) {
    for (const file of filesBelow(folder)) {
      add(relative(folder, file).split(sep).join("/"));
      add(readFileSync(file));
    }
  }
  return hash.digest("hex").slice(0, 32);
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted(compareText);
}

/** A kept result; `null` where there is none, or not all of it is as it was written. */
function readKept(file: string): CompiledAssets | null {
  try {
    const [checksum, json = ""] = readFileSync(file, "utf8").split("\n", 2);
    return checksum === checksumOf(json) ? (JSON.parse(json) as CompiledAssets) : null;
  } catch {
    return null;
  }
}

/** Keeps a result in place of older ones, in one step, so that a build beside this one never reads half of it. */
function keep(file: string, compiled: CompiledAssets): void {
  const folder = dirname(file);
  const json = JSON.stringify(compiled);
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) {
      if (/^assets-[0-9a-f]+\.json$/.test(name)) rmSync(join(folder, name), { force: true });
    }
    writeFileSync(unfinished, `${checksumOf(json)}\n${json}`);
    renameSync(unfinished, file);
  } catch {
    // The next build compiles again.
  }
}

function checksumOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * Compiles a sheet. Sass writes what a module says once: of a sheet that begins with `@use "main"`, all that comes after
 * main's own words is what it adds, and that alone is returned.
 *
 * @param before - the words of main.scss, as Sass writes them
 */
async function compileSheet(assetsFolder: string, sheet: string, before = ""): Promise<string> {
  const { compile, Exception, Logger } = await import("sass");
  const file = join(assetsFolder, "styles", sheet);
  try {
    const { css } = compile(file, { loadPaths: [nhsukFolder], charset: false, logger: Logger.silent });
    return css.startsWith(before) ? css.slice(before.length) : css;
  } catch (error) {
    if (!(error instanceof Exception)) throw error;
    const { url, start } = error.span;
    const path = url?.protocol === "file:" ? fileURLToPath(url) : file;
    throw sourceError(displayName(path, assetsFolder), start.line + 1, start.column + 1, error.sassMessage, error);
  }
}

async function compileScripts(
  assetsFolder: string,
): Promise<Omit<CompiledAssets, "styles" | "formStyles" | "searchStyles">> {
  const { build } = await import("esbuild");
  const bundles = scripts.map(async (name) => {
    try {
      const { outputFiles } = await build({
        entryPoints: [resolve(assetsFolder, "scripts", `${name}.ts`)],
        absWorkingDir: dirname(resolve(assetsFolder)),
        nodePaths: [dirname(dirname(nhsukFolder))],
        tsconfigRaw: "{}",
        bundle: true,
        minify: true,
        format: "esm",
        target: "es2020",
        charset: "utf8",
        legalComments: "none",
        logLevel: "silent",
        write: false,
      });
      return [name, outputFiles[0]?.text ?? ""] as const;
    } catch (error) {
      throw scriptError(error);
    }
  });
  return Object.fromEntries(await Promise.all(bundles)) as Omit<
    CompiledAssets,
    "styles" | "formStyles" | "searchStyles"
  >;
}

/** esbuild counts lines from 1 and columns from 0, and names files from the working folder. */
function scriptError(error: unknown): unknown {
  const { errors } = error as { errors?: readonly { text: string; location: ScriptPlace | null }[] };
  const first = errors?.[0];
  if (!first?.location) return error;
  const { file, line, column } = first.location;
  return sourceError(file, line, column + 1, first.text, error);
}

interface ScriptPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A path as a developer knows it: from the folder that holds the assets, with `/`. */
function displayName(path: string, assetsFolder: string): string {
  return relative(dirname(assetsFolder), path).split(sep).join("/");
}
