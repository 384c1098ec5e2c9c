/**
 * The real Chromium that tests drive: one that `CHROMIUM_PATH` names, else one that the system has, else the one
 * inside the package `@sparticuz/chromium`, which needs nothing from the system but a C library.
 */
import { execFileSync } from "node:child_process";
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync } from "node:fs";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";

/** What it takes to start a browser, for Playwright and Puppeteer alike. */
export interface BrowserLaunch {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

/** What a search for a browser looks at. */
export interface Surroundings {
  readonly platform: string;
  readonly architecture: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
}

/** `packed`: the browser inside the package must be unpacked. */
export type FoundBrowser = { readonly kind: "installed"; readonly path: string } | { readonly kind: "packed" };

/** Started as root, on machines with little shared memory, and with no way to any host but this machine. */
const launchArguments: readonly string[] = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
];

/** The surest first: on Ubuntu, `chromium-browser` may be a script that only asks for another package. */
const commandNames = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser"];

/** Where installers put a browser that is on no search path. */
const usualPlaces: Readonly<Record<string, readonly string[]>> = {
  darwin: [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ],
  win32: ["C:/Program Files/Google/Chrome/Application/chrome.exe"],
};

/**
 * Which browser to use.
 *
 * @throws Error if `CHROMIUM_PATH` names nothing, or if there is no browser and the packed one does not run here
 */
export function findBrowser({ platform, architecture, env, exists }: Surroundings): FoundBrowser {
  const named = env["CHROMIUM_PATH"];
  if (named) {
    if (exists(named)) return { kind: "installed", path: named };
    throw new Error(`CHROMIUM_PATH names ${named}, and there is no file of that name`);
  }
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = [
    ...commandNames.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...(usualPlaces[platform] ?? []),
  ];
  const path = candidates.find((candidate) => exists(candidate));
  if (path !== undefined) return { kind: "installed", path };
  if (platform === "linux" && architecture === "x64") return { kind: "packed" };
  throw new Error("No Chromium or Chrome was found: install one, or say where it is with CHROMIUM_PATH");
}

/**
 * How to start the browser of this machine; unpacks the packed one if it must.
 *
 * @param browser - which one; by default the one that `findBrowser` finds
 * @param cache - the folder in which the packed one is, or will be, unpacked
 */
export async function browserLaunch(
  browser: FoundBrowser = findBrowser(thisMachine()),
  cache: string = resolve("node_modules/.cache"),
): Promise<BrowserLaunch> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
  const args = [...launchArguments];
  if (browser.kind === "installed") return { executablePath: browser.path, args, env };

  const folder = await unpackedBrowser(cache);
  const libraries = [join(folder, "lib"), env["LD_LIBRARY_PATH"]].filter(Boolean).join(delimiter);
  return {
    executablePath: join(folder, "chromium"),
    args,
    env: { ...env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, "fonts.conf") },
  };
}

/** Starts the browser under Playwright. Close it when done. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ ...(await browserLaunch()), headless: true });
}

function thisMachine(): Surroundings {
  return { platform: process.platform, architecture: process.arch, env: process.env, exists: existsSync };
}

/**
 * The folder with the unpacked browser, its libraries and its fonts, inside `cache`. It is unpacked beside its place
 * and moved there whole, so that two test runs at once find all of it or nothing.
 */
async function unpackedBrowser(cache: string): Promise<string> {
  const packed = packedBrowserFolder();
  const { version } = JSON.parse(readFileSync(join(packed, "package.json"), "utf8")) as { version: string };
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;

  mkdirSync(cache, { recursive: true });
  const staging = mkdtempSync(join(cache, "chromium-unpacking-"));
  try {
    await Promise.all([
      inflate(join(packed, "bin/chromium.br"), join(staging, "chromium")),
      ...["al2023", "fonts", "swiftshader"].map((name) => unpack(join(packed, `bin/${name}.tar.br`), staging)),
    ]);
    chmodSync(join(staging, "chromium"), 0o755);
    writeFileSync(join(staging, "fonts.conf"), fontConfiguration(folder));
    moveUnlessThere(staging, folder);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  return folder;
}

function packedBrowserFolder(): string {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  return dirname(dirname(entry));
}

async function inflate(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}

async function unpack(archive: string, folder: string): Promise<void> {
  const tar = join(folder, `${archive.split("/").at(-1)}.tar`);
  await inflate(archive, tar);
  execFileSync("tar", ["-xf", tar, "-C", folder]);
  rmSync(tar);
}

/** Somebody else may have put the same browser there in the meantime: theirs is as good as ours. */
function moveUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}

function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}
