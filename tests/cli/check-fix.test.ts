import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { rewriteFile } from "../../src/cli/fixable-file.ts";
import { fixContent } from "../../src/cli/fix-content.ts";
import { runCommand } from "../support/run-command.ts";
import { article } from "../support/site-from.ts";
import { makeDesk } from "./content-folder.ts";
import type { Desk } from "./content-folder.ts";

let desk: Desk;
beforeEach(() => {
  desk = makeDesk();
});
afterEach(() => desk.clear());

const check = (...args: readonly string[]) =>
  runCommand(["check", "--content", "content", ...args], { cwd: desk.folder });
const bytes = (file: string) => readFileSync(desk.at(file));

/** A link whose title repeats its text: `--fix` takes the title away. */
const wrong = "[Contact us](/contact/ 'Contact us')";
const right = "[Contact us](/contact/)";
const crlf = (text: string) => `\uFEFF${text.replaceAll("\n", "\r\n")}`;

describe("npm run check -- --fix", () => {
  test("changes what it says and nothing else: line ends, byte order mark and mode stay", async () => {
    const text = (link: string) => crlf(article(`${link} for help.\n\nSoft line\nand é.`));
    desk.write({ "h/a.md": text(wrong), "b.md": article("B.", { title: "B", position: "2" }) });
    chmodSync(desk.at("h/a.md"), 0o664);
    const { exitCode, stdout, stderr } = await check("--fix");
    expect(stdout).toBe("Put right: 1 in 1 file\n  content/h/a.md\n\n0 errors, 0 warnings in 2 files\n");
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(bytes("h/a.md").toString()).toBe(text(right));
    expect(statSync(desk.at("h/a.md")).mode & 0o777).toBe(0o664);
    expect(readdirSync(desk.content, { recursive: true, encoding: "utf8" }).toSorted()).toEqual([
      "b.md",
      "h",
      "h/a.md",
    ]);
  });

  test("keeps line ends that are mixed", async () => {
    const text = (link: string) => `${article("One.").replaceAll("\n", "\r\n")}\n${link}\r\nTwo.\n\nThree.\r\n`;
    desk.write({ "a.md": text(wrong) });
    await check("--fix");
    expect(bytes("a.md").toString()).toBe(text(right));
  });

  test("repeats until nothing changes, and then changes nothing any more", async () => {
    desk.write({ "a.md": article(`${wrong}${wrong}${wrong}`) });
    await check("--fix");
    expect(bytes("a.md").toString()).toBe(article(`${right}${right}${right}`));
    const { mtimeMs } = statSync(desk.at("a.md"));
    expect((await check("--fix")).stdout).toMatch(/^Put right: 0 in 0 files\n/);
    expect(statSync(desk.at("a.md")).mtimeMs).toBe(mtimeMs);
  });

  test("says what is left, with the exit code of what is left", async () => {
    desk.write({ "a.md": article(`${wrong} and [the GP page](/nowhere/)`) });
    const { exitCode, stdout } = await check("--fix");
    expect(exitCode).toBe(1);
    expect(stdout).toContain("(broken-link)");
    expect(stdout).not.toContain("(title-repeats-text)");
  });

  test("takes spaces away from the keys and names of services", async () => {
    const text = (key: string, name: string) => crlf(`# Ours\n${key}: ${name} # a remark\nb: B\n`);
    desk.write({ "a.md": article("Words."), "services.yml": text('"gp "', "'GP  online '") });
    const { exitCode } = await check("--fix");
    expect(exitCode).toBe(0);
    expect(bytes("services.yml").toString()).toBe(text("gp", '"GP online"'));
  });

  test("puts right only what --rule names", async () => {
    desk.write({ "a.md": article(wrong) });
    await check("--fix", "--rule", "missing-subtitle");
    expect(bytes("a.md").toString()).toBe(article(wrong));
  });

  test("leaves what a program reads free of its own sentences", async () => {
    desk.write({ "a.md": article(wrong) });
    const { stdout, stderr } = await check("--fix", "--format", "json");
    expect(JSON.parse(stdout)).toEqual({ version: 1, diagnostics: [] });
    expect(stderr).toBe("Put right: 1 in 1 file\n  content/a.md\n\n");
  });

  test("leaves a file alone from which control characters were left out, and says so", async () => {
    const text = article(`a\u0007b ${wrong}`);
    desk.write({ "a.md": text });
    const { stdout } = await check("--fix");
    expect(stdout).toContain("Left as it is: content/a.md holds invisible control characters");
    expect(bytes("a.md").toString()).toBe(text);
  });

  test("leaves a write-protected file alone, whoever runs it, and says so", async () => {
    desk.write({ "a.md": article(wrong), "b.md": article(wrong, { title: "B", position: "2" }) });
    chmodSync(desk.at("a.md"), 0o444);
    const { exitCode, stdout } = await check("--fix");
    expect(stdout).toMatch(
      /^Put right: 1 in 1 file\n {2}content\/b\.md\nLeft as it is: content\/a\.md is write-protected\n/,
    );
    expect(exitCode).toBe(0);
    expect(bytes("a.md").toString()).toBe(article(wrong));
    expect((await check("--dry-run")).stdout).toBe("");
  });

  test("never follows a link out of the folder", async () => {
    const outside = join(desk.folder, "outside.md");
    writeFileSync(outside, article(wrong));
    symlinkSync(outside, desk.at("a.md"));
    await check("--fix");
    expect(readFileSync(outside, "utf8")).toBe(article(wrong));
  });
});

describe("npm run check -- --dry-run", () => {
  test("prints a diff that Git can apply, and writes nothing", async () => {
    const files = {
      "a.md": crlf(article(`${wrong}${wrong}`)),
      "h/b.md": article(wrong, { title: "B", position: "2" }),
    };
    desk.write(files);
    const { exitCode, stdout, stderr } = await check("--fix", "--dry-run");
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^--- a\/content\/a\.md\n\+\+\+ b\/content\/a\.md\n@@ /);
    expect(stderr).toBe("--fix would put right 3 in 2 files. Nothing was written\n");
    expect(bytes("a.md").toString()).toBe(files["a.md"]);

    execFileSync("git", ["apply", "-"], { cwd: desk.folder, input: stdout });
    expect(bytes("a.md").toString()).toBe(crlf(article(`${right}${right}`)));
    expect(bytes("h/b.md").toString()).toBe(article(right, { title: "B", position: "2" }));
  });

  test("prints no diff where there is nothing to put right", async () => {
    desk.write({ "a.md": article("Words.") });
    expect((await check("--dry-run")).stdout).toBe("");
  });
});

describe("fixContent", () => {
  const options = { layouts: new Set(["article.njk", "home.njk"]), drafts: false };

  test("gives up after 10 rounds, and says so", async () => {
    desk.write({ "a.md": article("Words.") });
    const span = { file: "a.md", line: 9, column: 1, endColumn: 1 };
    const endless = {
      rule: "endless",
      severity: "warning" as const,
      span,
      message: "m",
      why: "w",
      fix: "f",
      edits: [{ file: "a.md", start: { line: 9, column: 1 }, end: { line: 9, column: 1 }, text: "x" }],
    };
    const fixed = await fixContent(desk.content, options, () => [endless]);
    expect([fixed.isSettled, fixed.files[0]?.count]).toEqual([false, 10]);
    expect(fixed.files[0]?.after).toBe(article("xxxxxxxxxxWords."));
    expect(bytes("a.md").toString()).toBe(article("Words."));
  });
});

describe("rewriteFile", () => {
  test("leaves a file that has changed since it was read", async () => {
    desk.write({ "a.md": "new" });
    expect(await rewriteFile({ path: "a.md", diskPath: desk.at("a.md") }, "old", "mended")).toMatch(/has changed/);
    expect(bytes("a.md").toString()).toBe("new");
  });

  test("leaves what has become a link, or stands behind one", async () => {
    writeFileSync(join(desk.folder, "outside.md"), "old");
    symlinkSync(join(desk.folder, "outside.md"), desk.at("a.md"));
    symlinkSync(desk.folder, desk.at("h"));
    for (const file of ["a.md", "h/outside.md"]) {
      expect(await rewriteFile({ path: file, diskPath: desk.at(file) }, "old", "mended")).toMatch(/is a link/);
    }
    expect(readFileSync(join(desk.folder, "outside.md"), "utf8")).toBe("old");
  });

  test.skipIf(process.getuid?.() === 0)(
    "leaves a file and its folder alone where the folder is protected",
    async () => {
      desk.write({ "h/a.md": "old" });
      chmodSync(desk.at("h"), 0o500);
      const place = { path: "h/a.md", diskPath: desk.at("h/a.md") };
      expect(await rewriteFile(place, "old", "mended")).toBe("stands in a folder that is write-protected");
      expect([bytes("h/a.md").toString(), readdirSync(desk.at("h"))]).toEqual(["old", ["a.md"]]);
      chmodSync(desk.at("h"), 0o700);
    },
  );

  test.runIf(process.platform === "linux")("names the file, and no other, where the system fails", async () => {
    // Linux takes paths of 4,095 bytes: there is room for this file, and none for one with a longer name beside it.
    const room = 4_080 - desk.content.length;
    const name = "n".repeat(250);
    const folder = `${`${name}/`.repeat(Math.floor(room / 251) - 1)}${"n".repeat((room % 251) + 100)}/${"n".repeat(149)}`;
    const path = `${folder}/a.md`;
    desk.write({ [path]: "old" });
    const failing = rewriteFile({ path, diskPath: desk.at(path) }, "old", "mended");
    await expect(failing).rejects.toMatchObject({ code: "ENAMETOOLONG", path: desk.at(path) });
    await expect(failing).rejects.not.toThrow(".fix-");
    expect(bytes(path).toString()).toBe("old");
  });
});
