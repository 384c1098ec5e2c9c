import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import MarkdownIt from "markdown-it";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCommand } from "../support/run-command.ts";
import { article, hub } from "../support/site-from.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "changes-test-"));
  mkdirSync(join(folder, "temporary"));
  git("init", "-q");
  put("manage/index.md", hub("manage"));
  put("manage/passwords.md", article("## Reset it\n\nWords.\n", { hub: "manage" }));
  put("manage/old.md", article("Words.\n", { hub: "manage", title: "Old", position: "2" }));
  put("manage/moved.md", article("Words.\n", { hub: "manage", title: "Moved", position: "3" }));
  put("same.md", article("[Nothing](/nowhere/)\n", { title: "Same", position: "2" }));
  put("redirects.yml", "/ancient/: /same/\n");
  commit();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: readonly string[]): string {
  const who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
  return execFileSync("git", ["-C", folder, ...who, ...args], { encoding: "utf8" });
}
function commit(): void {
  git("add", "-A", "content");
  git("commit", "-qm", "content");
}
function put(file: string, text: string): void {
  const place = join(folder, "content", file);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, text);
}
const remove = (file: string) => rmSync(join(folder, "content", file));
const run = (...args: readonly string[]) =>
  runCommand(["changes", "--content", "content", ...args], {
    cwd: folder,
    env: { TMPDIR: join(folder, "temporary") },
  });
async function changes(): Promise<string> {
  const { exitCode, stdout, stderr } = await run("--from", "HEAD");
  expect([exitCode, stderr]).toEqual([0, ""]);
  return stdout;
}
/** The lines below a heading of the comment. */
function below(markdown: string, heading: string): readonly string[] {
  const [, section = ""] = markdown.split(`### ${heading}\n\n`);
  return section === "" ? [] : (section.split("\n\n")[0] ?? "").trimEnd().split("\n");
}

describe("npm run changes", () => {
  test("says that nothing has changed, and finds nothing new", async () => {
    const said = await changes();
    expect(said).toContain("Pages: 0 added, 0 changed, 0 removed. The check finds 1 error, ");
    expect(said).toContain("none of them new.");
    expect(said).not.toMatch(/### (Pages|Addresses|New|Settings)/);
  });

  test("lists pages that came, changed and went, and where old addresses lead", async () => {
    put("new.md", article("Words.\n", { title: "New", position: "3" }));
    put("manage/passwords.md", article("## Reset it\n\nOther words.\n", { hub: "manage" }));
    remove("manage/moved.md");
    put("moved.md", article("Words.\n", { title: "Moved", position: "4", aliases: "[/manage/moved/]" }));
    const said = await changes();
    expect(said).toContain("Pages: 2 added, 1 changed, 1 removed.");
    expect(below(said, "Pages added")).toEqual([
      "- `Moved` at `/moved/` (`content/moved.md`)",
      "- `New` at `/new/` (`content/new.md`)",
    ]);
    expect(below(said, "Pages changed")).toEqual([
      "- `Passwords` at `/manage/passwords/` (`content/manage/passwords.md`)",
    ]);
    expect(below(said, "Pages removed")).toEqual([
      "- `Moved` at `/manage/moved/` (`content/manage/moved.md`): leads to `/moved/` now",
    ]);
    expect(below(said, "Addresses and headings that went")).toEqual([]);
    expect(await changes()).toBe(said);
  });

  test("tells of addresses and headings that went without a trace", async () => {
    remove("manage/old.md");
    put("manage/passwords.md", article("## Choose a new one\n\nWords.\n", { hub: "manage" }));
    put("redirects.yml", "/other/: /same/\n");
    const said = await changes();
    const lost = below(said, "Addresses and headings that went").join("\n");
    expect(lost).toContain("`removed-address`");
    expect(lost).toContain("/manage/old/");
    expect(lost).toContain("/ancient/");
    expect(lost).toContain("`removed-heading` at `content/manage/passwords.md:");
    expect(lost).toContain("#reset-it");
    expect(below(said, "Settings changed")).toEqual(["- `content/redirects.yml`"]);
  });

  test("shows findings that are new, and no old one that has moved to another line", async () => {
    put("same.md", article("Words.\n\n[Nothing](/nowhere/)\n", { title: "Same", position: "2" }));
    put("new.md", article("[Gone](/gone/)\n", { title: "New", position: "3" }));
    const said = await changes();
    const found = below(said, "New findings");
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^- error `broken-link` at `content\/new\.md:\d+:\d+`: `.*\/gone\/.*` – `/);
    expect(below(said, "Findings by rule")).toContain("| `broken-link` | 1 | 2 |");
  });

  test("lists a page with an error as changed, not as removed", async () => {
    put("manage/passwords.md", '---\ntitle: "never closed\n---\n');
    const said = await changes();
    expect(said).toContain("0 added, 1 changed, 0 removed");
    expect(below(said, "Pages changed").join()).toContain("content/manage/passwords.md");
    expect(below(said, "Addresses and headings that went")).toEqual([]);
  });

  test("compares with an earlier commit, by its name", async () => {
    put("new.md", article("Words.\n", { title: "New", position: "3" }));
    commit();
    expect((await run("--from", "HEAD~1")).stdout).toContain("1 added");
    expect((await run("--from", "HEAD")).stdout).toContain("0 added");
  });

  test("takes a folder that was not there before as empty", async () => {
    mkdirSync(join(folder, "other"));
    writeFileSync(join(folder, "other", "a.md"), article("Words.\n"));
    const { stdout, exitCode } = await run("--from", "HEAD", "--content", "other");
    expect([exitCode, stdout.includes("1 added, 0 changed, 0 removed")]).toEqual([0, true]);
  });
});

describe("a comment from hostile content", () => {
  const hostile = [
    "@everyone <img src=x onerror=alert(1)>",
    "[click](https://evil.example/)",
    "`code` ``two`` @nhsuk/team",
    "https://evil.example/ www.evil.example #1 GH-1",
    "| a | b | <!-- hidden",
    "&lt;b&gt; ![x](https://evil.example/x.png)",
    "right\u200Fto left",
  ];

  test("calls nobody, links nowhere and holds no HTML", async () => {
    for (const [index, title] of hostile.entries()) {
      const fields = { title: JSON.stringify(title), position: String(index + 10) };
      put(`hostile-${index}.md`, article("Words.\n", { ...fields, hub: JSON.stringify(title) }));
      put(`plain-${index}.md`, article("Words.\n", fields));
    }
    const said = await changes();
    expect(below(said, "Pages added")).toHaveLength(2 * hostile.length);
    const tokens = new MarkdownIt({ html: true, linkify: true }).parse(said, {});
    const inline = tokens.flatMap((token) => [token, ...(token.children ?? [])]);
    expect(inline.filter(({ type }) => /^(link|image|html)/.test(type))).toEqual([]);
    const words = inline.filter(({ type }) => type === "text").map(({ content }) => content);
    expect(words.join(" ")).not.toMatch(/@|http|evil|#|<|GH-|hidden|\u200F/);
  });

  test("keeps to a length", async () => {
    for (let index = 0; index < 80; index += 1) {
      put(
        `many-${index}.md`,
        article("Words.\n", { title: `Page ${index} ${"x".repeat(280)}`, position: `${10 + index}` }),
      );
    }
    const said = await changes();
    expect(below(said, "Pages added")).toHaveLength(51);
    expect(below(said, "Pages added").at(-1)).toBe("- and 30 more");
    expect(Math.max(...said.split("\n").map((line) => line.length))).toBeLessThan(700);
  });
});

describe("Git, for npm run changes,", () => {
  test("runs nothing that the repository names", async () => {
    const proof = join(folder, "ran");
    writeFileSync(join(folder, "run"), `#!/bin/sh\ntouch '${proof}'\ncat\n`, { mode: 0o755 });
    for (const name of [
      "filter.evil.smudge",
      "filter.evil.clean",
      "core.fsmonitor",
      "core.pager",
      "diff.evil.textconv",
    ])
      git("config", name, join(folder, "run"));
    git("config", "core.hooksPath", folder);
    writeFileSync(join(folder, "content", ".gitattributes"), "* filter=evil diff=evil\n*.md export-ignore\n");
    git(
      "-c",
      "filter.evil.clean=cat",
      "-c",
      "core.fsmonitor=false",
      "-c",
      "core.hooksPath=/dev/null",
      "add",
      "-A",
      "content",
    );
    git(
      "-c",
      "filter.evil.clean=cat",
      "-c",
      "core.fsmonitor=false",
      "-c",
      "core.hooksPath=/dev/null",
      "commit",
      "-qm",
      "x",
    );
    rmSync(proof, { force: true });
    expect(await changes()).toContain("0 added, 0 changed, 0 removed");
    expect(existsSync(proof)).toBe(false);
  });

  test("gives links as links, which nobody follows", async () => {
    const outside = join(folder, "outside.md");
    writeFileSync(outside, article("A secret.\n"));
    symlinkSync(outside, join(folder, "content", "link.md"));
    commit();
    expect(await changes()).toContain("none of them new");
    expect(await changes()).not.toContain("secret");
  });

  test("leaves nothing behind", async () => {
    await changes();
    const left = readdirSync(join(folder, "temporary")).filter((name) => name !== "node-compile-cache");
    expect(left).toEqual([]);
  });

  test.each([
    [["--from", "nowhere"], /no commit called nowhere/],
    [["--from=--output=stolen"], /no commit called --output=stolen/],
    [["--from", "HEAD:content"], /no commit called/],
    [[], /--from REF/],
    [["--from", "HEAD", "--content", "not-there"], /There is no folder/],
  ])("is asked wrongly with %j: it says so and ends with 2", async (args, said) => {
    const { exitCode, stdout, stderr } = await run(...args);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(said);
    expect(existsSync(join(folder, "stolen"))).toBe(false);
  });

  test("is told to be missing outside of a repository", async () => {
    rmSync(join(folder, ".git"), { recursive: true });
    const { exitCode, stderr } = await run("--from", "HEAD");
    expect([exitCode, stderr]).toEqual([2, "The content is not in a Git repository, or Git is not there.\n"]);
  });
});
