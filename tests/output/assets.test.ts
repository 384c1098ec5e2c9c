import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildAssets } from "../../src/output/assets.ts";
import type { BuiltAssets } from "../../src/output/assets.ts";
import { SourceError } from "../../src/output/source-error.ts";

const temporary = mkdtempSync(join(tmpdir(), "assets-"));
afterAll(() => rmSync(temporary, { recursive: true }));

/** A small site's assets, which compile at once, with a cache of their own. */
function smallAssets(changes: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(temporary, "site-"));
  const files = {
    "styles/main.scss": '@use "part";\n',
    "styles/form.scss": "d {\n  e: f;\n}\n",
    "styles/search.scss": "f {\n  g: h;\n}\n",
    "styles/_part.scss": "a {\n  b: c;\n}\n",
    "scripts/site.ts": 'import { word } from "./word.ts";\ndocument.title = word;\n',
    "scripts/word.ts": 'export const word: string = "one";\n',
    "scripts/enabled.ts": "document.body.id = 'on';\n",
    "scripts/search.ts": "document.body.id = 'search';\n",
    "scripts/not-found.ts": "document.body.id = 'not-found';\n",
    "scripts/references.ts": "document.body.id = 'references';\n",
    "scripts/contact.ts": "document.body.id = 'contact';\n",
    "images/icon.svg": "<svg/>",
    ...changes,
  };
  for (const name of ["styles", "scripts", "images"]) mkdirSync(join(folder, "assets", name), { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, "assets", name), content);
  const assetsFolder = join(folder, "assets");
  const cacheFolder = join(folder, "cache");
  return {
    assetsFolder,
    cacheFolder,
    build: () => buildAssets({ assetsFolder, cacheFolder, identity: { ...identity, url: null, pathPrefix: "/" } }),
    cached: () => join(cacheFolder, readdirSync(cacheFolder)[0] ?? "nothing"),
  };
}

const identity = {
  name: "Login help centre",
  lang: "en-GB",
  url: "https://help.example.org/help/",
  pathPrefix: "/help/",
  nhsIdentity: false,
};

function textOf({ files }: BuiltAssets, name: RegExp): string {
  return Buffer.from(files.find((file) => name.test(file.path))?.content ?? []).toString("utf8");
}

function manifestOf(files: BuiltAssets["files"]) {
  const file = files.find(({ path }) => /manifest/.test(path));
  return JSON.parse(Buffer.from(file?.content ?? []).toString("utf8")) as {
    readonly icons: readonly { src: string }[];
  };
}

async function messageOf(building: Promise<unknown>): Promise<string> {
  const error: unknown = await building.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(SourceError);
  return (error as Error).message;
}

describe("this site's assets", () => {
  const build = (nhsIdentity: boolean) =>
    buildAssets({
      assetsFolder: "assets",
      cacheFolder: join(temporary, "cache"),
      identity: { ...identity, nhsIdentity },
    });
  let nhs: BuiltAssets;
  let plain: BuiltAssets;
  beforeAll(async () => {
    nhs = await build(true);
    plain = await build(false);
  });

  test("are each under a name that holds a hash of what is in them, in order", () => {
    for (const { files } of [nhs, plain]) {
      for (const { path, content } of files) {
        const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
        expect(path).toMatch(new RegExp(`^assets/[a-z0-9-]+-${hash}\\.[a-z]+$`));
        expect(content.byteLength).toBeGreaterThan(50);
      }
      expect(files.map((file) => file.path)).toEqual(files.map((file) => file.path).toSorted());
    }
  });

  test("are all there where pages look for them, the path prefix in front", () => {
    for (const { view, files } of [nhs, plain]) {
      const hrefs = Object.values(view).filter((href) => href !== null);
      expect(hrefs.length).toBeGreaterThanOrEqual(5);
      const paths = new Set(files.map((file) => `/help/${file.path}`));
      expect(hrefs.filter((href) => !paths.has(href))).toEqual([]);
    }
  });

  test("hold nothing of the NHS's identity without it", () => {
    expect(
      Object.entries(plain.view)
        .filter(([, href]) => href === null)
        .map(([name]) => name),
    ).toEqual(["favicon", "touchIcon", "maskIcon", "shareImage"]);
    expect(plain.view.faviconSvg).toMatch(/^\/help\/assets\/icon-[0-9a-f]{10}\.svg$/);
    expect(plain.files.filter((file) => /favicon|nhsuk-icon-(mask|\d)/.test(file.path))).toEqual([]);
  });

  test("name in the manifest only icons that are there", () => {
    for (const [{ files }, count] of [
      [nhs, 6],
      [plain, 1],
    ] as const) {
      const { icons } = manifestOf(files);
      const paths = new Set(files.map((file) => `/help/${file.path}`));
      expect(icons.length).toBe(count);
      expect(icons.filter((icon) => !paths.has(icon.src))).toEqual([]);
    }
  });

  test("say in the manifest what the site is called and where it starts, and make no app of it", () => {
    expect(manifestOf(plain.files)).toMatchObject({
      name: "Login help centre",
      lang: "en-GB",
      start_url: "/help/",
      scope: "/help/",
      display: "browser",
    });
  });

  test("have styles whose pictures are there, that ask no other host, and that leave no function of Sass behind", () => {
    const styles = textOf(nhs, /site-.*\.css$/);
    const pictures = [...styles.matchAll(/url\("?([^")]+)"?\)/g)].map((match) => `assets/${match[1]}`);
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.filter((path) => !nhs.files.some((file) => file.path === path))).toEqual([]);
    expect(styles.replace(/:root\{--app-site-origin[^}]*\}/, "")).not.toMatch(/https?:|@font-face|Frutiger|@import/);
    expect(styles).not.toMatch(/nhsuk-[a-z-]+\(/);
  });

  test("know the site's address, for links on paper, where there is one", async () => {
    expect(textOf(nhs, /site-.*\.css$/)).toContain(':root{--app-site-origin:"https://help.example.org"}');
    const unknown = await buildAssets({
      assetsFolder: "assets",
      cacheFolder: join(temporary, "cache"),
      identity: { ...identity, url: null },
    });
    expect(textOf(unknown, /site-.*\.css$/)).not.toContain(":root{--app-site-origin");
  });

  test("have scripts without comments and types that run as modules, and one that runs at once", () => {
    // What is loaded later is named by the page, never by the script.
    expect(textOf(nhs, /\/site-.*\.js$/)).not.toMatch(/\bimport\b(?!\(\w+\))|\/\*/);
    expect(textOf(nhs, /\/enabled-/)).not.toMatch(/\b(import|export)\b/);
  });

  test("are the same bytes from the cache as compiled anew", async () => {
    rmSync(join(temporary, "cache"), { recursive: true });
    expect(await build(true)).toEqual(nhs);
    expect(await build(true)).toEqual(nhs);
  });
});

describe("the cache", () => {
  test("is used while no input has changed", async () => {
    const site = smallAssets();
    await site.build();
    const [, json = ""] = readFileSync(site.cached(), "utf8").split("\n");
    const changed = json.replace("b:c", "b:from-cache");
    writeFileSync(site.cached(), `${createHash("sha256").update(changed).digest("hex")}\n${changed}`);
    expect(textOf(await site.build(), /site-.*\.css$/)).toContain("from-cache");
  });

  test.each([
    ["styles/_part.scss", "a {\n  b: two;\n}\n", /site-.*\.css$/],
    ["scripts/word.ts", 'export const word: string = "two";\n', /\/site-.*\.js$/],
  ])("is not used when %s has changed, and holds only the newest", async (file, content, result) => {
    const site = smallAssets();
    await site.build();
    writeFileSync(join(site.assetsFolder, file), content);
    expect(textOf(await site.build(), result)).toContain("two");
    expect(readdirSync(site.cacheFolder)).toHaveLength(1);
  });

  test.each([
    ["cut off", (bytes: Buffer) => bytes.subarray(0, -20)],
    ["empty", () => Buffer.alloc(0)],
    [
      "changed in one bit",
      (bytes: Buffer) => Buffer.from(bytes.map((byte, index) => (index === 100 ? byte ^ 1 : byte))),
    ],
  ])("is made again when it is %s", async (_, damage) => {
    const site = smallAssets();
    const built = await site.build();
    const whole = readFileSync(site.cached());
    writeFileSync(site.cached(), damage(whole));
    expect(await site.build()).toEqual(built);
    expect(readFileSync(site.cached())).toEqual(whole);
  });

  test("does not matter where it cannot be written", async () => {
    const site = smallAssets();
    writeFileSync(site.cacheFolder, "a file where the folder would be");
    expect(textOf(await site.build(), /site-.*\.css$/)).toBe("a{b:c}");
  });
});

describe("a mistake", () => {
  test("in a style names its file, line and column", async () => {
    const site = smallAssets({ "styles/_part.scss": "a {\n  b: $nowhere;\n}\n" });
    expect(await messageOf(site.build())).toBe("assets/styles/_part.scss:2:6: Undefined variable.");
  });

  test("in a script names its file, line and column", async () => {
    const site = smallAssets({ "scripts/word.ts": 'export const word = "one\n' });
    expect(await messageOf(site.build())).toBe("assets/scripts/word.ts:1:25: Unterminated string literal");
  });

  test("in a name that a script imports names the place of the import", async () => {
    const site = smallAssets({ "scripts/site.ts": '\nimport "./nowhere.ts";\n' });
    expect(await messageOf(site.build())).toBe('assets/scripts/site.ts:2:8: Could not resolve "./nowhere.ts"');
  });

  test("leaves what was kept before as it was", async () => {
    const site = smallAssets();
    const built = await site.build();
    const before = join(temporary, "before");
    cpSync(site.assetsFolder, before, { recursive: true });
    writeFileSync(join(site.assetsFolder, "styles/_part.scss"), "a {\n");
    await messageOf(site.build());
    cpSync(before, site.assetsFolder, { recursive: true });
    expect(await site.build()).toEqual(built);
  });
});
