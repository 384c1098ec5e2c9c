import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadSite } from "../../src/content/load-site.ts";
import type { Picture } from "../../src/model/picture.ts";
import { offeredWidths } from "../../src/model/picture.ts";
import { animation, lookAt, photograph, scene } from "../support/picture-files.ts";
import { article, inShort } from "../support/site-from.ts";

const options = { layouts: new Set(["article.njk", "hub.njk", "home.njk", "page.njk"]), drafts: false };
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "pictures-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Loads a site with one page and some files. */
async function load(body: string, files: Readonly<Record<string, string | Uint8Array>>) {
  await rm(folder, { recursive: true });
  for (const [path, content] of Object.entries({ ...files, "a.md": article(body) })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const { site, diagnostics } = await loadSite(folder, options);
  return { site, faults: diagnostics.map(inShort), pictures: site.files.map(({ picture }) => picture) };
}

/** What is known of a picture that a page shows. */
async function known(name: string, content: string | Uint8Array): Promise<Picture> {
  const { pictures, faults } = await load(`![Something](<${name}>)`, { [name]: content });
  expect(faults).toEqual([]);
  return pictures[0]!;
}

describe("the pictures of a content folder", () => {
  test("have a size, and are offered in AVIF and WebP, in no width larger than their own", async () => {
    const picture = await known("images/letter.png", await scene(700, 350).png().toBuffer());
    expect(picture).toMatchObject({ format: "png", width: 700, height: 350, isAnimated: false });
    expect(picture.stripped).toMatchObject({ path: "images/letter.png", format: "png", width: 700 });
    expect(picture.variants.map(({ format, width }) => `${format} ${width}`)).toEqual([
      "avif 320",
      "avif 700",
      "webp 320",
      "webp 700",
    ]);
    for (const { path, format, width } of picture.variants) {
      expect(path).toMatch(new RegExp(`^assets/letter-${width}-[0-9a-f]{10}\\.${format}$`));
    }
  });

  test("have other names for other bytes, and the same for the same", async () => {
    const pathsOf = async (bytes: Uint8Array) => (await known("a.png", bytes)).variants.map(({ path }) => path);
    const first = await pathsOf(await scene(400, 300).png().toBuffer());
    expect(await pathsOf(await scene(400, 300).png().toBuffer())).toEqual(first);
    const other = await pathsOf(await scene(400, 301).png().toBuffer());
    expect(other.filter((path) => first.includes(path))).toEqual([]);
    expect(new Set([...first, ...other]).size).toBe(first.length + other.length);
  });

  test.each(["images/a b(1).png", "images/ü.png", "images/,.png", "images/50%.png"])(
    "may be called %s: their variants have names that need no quoting",
    async (name) => {
      const { pictures } = await load(`![Something](<${name.replace("%", "%25")}>)`, { [name]: await scene(80, 80).png().toBuffer() });
      expect(pictures.map((picture) => picture?.path)).toEqual([name]);
      for (const { path } of pictures[0]!.variants) expect(path).toMatch(/^assets\/[a-z0-9-]+\.(avif|webp)$/);
    },
  );

  test("stand upright, and a photograph that says where it was taken is to be saved without that", async () => {
    const bytes = await photograph(900, 600);
    expect((await lookAt(bytes)).exif?.includes("SECRET-OWNER")).toBe(true);
    expect(await known("photo.jpg", bytes)).toMatchObject({ width: 600, height: 900, stripped: { path: "photo.jpg", width: 600 } });
  });

  test("have no smaller forms where they move, or are a few bytes", async () => {
    const gif = await known("moves.gif", await animation(120, 60));
    expect(gif).toMatchObject({ width: 120, height: 60, isAnimated: true, variants: [], stripped: { format: "gif" } });
    const dot = await known("dot.png", await scene(1, 1).png().toBuffer());
    expect(dot).toMatchObject({ width: 1, height: 1, variants: [], stripped: { format: "png" } });
  });

  test("that move as PNG stand still, with a warning, for they cannot be saved anew as they are", async () => {
    const png = await scene(200, 100).png().toBuffer();
    const at = png.indexOf("IDAT") - 4;
    const control = Buffer.concat([Buffer.from("acTL"), Buffer.from("0000000200000000", "hex")]);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crc32(control));
    const moving = Buffer.concat([png.subarray(0, at), Buffer.from("00000008", "hex"), control, crc, png.subarray(at)]);
    const { pictures, faults } = await load("![Something](moves.png)", { "moves.png": moving });
    expect(faults).toEqual(["warning stilled-picture moves.png:1:1"]);
    expect(pictures).toMatchObject([{ width: 200, isAnimated: false, stripped: { format: "png" } }]);
    const words = await scene(200, 100).withExif({ IFD0: { Copyright: "acTL" } }).png().toBuffer();
    expect(await known("words.png", words)).toMatchObject({ isAnimated: false });
  });

  test.each([
    ['viewBox="0 0 24 12"', 24, 12],
    ['viewBox="-5,-5 24.4 12"', 24, 12],
    ['width="2in" height="10mm"', 192, 38],
    ['width="48" viewBox="0 0 24 12"', 48, 24],
    ['height="24px" viewBox="0 0 24 12"', 48, 24],
    ['width="100%" height="100%" viewBox="0 0 24 12"', 24, 12],
    ['width="0" viewBox="0 0 0 0"', 300, 150],
    ["", 300, 150],
  ])("of which one is an SVG with %s is %i by %i", async (written, width, height) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${written}><rect width="9" height="9"/></svg>`;
    expect(await known("a.svg", svg)).toMatchObject({ format: "svg", width, height, variants: [], stripped: null });
  });

  test("that pages only lead to are offered in one form, and still keep to themselves where they were taken", async () => {
    const { pictures, faults } = await load("[The photograph](photo.jpg)", { "photo.jpg": await photograph(900, 600) });
    expect(faults).toEqual([]);
    expect(pictures).toMatchObject([{ variants: [], stripped: { path: "photo.jpg" } }]);
  });
});

describe("a file that is not the picture its name claims", () => {
  const html = "<!doctype html><title>Not found</title>";
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';

  test.each<[string, string, () => Promise<string | Uint8Array>]>([
    ["a web page", "a.png", async () => html],
    ["nothing", "a.png", async () => ""],
    ["a drawing with another name", "a.png", async () => svg],
    ["a JPEG that breaks off", "a.jpg", async () => (await scene(300, 200).jpeg().toBuffer()).subarray(0, 9000)],
    ["a PNG that breaks off", "a.png", async () => (await scene(300, 200).png().toBuffer()).subarray(0, 9000)],
    ["a WebP that breaks off", "a.webp", async () => (await scene(300, 200).webp().toBuffer()).subarray(0, 2000)],
    ["a word called a drawing", "a.svg", async () => "hello"],
    ["a drawing that breaks off", "a.svg", async () => svg.replace("/>", ">")],
    ["a drawing of 20 MB", "a.svg", async () => svg.replace("/>", `>${" ".repeat(20_000_000)}</svg>`)],
    ["a picture of another kind", "a.png", async () => scene(30, 20).tiff().toBuffer()],
    ["more pixels than a phone can hold", "a.png", async () => scene(10, 10).resize(8000, 7000, { kernel: "nearest" }).png({ compressionLevel: 1 }).toBuffer()],
  ])("stops the build where a page shows it: %s", async (_, name, content) => {
    const { faults, site } = await load(`![Something](${name})`, { [name]: await content() });
    expect(faults).toEqual([`error not-a-picture ${name}:1:1`]);
    expect(site.files).toEqual([]);
  });

  test("is no drawing for the library either: it opens none, whatever a page shows", async () => {
    await load("![Something](a.png)", { "a.png": svg });
    await expect(lookAt(Buffer.from(svg))).rejects.toThrow("unsupported image format");
  });

  test("does no harm where no page uses it", async () => {
    expect((await load("Words.", { "a.png": html })).faults).toEqual(["warning unused-file a.png:1:1"]);
  });

  test("is shown with a warning where it is a picture after all", async () => {
    const { faults, pictures } = await load("![Something](a.png)", { "a.png": await scene(300, 200).jpeg().toBuffer() });
    expect(faults).toEqual(["warning misnamed-picture a.png:1:1"]);
    expect(pictures).toMatchObject([{ format: "jpeg", width: 300 }]);
  });
});

test.each([
  ["a.png", "A.png"],
  ["\u00E9.png", "e\u0301.png"],
])("two pictures that many computers take for one stop the build: %s and %s", async (one, other) => {
  const files = { [one]: await scene(9, 9).png().toBuffer(), [other]: await scene(9, 8).png().toBuffer() };
  const { faults, site } = await load(`![One](<${one}>) ![Other](<${other}>)`, files);
  expect(faults.map((fault) => fault.replace(/ [^ ]*$/, ""))).toEqual(["error names-too-alike"]);
  expect(site.files).toHaveLength(1);
});

test("a file at a place of the build's own, where names end with a part of a hash, stops it", async () => {
  const name = "assets/letter-320-0123456789.webp";
  const { faults, site } = await load(`![Something](${name})`, { [name]: await scene(9, 9).webp().toBuffer() });
  expect(faults).toEqual([`error unusable-address ${name}:1:1`]);
  expect(site.files).toEqual([]);
});

test("a picture in a folder called assets is published, with a warning that browsers keep it for a year", async () => {
  const { faults, site } = await load("![Something](assets/a.png)", { "assets/a.png": await scene(9, 9).png().toBuffer() });
  expect(faults).toEqual(["warning kept-for-a-year assets/a.png:1:1"]);
  expect(site.files.map(({ path }) => path)).toEqual(["assets/a.png"]);
});

describe("offeredWidths", () => {
  test("names steps up to the picture's own width, and at most twice the column", () => {
    expect(offeredWidths(4000, 3000)).toEqual([320, 640, 960, 1280]);
    expect(offeredWidths(1000, 500)).toEqual([320, 640, 1000]);
    expect(offeredWidths(320, 200)).toEqual([320]);
    expect(offeredWidths(1, 1)).toEqual([1]);
  });

  test("names none for a picture that would have to be narrower than it is to be short enough for WebP", () => {
    expect(offeredWidths(1000, 16_383)).toEqual([320, 640, 1000]);
    expect(offeredWidths(1000, 16_384)).toEqual([]);
  });
});
