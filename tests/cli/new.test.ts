import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadAndCheck } from "../../src/cli/load-and-check.ts";
import { nameFrom } from "../../src/cli/new-place.ts";
import { runCommand } from "../support/run-command.ts";
import { article, hub } from "../support/site-from.ts";
import { pseudoTerminal, startInTerminal } from "./pseudo-terminal.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "new-"));
  put("manage/index.md", hub("manage", { title: "Manage your account" }));
  put("manage/passwords.md", article("Words.\n", { hub: "manage", position: "4" }));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}
const read = (file: string) => readFileSync(join(folder, file), "utf8");
const filesThere = () => readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();
const run = (...args: readonly string[]) => runCommand(["new", ...args, "--content", folder]);

/** What the check says of a file, drafts and all. */
async function saidOf(file: string, drafts = true): Promise<readonly string[]> {
  const layouts = new Set(["article.njk", "hub.njk", "page.njk", "home.njk"]);
  const { diagnostics } = await loadAndCheck(folder, { layouts, drafts });
  return diagnostics.filter(({ span }) => span.file === file).map(({ rule }) => rule);
}

const article1 = ["article", "--title", "Change your password", "--subtitle", "How to choose a new password."];

describe("npm run new, with options,", () => {
  test("writes an article that passes the check, at the next free place of its hub", async () => {
    const { exitCode, stdout, stderr } = await run(...article1, "--hub", "manage");
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`Wrote ${folder}/manage/change-your-password.md`);
    expect(stdout).toContain("/manage/change-your-password/");
    expect(read("manage/change-your-password.md")).toBe(
      [
        "---",
        "title: Change your password",
        "subtitle: How to choose a new password.",
        "type: article",
        "hub: manage",
        "position: 5",
        "draft: true",
        "---",
        "",
        "Write here what people need to know.",
        "",
        "## What to do first",
        "",
        "1. Write the first step.",
        "2. Write the next step.",
        "",
      ].join("\n"),
    );
    expect(await saidOf("manage/change-your-password.md")).toEqual([]);
  });

  test("writes a hub that passes the check, with a name from its title", async () => {
    const words = ["--title", "Sign in", "--subtitle", "How to sign in.", "--hub", "home"];
    expect(await run("hub", ...words)).toMatchObject({ exitCode: 0, stderr: "" });
    expect(read("sign-in/index.md")).toContain("type: hub\nname: sign-in\nhub: home\nposition: 2\n");
    expect(await saidOf("sign-in/index.md", false)).toEqual([]);
    expect(await saidOf("sign-in/index.md")).toEqual(["empty-hub"]);
    expect(await run(...article1, "--hub", "sign-in")).toMatchObject({ exitCode: 0 });
    expect(await saidOf("sign-in/index.md")).toEqual([]);
  });

  test("writes a page outside the hubs", async () => {
    expect(await run("page", "--title", "Terms", "--subtitle", "What holds.")).toMatchObject({
      exitCode: 0,
      stderr: "",
    });
    expect(read("terms.md")).toMatch(/^---\ntitle: Terms\nsubtitle: What holds\.\ntype: page\ndraft: true\n---\n/);
    expect(await saidOf("terms.md")).toEqual([]);
  });

  test.each([
    "Sign in: what you need",
    "2024",
    "true",
    "- a list",
    "\"Quotes\" and 'others'",
    "# not a comment",
    "{a}",
    "---",
  ])("writes the title %s so that it comes back as it was typed", async (title) => {
    const { exitCode } = await run(
      "article",
      `--title=${title}`,
      "--subtitle",
      "S.",
      "--hub",
      "home",
      "--file",
      "a.md",
    );
    expect(exitCode).toBe(0);
    const layouts = new Set(["article.njk", "hub.njk", "page.njk", "home.njk"]);
    const { site } = await loadAndCheck(folder, { layouts, drafts: true });
    expect(site.articles.find(({ file }) => file === "a.md")?.title).toBe(title);
  });

  test("takes every answer from the options", async () => {
    const { exitCode } = await run(
      ...article1,
      "--hub",
      "manage",
      "--position",
      "1",
      "--file",
      "deep/er/new-one",
      "--yes",
    );
    expect(exitCode).toBe(0);
    expect(read("deep/er/new-one.md")).toContain("position: 1\n");
  });

  test.each([
    ["nothing but the type", ["article"], /--title is missing[\s\S]*--subtitle is missing[\s\S]*--hub is missing/],
    ["no type", [], /article\|hub\|page/],
    ["another type", ["artikel"], /article\|hub\|page/],
    ["an option that is not there", ["article", "--titel", "x"], /--titel/],
    ["an unknown hub", [...article1, "--hub", "manag"], /--hub is not a hub\. Choose one of: .*manage/],
    ["a place that is taken", [...article1, "--hub", "manage", "--position", "4"], /Passwords.*next free one is 5/],
    [
      "a place that is no number",
      [...article1, "--hub", "manage", "--position", "x"],
      /--position must be a whole number/,
    ],
    ["a title that is too long", ["page", "--title", "a".repeat(301), "--subtitle", "S."], /--title is longer/],
    [
      "a hub's name that is taken",
      ["hub", "--title", "M", "--subtitle", "S.", "--hub", "home", "--name", "manage"],
      /another hub/,
    ],
    [
      "a place below the first",
      [...article1, "--hub", "manage", "--position", "-4"],
      /--position must be a whole number from 1 /,
    ],
    [
      "a title without letters for a file",
      ["page", "--title", "日本", "--subtitle", "S."],
      /No name can be made from the title.* Write another after --file\./,
    ],
    [
      "a hub's title without letters",
      ["hub", "--title", "日本", "--subtitle", "S.", "--hub", "home"],
      /No name can be made .* after --name\./,
    ],
    [
      "a hub's title whose name is taken",
      ["hub", "--title", "Manage", "--subtitle", "S.", "--hub", "home"],
      /manage, made from the title, is the name of another hub/,
    ],
    [
      "a title whose address the build needs",
      ["page", "--title", "Search", "--subtitle", "S."],
      /search\.md, made from the title, would have the address \/search\/.* after --file\./,
    ],
    [
      "a title whose file is there",
      ["article", "--title", "Passwords", "--subtitle", "S.", "--hub", "manage"],
      /manage\/passwords\.md, made from the title, is taken by/,
    ],
    [
      "a title that Windows keeps for itself",
      ["page", "--title", "con", "--subtitle", "S."],
      /con\.md, made from the title, cannot be used everywhere: Windows/,
    ],
    [
      "a file that Windows keeps for itself",
      [...article1, "--hub", "manage", "--file", "aux.md"],
      /--file cannot be used everywhere: Windows/,
    ],
  ])("writes nothing with %s, and says why", async (_, args, said) => {
    const before = filesThere();
    const { exitCode, stderr, stdout } = await run(...args);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(said);
    expect(filesThere()).toEqual(before);
  });

  test.each([
    "../outside.md",
    "a/../../outside.md",
    "..",
    "a//b.md",
    "A.md",
    "a b.md",
    "a.njk",
    ".hidden.md",
    "manage/passwords.md",
    "manage/passwords",
    "manage/index.md",
    "index.md",
    "search.md",
    "errors/a.md",
    "a\\b.md",
  ])("refuses the file %j", async (file) => {
    const before = filesThere();
    const result = await run(...article1, "--hub", "manage", "--file", file);
    expect(result.exitCode).toBe(2);
    expect(filesThere()).toEqual(before);
  });

  test("follows no link out of the folder, and writes over no file that nobody could read", async () => {
    const outside = mkdtempSync(join(tmpdir(), "outside-"));
    symlinkSync(outside, join(folder, "linked"));
    symlinkSync(join(outside, "target.md"), join(folder, "link.md"));
    expect(await run(...article1, "--hub", "manage", "--file", "linked/a.md")).toMatchObject({ exitCode: 2 });
    expect(await run(...article1, "--hub", "manage", "--file", "link.md")).toMatchObject({ exitCode: 1 });
    expect(readdirSync(outside)).toEqual([]);
    rmSync(outside, { recursive: true });
  });

  test("writes apostrophes and quotation marks straight, as the help centre wants them", async () => {
    const words = ["--title", "Don’t forget “it”", "--subtitle", "What you’d need."];
    expect(await run("page", ...words)).toMatchObject({ exitCode: 0, stderr: "" });
    expect(read("dont-forget-it.md")).toMatch(/^---\ntitle: Don't forget "it"\nsubtitle: What you'd need\.\n/);
  });

  test("writes what has a warning, and says it", async () => {
    const same = [
      "article",
      "--title",
      `Much ${"too ".repeat(20)}long`,
      "--subtitle",
      "S.",
      "--hub",
      "home",
      "--file",
      "again.md",
    ];
    const { exitCode, stdout } = await run(...same);
    expect([exitCode, existsSync(join(folder, "again.md"))]).toEqual([0, true]);
    expect(stdout).toMatch(/Worth another look:[\s\S]*again\.md:\d+:\d+ warning/);
  });

  test("explains itself", async () => {
    const { exitCode, stdout } = await run("article", "--help");
    expect(exitCode).toBe(0);
    for (const option of ["title", "subtitle", "hub", "position", "file", "content", "yes", "name"])
      expect(stdout).toContain(`--${option}`);
  });
});

describe.runIf(pseudoTerminal())("npm run new, in a terminal,", () => {
  test("asks for what it needs, offers hubs and the next free place, and asks again after a slip", async () => {
    const session = startInTerminal(["new", "article", "--content", folder]);
    await session.sees("Title: ");
    session.types("\n");
    await session.sees("must be text");
    await session.sees("Title: ");
    session.types("Change your password\n");
    await session.sees("One sentence on what it helps with: ");
    session.types("How to choose a new password.\n");
    await session.sees("Manage your account (manage)");
    await session.sees("Number of the hub that lists it: ");
    session.types("9\n");
    await session.sees("is not a hub");
    session.types("2\n");
    await session.sees("1 comes first [5]: ");
    session.types("4\n");
    await session.sees("is the place of");
    session.types("\n");
    await session.sees("File [manage/change-your-password.md]: ");
    session.types("\n");
    await session.sees("Wrote ");
    expect(await session.ended).toBe(0);
    expect(read("manage/change-your-password.md")).toContain("position: 5\n");
    expect(await saidOf("manage/change-your-password.md")).toEqual([]);
  });

  test("asks a hub for its name, and not for what an option has said", async () => {
    const session = startInTerminal(["new", "hub", "--content", folder, "--title", "Sign in", "--hub", "home"]);
    await session.sees("One sentence on what it helps with: ");
    session.types("How to sign in.\n");
    await session.sees("Name that its pages write after hub: [sign-in]: ");
    session.types("manage\n");
    await session.sees("is the name of another hub");
    session.types("signing\n");
    await session.sees("1 comes first [2]: ");
    session.types("\n");
    await session.sees("File [sign-in/index.md]: ");
    session.types("\n");
    expect(await session.ended).toBe(0);
    expect(session.screen()).not.toContain("Title:");
    expect(read("sign-in/index.md")).toContain("name: signing\n");
  });

  test("asks nothing with --yes", async () => {
    const session = startInTerminal(["new", ...article1, "--hub", "home", "--yes", "--content", folder]);
    expect(await session.ended).toBe(0);
    expect(session.screen()).not.toContain("]: ");
    expect(existsSync(join(folder, "change-your-password.md"))).toBe(true);
  });

  test.each([
    ["Ctrl-C", "\u0003"],
    ["Ctrl-D", "\u0004"],
  ])("writes nothing after %s", async (_, key) => {
    const before = filesThere();
    const session = startInTerminal(["new", "article", "--content", folder]);
    await session.sees("Title: ");
    session.types("Change your password\n");
    await session.sees("helps with: ");
    session.types(key);
    await session.sees("Nothing was written.");
    expect(await session.ended).toBe(130);
    expect(filesThere()).toEqual(before);
  });
});

test.each([
  ["Change your password", "change-your-password"],
  ["Don't forget!", "dont-forget"],
  ["Ailosod cyfrinair: hawdd", "ailosod-cyfrinair-hawdd"],
  ["Café – où", "cafe-ou"],
  ["???", ""],
  ["密码", ""],
])("the title %s makes the name %j", (title, name) => {
  expect(nameFrom(title)).toBe(name);
});
