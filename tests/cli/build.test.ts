import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { programFolder, runCommand } from "../support/run-command.ts";
import type { FilesInMemory } from "../support/site-from.ts";
import { article, hub, page } from "../support/site-from.ts";

let folder = "";
const content = () => join(folder, "content");
const output = () => join(folder, "site");
const build = (...args: readonly string[]) =>
  runCommand(["build", "--content", content(), "--output", output(), ...args]);
const built = (path: string) => readFileSync(join(output(), path), "utf8");

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "build-"));
  await mkdir(content());
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function write(files: FilesInMemory): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(content(), file)), { recursive: true });
    await writeFile(join(content(), file), text);
  }
}

/** Every file of a tree with a hash of its content. */
function fingerprint(root: string): Readonly<Record<string, string>> {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).toSorted();
  return Object.fromEntries(
    files
      .filter((file) => statSync(join(root, file)).isFile())
      .map((file) => [
        file,
        createHash("sha256")
          .update(readFileSync(join(root, file)))
          .digest("hex"),
      ]),
  );
}

describe("npm run build", () => {
  test("builds a folder and says what it did in a few lines", async () => {
    await write({
      "a.md": article("Words."),
      "h/index.md": hub("h", { position: "2" }),
      "h/b.md": article("B.", { title: "B", hub: "h" }),
    });
    const { exitCode, stdout, stderr } = await build();
    expect([exitCode, stderr]).toEqual([0, ""]);
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]).toMatch(
      /^Built 7 pages: 1 home, 1 hub, 2 articles, 1 search page, 1 contact page, 1 not-found page$/,
    );
    expect(lines[1]).toBe("No warnings");
    expect(lines[2]).toMatch(/^[0-9.]+ [KM]B in [0-9]+ files, [0-9.]+ s$/);
    expect(lines.at(-1)).toContain(output());
    expect(built("h/b/index.html")).toContain("<h1");
  });

  test("makes the front page from the hubs and articles of home where there is no index.md", async () => {
    await write({
      "a.md": article("Words."),
      "h/index.md": hub("h", { position: "2" }),
      "h/b.md": article("B.", { title: "In h", hub: "h" }),
    });
    await build();
    const home = built("index.html");
    expect(home).toContain('href="/a/"');
    expect(home).toContain('href="/h/"');
    expect(home).not.toContain("In h");
  });

  test("publishes nothing when there is an error, and prints every one with its place", async () => {
    await write({ "a.md": article("Words.") });
    await build();
    const before = fingerprint(output());

    await write({ "a.md": article("[Gone](/gone/) and [gone](/gone-too/)"), "b.md": "---\ntitle: B\n" });
    const { exitCode, stderr, stdout } = await build();
    expect(exitCode).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("a.md:9:");
    expect(stderr.match(/error \(broken-link\)/g)).toHaveLength(2);
    expect(stderr).toContain("error (front-matter-not-closed)");
    expect(stderr).toMatch(/3 errors\. Nothing was published/);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(fingerprint(output())).toEqual(before);
  });

  test("takes away the pages whose source is gone", async () => {
    await write({ "a.md": article("Words."), "b.md": article("B.", { title: "B", position: "2" }) });
    await build();
    expect(existsSync(join(output(), "b/index.html"))).toBe(true);
    await rm(join(content(), "b.md"));
    await build();
    expect(existsSync(join(output(), "b"))).toBe(false);
    expect(built("index.html")).not.toContain("/b/");
  });

  test("publishes a release and a link to it", async () => {
    await write({ "a.md": article("Words.") });
    await build();
    expect(readlinkSync(output())).toMatch(/^site\.releases\/1-[0-9a-f]{12}$/);
    await write({ "a.md": article("Other words.") });
    await build();
    expect(readlinkSync(output())).toMatch(/^site\.releases\/2-[0-9a-f]{12}$/);
  });

  test("keeps the release where nothing has changed, and says so", async () => {
    await write({ "a.md": article("Words.") });
    await build();
    const { exitCode, stdout } = await build();
    expect(exitCode).toBe(0);
    expect(stdout).toContain("\nNothing has changed since the last build\n");
    expect(readlinkSync(output())).toMatch(/^site\.releases\/1-[0-9a-f]{12}$/);
    expect(readdirSync(`${output()}.releases`)).toHaveLength(1);
  });

  test("gives the same bytes in another time zone, locale and folder", async () => {
    await cp(join(programFolder, "content"), content(), { recursive: true });
    await build();
    const other = join(folder, "another place");
    await cp(content(), other, { recursive: true });
    await runCommand(["build", "--content", other, "--output", join(folder, "again")], {
      env: { TZ: "Asia/Kolkata", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" },
    });
    expect(fingerprint(join(folder, "again"))).toEqual(fingerprint(output()));
  });

  test("puts the path prefix before every address of the site", async () => {
    await write({
      "a.md": article("[Home](/) [B](b.md#words) [Contact](/contact?error=CID1234)"),
      "b.md": article("## Words\n\nB.", { title: "B", position: "2" }),
    });
    const { exitCode } = await build("--url", "https://example.org/", "--path-prefix", "help");
    expect(exitCode).toBe(0);
    const html = built("a/index.html");
    const hrefs = [...html.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, href = ""]) => href);
    const astray = hrefs.filter((href) => !/^(\/help\/|https:\/\/example\.org\/help\/|#)/.test(href));
    expect(astray).toEqual([]);
    expect(html).toContain('href="/help/b/#words"');
    expect(html).toContain('href="/help/contact/CID1234/"');
    expect(built("sitemap.xml")).toContain("<loc>https://example.org/help/a/</loc>");
  });

  test("leaves drafts out, and takes them in with --drafts", async () => {
    await write({ "a.md": article("Words.", { draft: "true" }) });
    await build();
    expect(existsSync(join(output(), "a"))).toBe(false);
    await build("--drafts");
    expect(existsSync(join(output(), "a"))).toBe(true);
  });

  test("takes a folder of years ago as it is: other files, older layouts, old HTML, no registers", async () => {
    await write({
      "hub.njk": "{{ content }}",
      "data.json": "{}",
      "index.11tydata.js": "throw new Error('run')",
      "manage/index.md": page({ title: "Manage", type: "hub", name: "manage", hub: "home", layout: "layouts/hub.njk" }),
      "manage/a.md": page(
        {
          title: "Old page",
          type: "article",
          hub: "manage",
          position: "1",
          layout: "layouts/article-wide.njk",
          pageName: "Old Page",
        },
        '<p style="color:red" align="center">Words</p>\n<center>In the <font color="red">middle</font></center>\n<a href="http://example.org" target="_blank">Out</a></br>\n',
      ),
    });
    const { exitCode, stderr, stdout } = await build();
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/warnings \(npm run check shows where\)/);
    const html = built("manage/a/index.html");
    expect(html).toContain("In the middle");
    expect(html).not.toMatch(/style=|<font|<center|align=|target=/);
  });

  test.each([
    [["--output", "/"], "whole disk"],
    [["--url", "nonsense"], "--url must be a web address"],
    [["--path-prefix", "/a b/"], "--path-prefix is a path"],
    [["--content", "/nowhere/at/all"], "There is no folder"],
    [["--content", "/proc/self/fdinfo"], "There is not one page"],
    [["--nosuch"], "npm run build -- --help"],
  ])("refuses %j in a sentence, with 2, before it writes anything", async (args, sentence) => {
    await write({ "a.md": article("Words.") });
    const { exitCode, stderr, stdout } = await build(...args);
    expect(exitCode).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(existsSync(output())).toBe(false);
  });

  test("refuses to put the site over the content", async () => {
    await write({ "a.md": article("Words.") });
    const { exitCode, stderr } = await runCommand(["build", "--content", content(), "--output", content()]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("folder that is read");
    expect(existsSync(join(content(), "a.md"))).toBe(true);
  });
});

describe("every command", () => {
  test.each(["build", "check", "serve", "rollback"])("%s explains itself with --help", async (command) => {
    const { exitCode, stdout } = await runCommand([command, "--help"]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("--help");
  });

  test("that is not there is answered with those that are", async () => {
    const { exitCode, stderr } = await runCommand(["bild"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('There is no command "bild"');
    expect(stderr).toContain("build");
  });
});

describe("npm run check", () => {
  test("lists every problem and writes nothing", async () => {
    await write({ "a.md": article("[Gone](/gone/)", { titel: "A" }) });
    const before = fingerprint(folder);
    const { exitCode, stdout } = await runCommand(["check", "--content", content()]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("error (broken-link)");
    expect(stdout).toContain("warning (unknown-field)");
    expect(stdout).toContain("1 error, 1 warning in 1 file");
    expect(fingerprint(folder)).toEqual(before);
  });

  test("ends with 0 where there are only warnings", async () => {
    await write({ "a.md": article("Words.", { subtitle: "" }) });
    expect((await runCommand(["check", "--content", content()])).exitCode).toBe(0);
  });
});

test("a reader who has seen enough of a report ends it without a word (npm run check | head)", async () => {
  const files = Array.from({ length: 300 }, (_, n) => [`p${n}.md`, article("[Gone](/gone/)", { titel: "A" })] as const);
  await write(Object.fromEntries(files));
  const main = join(programFolder, "src/cli/main.ts");
  const line = `"${process.execPath}" "${main}" check --content "${content()}" | head -n 1`;
  const { stdout, stderr } = await promisify(execFile)("bash", ["-c", line]);
  expect(stdout.split("\n")).toHaveLength(2);
  expect(stderr).toBe("");
});
