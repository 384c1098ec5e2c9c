import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openLayouts } from "../../src/output/layouts.ts";
import { startPreview } from "../../src/output/preview.ts";
import { printSite } from "../../src/output/print-site.ts";
import { sitePages } from "../../src/output/render-pages.ts";
import type { Site } from "../../src/model/site.ts";
import { filesIn, manage, smallSite } from "./printed-files.ts";
import { assetsOfTest, reference, siteOf } from "./site-values.ts";

const layouts = openLayouts(join(import.meta.dirname, "../../layouts"));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "preview-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the preview", () => {
  const sources = (site: Site) => ({
    site,
    pages: sitePages({ site, layouts, assets: assetsOfTest.view }),
    assets: assetsOfTest,
    key: "",
  });

  test("lays pages out to the same bytes as the build", async () => {
    const request = { site: smallSite, layouts, assets: assetsOfTest, stage: join(folder, "stage"), commit: null };
    mkdirSync(request.stage);
    await printSite({ ...request, generator: { name: "help-centre", version: "1.2.3" } });
    mkdirSync(join(folder, "preview"));
    const change = await startPreview(join(folder, "preview")).update(sources(smallSite), []);
    const built = filesIn(join(folder, "stage"));
    const shown = filesIn(join(folder, "preview"));
    expect([...shown.keys()].filter((path) => path.endsWith(".html"))).toEqual(
      [...built.keys()].filter((path) => path.endsWith(".html")),
    );
    for (const [path, text] of shown) expect(text).toBe(built.get(path));
    expect(change.pages).toHaveLength(8);
  });

  test("writes only what has changed, and deletes what is gone with its folders", async () => {
    mkdirSync(join(folder, "preview"));
    const preview = startPreview(join(folder, "preview"));
    const before = { ...manage, html: "<p>Before</p>" };
    const articles = [{ file: "manage/passwords.md", hub: "manage" }];
    await preview.update(sources(siteOf({ hubs: [before], articles })), []);
    expect(await preview.update(sources(siteOf({ hubs: [before], articles })), [])).toMatchObject({
      changed: [],
      deleted: [],
    });

    const after = siteOf({ hubs: [{ ...before, html: "<p>After</p>" }], articles });
    expect(await preview.update(sources(after), [])).toMatchObject({ changed: ["manage/index.html"], deleted: [] });

    const without = await preview.update(sources(siteOf({})), []);
    expect(without.deleted).toEqual(["manage/index.html", "manage/passwords/index.html"]);
    expect(readdirSync(join(folder, "preview"))).not.toContain("manage");
  });

  test("has the catalogue of error references that scripts ask for, as it is now", async () => {
    mkdirSync(join(folder, "preview"));
    const preview = startPreview(join(folder, "preview"));
    const errorReferences = [reference({ code: "CID7023", title: "No connection" })];
    await preview.update(sources(siteOf({ errorReferences })), []);
    const file = filesIn(join(folder, "preview")).get("api/errors/CID7023.json");
    expect(JSON.parse(file ?? "")).toMatchObject({ code: "CID7023", title: "No connection" });

    const { changed, deleted } = await preview.update(sources(siteOf({})), []);
    expect(deleted).toContain("api/errors/CID7023.json");
    expect(changed).toContain("api/errors.json");
  });

  test("shows a picture, and none that has become a link to a file elsewhere", async () => {
    mkdirSync(join(folder, "preview"));
    const preview = startPreview(join(folder, "preview"));
    const diskPath = join(folder, "letter.png");
    const site = siteOf({ files: [{ path: "letter.png", diskPath, size: 7 }] });
    writeFileSync(diskPath, "picture");
    await preview.update(sources(site), []);
    expect(filesIn(join(folder, "preview")).get("letter.png")).toBe("picture");

    rmSync(diskPath);
    writeFileSync(join(folder, "secret"), "secret");
    symlinkSync("secret", diskPath);
    expect(await preview.update(sources(site), [])).toMatchObject({ changed: [], deleted: ["letter.png"] });
  });

  test("keeps the last good version of a page that does not load", async () => {
    mkdirSync(join(folder, "preview"));
    const preview = startPreview(join(folder, "preview"));
    await preview.update(sources(siteOf({ articles: [{ file: "codes.md", html: "<p>Good</p>" }] })), []);
    expect(await preview.update(sources(siteOf({})), ["codes.md"])).toMatchObject({ deleted: [] });
    expect(filesIn(join(folder, "preview")).get("codes/index.html")).toContain("<p>Good</p>");
    expect(await preview.update(sources(siteOf({})), [])).toMatchObject({ deleted: ["codes/index.html"] });
  });
});
