import { createHash } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadSite } from "../../src/content/load-site.ts";
import type { Site } from "../../src/model/site.ts";
import { openLayouts } from "../../src/output/layouts.ts";
import { readVersion } from "../../src/output/machine-files.ts";
import { encodedPictures, makePictures } from "../../src/output/pictures.ts";
import { startPreview } from "../../src/output/preview.ts";
import { printSite } from "../../src/output/print-site.ts";
import { systemFailure } from "../../src/output/publish-failure.ts";
import { sitePages } from "../../src/output/render-pages.ts";
import { animation, lookAt, photograph, scene } from "../support/picture-files.ts";
import { article } from "../support/site-from.ts";
import { filesIn } from "./printed-files.ts";
import { assetsOfTest } from "./site-values.ts";

const layouts = openLayouts(join(import.meta.dirname, "../../layouts"));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pictures-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A site with one page and some files, as it is loaded from a disk. */
async function siteOn(files: Readonly<Record<string, string | Uint8Array>>, body: string): Promise<Site> {
  for (const [path, content] of Object.entries({ ...files, "a.md": article(body) })) {
    mkdirSync(dirname(join(folder, "content", path)), { recursive: true });
    writeFileSync(join(folder, "content", path), content);
  }
  const { site } = await loadSite(join(folder, "content"), { layouts: layouts.names, drafts: false });
  return site;
}

async function print(site: Site, name: string, cacheFolder = join(folder, "cache")) {
  const stage = join(folder, name);
  mkdirSync(stage);
  const generator = { name: "help-centre", version: "1.2.3" };
  const printed = await printSite({ site, layouts, assets: assetsOfTest, cacheFolder, stage, generator, commit: null });
  return { ...printed, files: filesIn(stage), path: (file: string) => join(stage, file) };
}

const isPicture = (path: string) => /\.(png|jpg|gif|webp|avif)$/.test(path);

describe("the pictures of a site", () => {
  test("are published in every width and format that the page names, and each is what its name says", async () => {
    const site = await siteOn(
      { "images/letter.png": await scene(900, 450).png().toBuffer() },
      "![A letter](images/letter.png)",
    );
    const { files, path } = await print(site, "stage");
    const named = [...(files.get("a/index.html") ?? "").matchAll(/\/(assets\/\S+\.(avif|webp)) (\d+)w/g)];
    expect(named).toHaveLength(6);
    for (const [, file = "", format, width] of named) {
      const { compression, format: read, ...size } = await lookAt(readFileSync(path(file)));
      expect({ format: compression === "av1" ? "avif" : read, width: size.width, height: size.height }).toEqual({
        format,
        width: Number(width),
        height: Math.round(Number(width) / 2),
      });
    }
    expect(await lookAt(readFileSync(path("images/letter.png")))).toMatchObject({ format: "png", width: 900 });
    expect([...files.keys()].filter(isPicture)).toHaveLength(7);
    expect(readVersion(files.get("version.json") ?? "")?.assets).toEqual(
      [...files.keys()].filter((file) => file.startsWith("assets/")).toSorted(),
    );
  });

  test("stand upright, and none tells where it was taken or by whom", async () => {
    const site = await siteOn(
      { "photo.jpg": await photograph(900, 600), "linked.jpg": await photograph(90, 60) },
      "![A photograph](photo.jpg)\n\n[Another](linked.jpg)",
    );
    const { files, path } = await print(site, "stage");
    const pictures = [...files.keys()].filter(isPicture);
    expect(pictures).toHaveLength(6);
    for (const file of pictures) {
      const { exif, xmp, orientation, width, height } = await lookAt(readFileSync(path(file)));
      expect([exif, xmp, orientation, width < height], file).toEqual([undefined, undefined, undefined, true]);
      expect(files.get(file)).not.toContain("SECRET-OWNER");
    }
    expect(await lookAt(readFileSync(path("photo.jpg")))).toMatchObject({ format: "jpeg", width: 600, height: 900 });
  });

  test("that are drawings are published byte for byte; those that move still move", async () => {
    const files = {
      "moves.gif": await animation(60, 40),
      "a.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>',
    };
    const printed = await print(await siteOn(files, "![It moves](moves.gif)\n\n![A line](a.svg)"), "stage");
    const { pages } = await lookAt(files["moves.gif"]);
    expect(pages).toBeGreaterThan(1);
    expect(await lookAt(readFileSync(printed.path("moves.gif")))).toMatchObject({ format: "gif", pages });
    expect(printed.files.get("a.svg")).toBe(files["a.svg"]);
    expect([...printed.files.keys()].filter((file) => /^assets\/.*(avif|webp)$/.test(file))).toEqual([]);
  });

  test("that lie there twice are made once", async () => {
    const bytes = await scene(300, 200).png().toBuffer();
    const { files } = await print(
      await siteOn({ "a/x.png": bytes, "b/x.png": bytes }, "![X](a/x.png) ![X](b/x.png)"),
      "stage",
    );
    expect([...files.keys()].filter(isPicture)).toHaveLength(4);
  });

  test("have the same bytes from the cache, without it, and from one that is broken", async () => {
    const site = await siteOn({ "photo.jpg": await photograph(300, 200) }, "![A photograph](photo.jpg)");
    const first = await print(site, "first");
    const kept = readdirSync(join(folder, "cache/pictures")).map((name) => join(folder, "cache/pictures", name));
    expect(kept).toHaveLength(3);
    const long = new Date(0);
    for (const file of kept) utimesSync(file, long, long);
    expect((await print(site, "again")).files).toEqual(first.files);

    for (const file of kept) writeFileSync(file, readFileSync(file).fill(0, 40, 60));
    expect((await print(site, "mended")).files).toEqual(first.files);
    writeFileSync(join(folder, "no-folder"), "");
    expect((await print(site, "without", join(folder, "no-folder"))).files).toEqual(first.files);
  });

  test("are not read again while the cache holds them", async () => {
    const site = await siteOn({ "photo.jpg": await photograph(300, 200) }, "![A photograph](photo.jpg)");
    const first = await print(site, "first");
    rmSync(join(folder, "content/photo.jpg"));
    expect((await print(site, "again")).files).toEqual(first.files);
  });
});

describe("a picture that changes while the site is printed", () => {
  const changed = (diskPath: string) => ({
    exitCode: 3,
    message: `Could not read ${diskPath}: it changed while the site was built`,
    fix: "Build again",
  });

  test.each<[string, (place: string) => unknown]>([
    ["another file", (place) => writeFileSync(place, "another")],
    ["a link", (place) => [rmSync(place), writeFileSync(`${place}-2`, "secret"), symlinkSync(`${place}-2`, place)]],
  ])("is not published: by then it is %s", async (_, change) => {
    const files = { "a.gif": await animation(60, 40), "b.jpg": await photograph(300, 200) };
    const site = await siteOn(files, "![A](a.gif) ![B](b.jpg)");
    const place = join(folder, "content/a.gif");
    change(place);
    const error = await print(site, "stage").catch((thrown: unknown) => thrown);
    expect(systemFailure(error)?.failure).toEqual(changed(place));

    writeFileSync(join(folder, "content/b.jpg"), "another");
    const [, photo] = site.files;
    const made = await makePictures(photo!, encodedPictures(photo!), null).catch((thrown: unknown) => thrown);
    expect(systemFailure(made)?.failure).toEqual(changed(join(folder, "content/b.jpg")));
  });

  test("is named where it cannot be made", async () => {
    const [file] = (await siteOn({ "a.png": await scene(300, 200).png().toBuffer() }, "![A](a.png)")).files;
    writeFileSync(file!.diskPath, "no picture");
    const hash = createHash("sha256").update("no picture").digest("hex");
    const broken = { ...file!, picture: { ...file!.picture!, hash } };
    await expect(makePictures(broken, encodedPictures(broken).slice(0, 1), null)).rejects.toThrow(
      /^a\.png: it cannot be saved as PNG \(/,
    );
  });
});

describe("the preview of a site with pictures", () => {
  test("holds the same files as the build, and takes away what a page no longer shows", async () => {
    const files = { "photo.jpg": await photograph(300, 200), "letter.png": await scene(300, 200).png().toBuffer() };
    const site = await siteOn(files, "![A photograph](photo.jpg)\n\n![A letter](letter.png)");
    const built = await print(site, "stage");
    mkdirSync(join(folder, "preview"));
    const preview = startPreview(join(folder, "preview"));
    const sources = (site: Site) => ({
      site,
      assets: assetsOfTest,
      pages: sitePages({ site, layouts, assets: assetsOfTest.view }),
      key: "",
      cacheFolder: join(folder, "cache"),
    });
    await preview.update(sources(site), []);
    const shown = filesIn(join(folder, "preview"));
    for (const [path, text] of shown) expect(text === built.files.get(path), path).toBe(true);
    expect([...shown.keys()].filter(isPicture)).toEqual([...built.files.keys()].filter(isPicture));
    expect(await preview.update(sources(site), [])).toMatchObject({ changed: [], deleted: [] });

    const { deleted } = await preview.update(sources(await siteOn({}, "![A letter](letter.png)")), []);
    expect(deleted.toSorted()).toEqual([...shown.keys()].filter((path) => path.includes("photo")));
  });
});
