import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, readdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { programFolder, runCommand } from "../support/run-command.ts";
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

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
}

async function found(...args: readonly string[]): Promise<readonly Found[]> {
  const { stdout } = await check("--format", "json", ...args);
  return (JSON.parse(stdout) as { readonly diagnostics: readonly Found[] }).diagnostics;
}

const deadLink = article("[The GP page](/nowhere/)");
const noSubtitle = article("Words.", { title: "Other", subtitle: "", position: "2" });

describe("npm run check", () => {
  test("ends with 0 and one line where nothing is wrong", async () => {
    desk.write({ "a.md": article("Words.") });
    expect(await check()).toEqual({ exitCode: 0, stdout: "0 errors, 0 warnings in 1 file\n", stderr: "" });
  });

  test("ends with 1 where something is an error, and sums up", async () => {
    desk.write({ "a.md": deadLink, "b.md": noSubtitle });
    const { exitCode, stdout } = await check();
    expect(exitCode).toBe(1);
    expect(stdout).toContain("\ncontent/a.md:9:15 error (broken-link)\n");
    expect(stdout).toMatch(/\n1 error, 1 warning in 2 files\n {2}1 {2}broken-link\n {2}1 {2}missing-subtitle\n$/);
  });

  test("ends with 0 where there are warnings alone", async () => {
    desk.write({ "b.md": noSubtitle });
    const { exitCode, stdout } = await check();
    expect([exitCode, stdout.split("\n")[0]]).toEqual([0, "content/b.md: 0 errors, 1 warning"]);
  });

  test("needs no build and writes nothing", async () => {
    desk.write({ "a.md": deadLink, "b.md": noSubtitle });
    const before = readdirSync(desk.folder, { recursive: true, encoding: "utf8" });
    const times = () => ["a.md", "b.md"].map((file) => statSync(desk.at(file)).mtimeMs);
    const written = times();
    await check();
    expect(readdirSync(desk.folder, { recursive: true, encoding: "utf8" })).toEqual(before);
    expect(times()).toEqual(written);
  });

  test("finds 50 faults in 50 broken files, in one run", async () => {
    const faults = [
      (title: string, position: string) => article("[The GP page](/nowhere/)", { title, position }),
      (title: string, position: string) => article("Words.", { title, position, hub: "nowhere" }),
      (title: string) => `---\ntitle: ${title}\ntype: article\n`,
      (title: string, position: string) => article("::: expander Words\n\nMore.", { title, position }),
      () => "",
    ];
    const files = Array.from({ length: 50 }, (_, index) => {
      const text = faults[index % faults.length]!(`Page ${index}`, String(index + 1));
      return [`page-${String(index).padStart(2, "0")}.md`, text] as const;
    });
    desk.write(Object.fromEntries(files));
    const diagnostics = await found();
    expect(diagnostics.map(({ file }) => file)).toEqual(files.map(([file]) => `content/${file}`));
    expect(new Set(diagnostics.map(({ severity }) => severity))).toEqual(new Set(["error"]));
    expect(new Set(diagnostics.map(({ rule }) => rule)).size).toBe(5);
  });

  test.each([
    [["--format", "xml"], "--format is one of terminal, github, json, sarif"],
    [["--profile", "all"], "--profile is one of editor, ci, release"],
    [["--rule", "missing-subtitel"], 'There is no rule "missing-subtitel". Did you mean missing-subtitle?'],
    [["--rule", "xyzzy"], 'There is no rule "xyzzy". docs/rules/README.md lists them all'],
    [["--rule", "missing-subtitle,"], 'There is no rule "". docs/rules/README.md lists them all'],
    [["--watch", "--fix"], "--watch only looks: it does not go with --fix or --dry-run"],
    [["--watch", "--format", "json"], "--watch does not go with --format json"],
    [["--dry-run", "--format", "json"], "--dry-run prints a diff: it does not go with --format"],
    [["--reading", "--format", "sarif"], "--reading does not go with --format sarif"],
    [["--reading", "--dry-run"], "it does not go with --reading"],
    [["--today", "2026-02-30"], "--today must be a day that exists, written YYYY-MM-DD"],
    [["--content", "nowhere"], "There is no folder"],
    [["--content", ""], "--content is empty"],
  ])("refuses %j in a sentence and ends with 2", async (args, sentence) => {
    const { exitCode, stdout, stderr } = await check(...args);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test.each([[], ["--fix"], ["--dry-run"], ["--format", "json"]])(
    "refuses a folder without a page, and names it: %j",
    async (...args) => {
      desk.write({ "site.yml": "name: Help\n" });
      const { exitCode, stdout, stderr } = await check(...args);
      expect([exitCode, stdout]).toEqual([2, ""]);
      expect(stderr).toBe(`There is not one page in ${desk.content}. Choose the content with --content DIR.\n`);
    },
  );

  test("takes a folder whose one page is a draft, or broken", async () => {
    desk.write({ "a.md": article("Words.", { draft: "true" }) });
    expect((await check()).exitCode).toBe(0);
    desk.write({ "a.md": "" });
    expect((await check()).exitCode).toBe(1);
  });

  test("explains its profiles and exit codes", async () => {
    const { exitCode, stdout } = await check("--help");
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/release .* errors:\n +example-content\n/);
    expect(stdout).toMatch(/ends with 0 if[^]*With --rule, 0 says only/);
  });
});

describe("--format", () => {
  test.each(["terminal", "github", "json", "sarif"])("%s ends with the same exit code", async (format) => {
    desk.write({ "a.md": deadLink });
    expect((await check("--format", format)).exitCode).toBe(1);
    desk.write({ "a.md": article("Words.") });
    expect((await check("--format", format)).exitCode).toBe(0);
  });

  test("names files as the folder was typed, in each of them", async () => {
    desk.write({ "h/a.md": deadLink });
    const run = async (format: string) =>
      (await runCommand(["check", "--content", "./content/", "--format", format], { cwd: desk.folder })).stdout;
    expect(await run("terminal")).toMatch(/^content\/h\/a\.md: 1 error/);
    expect(await run("github")).toMatch(/^::error file=content\/h\/a\.md,line=9,col=15,/);
    expect(await run("json")).toContain('"file": "content/h/a.md"');
    expect(await run("sarif")).toContain('"uri": "content/h/a.md"');
  });
});

describe("--rule", () => {
  test("looks for the named rules alone, and the exit code is theirs", async () => {
    desk.write({ "a.md": deadLink, "b.md": noSubtitle, "c.md": article("C.", { title: "C", position: "2" }) });
    const one = await check("--rule", "missing-subtitle");
    expect([one.exitCode, one.stdout.match(/\((\S+)\)\n/g)]).toEqual([0, ["(missing-subtitle)\n"]]);
    const rules = (diagnostics: readonly Found[]) => diagnostics.map(({ rule }) => rule);
    expect(rules(await found("--rule", "missing-subtitle,broken-link"))).toEqual(["broken-link", "missing-subtitle"]);
    expect(rules(await found("--rule", "missing-subtitle", "--rule", "broken-link"))).toHaveLength(2);
  });

  test.each(["terminal", "github"])("says in --format %s that nothing else was looked for", async (format) => {
    desk.write({ "a.md": deadLink });
    const { exitCode, stdout } = await check("--format", format, "--rule", "italics,missing-subtitle");
    const looked = "Looked for nothing but italics, missing-subtitle: leave --rule out to look for everything";
    expect([exitCode, stdout]).toEqual([0, `0 errors, 0 warnings in 1 file\n${looked}\n`]);
    expect((await check("--format", format)).stdout).not.toContain("Looked for");
  });

  test("says nothing of an allowance for a rule that was not asked for", async () => {
    desk.write({ "b.md": article("B.", { subtitle: "", allow: "[missing-subtitle]" }) });
    expect(await found("--rule", "needless-allowance")).toEqual([]);
  });
});

describe("--reading", () => {
  const hard = "Authentication difficulties notwithstanding, organisations unquestionably necessitate verification. ";

  test("says how hard the site and its pages are to read, hardest first, and is never a fault", async () => {
    desk.write({
      "easy.md": article("The cat sat on the mat. ".repeat(20)),
      "hard.md": article(hard.repeat(20), { title: "Hard", position: "2" }),
      "short.md": article(hard, { title: "Short", position: "3" }),
    });
    const { exitCode, stdout } = await check("--reading", "--rule", "broken-link");
    expect(exitCode).toBe(0);
    expect(stdout).toBe(
      [
        "0 errors, 0 warnings in 3 files",
        "Looked for nothing but broken-link: leave --rule out to look for everything",
        "",
        "Reading age: 27 (267 words, 6.5 a sentence). The NHS aims at 9 to 11, at most 14",
        "  age  words a sentence  words  page",
        "   48               7.0    140  content/hard.md",
        "    5               6.0    120  content/easy.md",
        "1 page with too few words to say",
        "It tells where to look first, not whether a page is understood",
        "",
      ].join("\n"),
    );
  });

  test("is in the JSON too, beside the same diagnostics", async () => {
    desk.write({ "a.md": deadLink });
    const report = async (...args: readonly string[]) =>
      JSON.parse((await check("--format", "json", ...args)).stdout) as { readonly reading?: unknown };
    const { reading, ...rest } = await report("--reading");
    expect(rest).toEqual(await report());
    expect(reading).toMatchObject({ pages: [{ file: "content/a.md", readingAge: null }] });
  });
});

describe("--profile", () => {
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-C", desk.folder, "-c", "user.name=a", "-c", "user.email=a@example.org", ...args]);

  test("editor shows errors anywhere, and warnings of files changed since the last commit or new", async () => {
    const bare = (title: string, position: string) => article("Words.", { title, position, subtitle: "" });
    desk.write({ "a.md": deadLink, "b.md": bare("B", "2"), "ä c.md": bare("C", "3") });
    git("init", "-q");
    git("add", "-A");
    git("commit", "-qm", "all");
    desk.write({ "ä c.md": bare("Changed", "3"), "new/d.md": bare("D", "4") });
    const files = async (profile: string) => (await found("--profile", profile)).map(({ file }) => file);
    expect(await files("editor")).toEqual(["content/a.md", "content/new/d.md", "content/ä c.md"]);
    expect(await files("ci")).toHaveLength(4);
  });

  test("editor shows everything where there is no Git", async () => {
    desk.write({ "b.md": noSubtitle });
    expect(await found("--profile", "editor")).toHaveLength(1);
  });

  test("release makes an error of what no published site should have", async () => {
    desk.write({ "a.md": article("Words."), "site.yml": "name: Help\nexample: true\n" });
    const severities = async (profile: string) =>
      new Map((await found("--profile", profile)).map(({ rule, severity }) => [rule, severity]));
    expect((await severities("ci")).get("example-content")).toBe("warning");
    expect((await severities("release")).get("example-content")).toBe("error");
    expect((await check("--profile", "release")).exitCode).toBe(1);
    expect((await check("--profile", "ci")).exitCode).toBe(0);
  });
});

describe("--watch", () => {
  /** Runs `work` while a check watches: `until` waits for words that it says. */
  async function whileWatching(work: (until: (words: RegExp) => Promise<string>) => Promise<void>) {
    const main = join(programFolder, "src/cli/main.ts");
    const args = ["--disable-proto=delete", main, "check", "--watch", "--content", "content"];
    const child = spawn(process.execPath, args, { cwd: desk.folder });
    const ended = once(child, "exit");
    try {
      let said = "";
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding("utf8").on("data", (words: string) => (said += words));
      }
      await work(async (words) => {
        for (let tries = 0; !words.test(said); tries += 1) {
          if (tries > 1_000) throw new Error(`It never said ${words}:\n${said}`);
          await wait(20);
        }
        return said;
      });
      child.kill("SIGINT");
      expect(await ended).toEqual([130, null]);
    } finally {
      child.kill("SIGKILL");
    }
  }

  test("checks again after every change, clears nothing, and ends with 130 at Ctrl-C", async () => {
    desk.write({ "a.md": article("Words.") });
    await whileWatching(async (until) => {
      await until(/^0 errors, 0 warnings in 1 file\n─+\nWatching content \(Ctrl-C ends it\)\n$/);
      writeFileSync(desk.at("a.md"), deadLink);
      const said = await until(/Ctrl-C[^]*\(broken-link\)[^]*1 error, 0 warnings in 1 file\n[^]*─+\nWatching/);
      // oxlint-disable-next-line no-control-regex
      expect(said).not.toMatch(/\u001B|\d\d:\d\d/);
    });
  });

  test("says in words that the folder has gone, and goes on", async () => {
    desk.write({ "a.md": article("Words.") });
    await whileWatching(async (until) => {
      await until(/Watching content/);
      renameSync(desk.content, join(desk.folder, "away"));
      expect(await until(/There is no folder .*content\n/)).not.toMatch(/Error|ENOENT|scandir/);
    });
  });
});

test("the documents for developers name every format, profile and exit code", () => {
  const document = readFileSync(join(programFolder, "docs/developers/diagnostics.md"), "utf8");
  const words = ["terminal", "github", "json", "sarif", "editor", "ci", "release", "0", "1", "2", "3", "130"];
  for (const word of words) expect(document).toMatch(new RegExp(`^\\| \`?${word}\`? +\\|`, "m"));
});
