import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadSite } from "../../src/content/load-site.ts";
import type { FilesInMemory } from "../support/site-from.ts";
import { article, hub, inShort } from "../support/site-from.ts";

const options = { layouts: new Set(["article.njk", "hub.njk", "home.njk", "page.njk"]), drafts: false };
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "content-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function write(files: FilesInMemory): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}

async function faults(): Promise<readonly string[]> {
  return (await loadSite(folder, options)).diagnostics.map(inShort);
}

describe("loadSite", () => {
  test("reads a folder once and returns the site, its pages in order of their addresses", async () => {
    await write({ "b.md": article("B.", { title: "B" }), "a/c.md": article("C.", { title: "C", position: "2" }), "site.yml": "name: Help\n" });
    const { site, diagnostics } = await loadSite(folder, options);
    expect(diagnostics).toEqual([]);
    expect(site.articles.map(({ address, title }) => [address, title])).toEqual([
      ["/a/c/", "C"],
      ["/b/", "B"],
    ]);
    expect(site.settings.name).toBe("Help");
  });

  test("tells fifty faults in fifty files in one run, sorted by file", async () => {
    const names = Array.from({ length: 50 }, (_, n) => `page-${String(n).padStart(2, "0")}.md`);
    await write(Object.fromEntries(names.map((name) => [name, "---\ntitle: A: b\n---\n"])));
    expect(await faults()).toEqual(names.map((name) => `error malformed-yaml ${name}:2:8`));
  });

  test("tells all that is wrong with a page at once: its fields, its hub, its body and its links", async () => {
    await write({ "a.md": "---\ntitle: A\ntype: artcle\nhub: nowhere\n---\n[Gone](/gone/)\n\n<script>x()</script>\n" });
    expect(await faults()).toEqual([
      "error malformed-field a.md:3:7",
      "error unknown-hub a.md:4:6",
      "error broken-link a.md:6:8",
      "error unsafe-html a.md:8:1",
    ]);
  });

  test("reads the body even where the fields cannot be read", async () => {
    await write({ "a.md": "---\ntitle: A: b\n---\n[Gone](/gone/)\n" });
    expect(await faults()).toEqual(["error malformed-yaml a.md:2:8", "error broken-link a.md:4:8"]);
  });

  test("lets a draft be as unfinished as it likes", async () => {
    await write({ "a.md": "---\ndraft: true\n---\n[Gone](/gone/)\n", "b.md": article("Words.") });
    expect(await faults()).toEqual([]);
  });

  test("does not publish a link to a draft", async () => {
    await write({ "a.md": article("Words.", { draft: "true" }), "b.md": article("[The draft](a.md)") });
    expect(await faults()).toEqual(["error link-to-draft b.md:9:13"]);
  });

  test("names a page whose name ends in capitals", async () => {
    await write({ "PAGE.MD": article("Words."), "SITE.YML": "name: A" });
    expect(await faults()).toEqual(["warning not-content PAGE.MD:1:1", "warning not-content SITE.YML:1:1"]);
  });

  test("keeps the pages that passed beside the ones that did not", async () => {
    await write({ "good.md": article("Words."), "bad.md": "no fields" });
    const { site, leftOut } = await loadSite(folder, options);
    expect(site.articles.map(({ file }) => file)).toEqual(["good.md"]);
    expect(leftOut).toEqual(["bad.md"]);
  });

  test("builds a folder that holds nothing", async () => {
    const { site, diagnostics } = await loadSite(folder, options);
    expect(diagnostics).toEqual([]);
    expect(site.home.title).toBe("Help centre");
  });

  test("leaves hidden files, Git and installed packages alone without a word", async () => {
    await write({ ".DS_Store": "x", ".git/config.md": "x", "node_modules/a/readme.md": "x" });
    expect(await faults()).toEqual([]);
  });

  test.each(["page.html", "data.json", "hub.njk", "x.11ty.js", "page.11tydata.js", "old.markdown", "a.php"])(
    "leaves %s alone, with a warning",
    async (name) => {
      await write({ [name]: "{{ 7 * 7 }}" });
      const { site, diagnostics } = await loadSite(folder, options);
      expect(diagnostics.map(inShort)).toEqual([`warning not-content ${name}:1:1`]);
      expect(site.files).toEqual([]);
    },
  );

  test("publishes only the pictures that pages use, and names the others", async () => {
    await write({ "a.md": article("![A cat](cat.png)"), "dog.png": "png" });
    const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    await writeFile(join(folder, "cat.png"), Buffer.from(png, "base64"));
    const { site, diagnostics } = await loadSite(folder, options);
    expect(site.files.map(({ path, size }) => [path, size])).toEqual([["cat.png", 70]]);
    expect(diagnostics.map(inShort)).toEqual(["warning unused-file dog.png:1:1"]);
  });

  test("accepts a plain SVG and refuses one that could act", async () => {
    const picture = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">${inside}</svg>`;
    await write({ "a.md": article("![A square](a.svg)"), "a.svg": picture('<defs><g id="x"/></defs><use href="#x"/><rect width="1"/>') });
    expect(await faults()).toEqual([]);
    const xlink = 'xmlns:l="http://www.w3.org/1999/xlink"';
    for (const whole of [
      '<x:svg xmlns:x="http://www.w3.org/2000/svg"><x:script>alert(1)</x:script></x:svg>',
      `<!DOCTYPE svg [<!ATTLIST svg onload CDATA #FIXED 'alert(1)'>]>${picture("")}`,
      picture("<desc><template><script>alert(1)</script></template></desc>"),
      picture("<desc><textarea><script>alert(1)</script></textarea></desc>"),
      '<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:script>alert(1)</h:script></h:html>',
      picture(`<a ${xlink} l:href="javascript:alert(1)"><rect width="1"/></a>`),
      picture("<![CDATA[<script>]]>"),
      `<?xml-stylesheet href="a.css"?>${picture("")}`,
      '<?xml version="1.0" encoding="UTF-7"?><svg xmlns="http://www.w3.org/2000/svg"/>',
      "\uFEFF<svg\0/>",
    ]) {
      await write({ "a.svg": whole });
      expect(await faults(), whole).toEqual(["error active-picture a.svg:1:1"]);
    }
    await writeFile(join(folder, "a.svg"), Buffer.from(`\uFEFF${picture("<script>alert(1)</script>")}`, "utf16le"));
    expect(await faults()).toEqual(["error active-picture a.svg:1:1"]);
    for (const active of [
      "<script>alert(1)</script>",
      '<rect onload="alert(1)"/>',
      "<foreignObject><p>a</p></foreignObject>",
      '<image href="https://example.org/a.png"/>',
      '<use xlink:href="data:image/svg+xml,a"/>',
      '<rect style="fill:url(https://example.org)"/>',
      "<style>@import 'https://example.org'</style>",
    ]) {
      await write({ "a.svg": picture(active) });
      expect(await faults(), active).toEqual(["error active-picture a.svg:1:1"]);
    }
  });

  test("keeps pages, files and the build's own files from taking one path", async () => {
    await write({ "a.md": article("[The file](b.txt) [Robots](robots.txt)"), "b.txt": "x", "b.txt.md": article("B."), "robots.txt": "x" });
    expect(await faults()).toEqual([
      "error duplicate-address b.txt.md:1:1",
      "error unusable-address robots.txt:1:1",
    ]);
  });

  test("never follows a link on disk, whatever it leads to", async () => {
    await write({ "real/a.md": article("Words.") });
    await symlink("/etc/passwd", join(folder, "passwd.md"));
    await symlink("/etc", join(folder, "folder"));
    await symlink("nowhere", join(folder, "dangling.md"));
    await symlink("loop.md", join(folder, "loop.md"));
    await symlink("/etc/passwd", join(folder, "real/picture.png"));
    expect(await faults()).toEqual([
      "error symbolic-link dangling.md:1:1",
      "error symbolic-link folder:1:1",
      "error symbolic-link loop.md:1:1",
      "error symbolic-link passwd.md:1:1",
      "error symbolic-link real/picture.png:1:1",
    ]);
  });

  test("does not hang on a pipe, and reads a folder named like a page as a folder", async () => {
    execFileSync("mkfifo", [join(folder, "pipe.md")]);
    await mkdir(join(folder, "folder.md"));
    expect(await faults()).toEqual(["warning not-a-regular-file folder.md:1:1", "error not-a-regular-file pipe.md:1:1"]);
  });

  test("refuses a page over 1 MB before it reads it", async () => {
    await write({ "long.md": article("word ".repeat(300_000)) });
    expect(await faults()).toEqual(["error file-too-large long.md:1:1"]);
  });

  test.skipIf(process.getuid?.() === 0)("names a file that it may not read (root may read all: then there is nothing to try)", async () => {
    await write({ "secret.md": article("Words.") });
    await chmod(join(folder, "secret.md"), 0o000);
    expect(await faults()).toEqual(["error unreadable-file secret.md:1:1"]);
  });

  test("gives the same site whatever the order of the files on disk", async () => {
    const files = { "a.md": article("A.", { position: "2" }), "b.md": article("B.", { position: "2" }), "h.md": hub("h") };
    await write(files);
    const one = await loadSite(folder, options);
    await rm(folder, { recursive: true });
    await mkdir(folder);
    await write(Object.fromEntries(Object.entries(files).toReversed()));
    expect((await loadSite(folder, options)).site.lists).toEqual(one.site.lists);
  });
});
