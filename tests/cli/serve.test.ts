import { appendFileSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sample } from "../support/tier.ts";
import { copyProject, startPreviewProcess } from "./preview-process.ts";
import type { PreviewProcess, ProjectCopy } from "./preview-process.ts";

let project: ProjectCopy;
let preview: PreviewProcess;

beforeAll(async () => {
  project = copyProject();
  preview = await startPreviewProcess(project.folder);
});
afterAll(async () => {
  await preview.end();
  project.clear();
});

const at = (path: string) => join(project.folder, path);
const read = (path: string) => readFileSync(at(path), "utf8");
const write = (path: string, text: string) => writeFileSync(at(path), text);

/** An article of the tests' own, in the front page's list. */
function article(title: string, body = "Words."): string {
  return `---\ntitle: ${title}\nsubtitle: About ${title}\ntype: article\nhub: home\nposition: 90\n---\n\n${body}\n`;
}

describe("npm start", () => {
  test("shows the site, and 404 where nothing is", async () => {
    expect(await preview.get("/")).toMatchObject({ status: 200, text: expect.stringContaining("<h1") });
    expect(await preview.get("/error-messages-support/")).toMatchObject({ status: 200 });
    expect(await preview.get("/nowhere/")).toMatchObject({
      status: 404,
      text: expect.stringContaining("Page not found"),
    });
  });

  test("listens on this machine alone, and says so", () => {
    expect(preview.said()).toContain(`Showing content at ${preview.address}`);
    expect(preview.address).toMatch(/^http:\/\/localhost:\d+\/$/);
  });

  test("keeps what follows the question mark when it adds the slash", async () => {
    expect(await preview.get("/contact?error=CID7023")).toMatchObject({
      status: 302,
      location: "/contact/?error=CID7023",
    });
    expect(await preview.get("/contact/?error=CID7023")).toMatchObject({ status: 200 });
  });

  test.each([
    "/..%2fx",
    "/%2e%2e%2fx",
    "/..%5cx",
    "//evil.example/",
    "/\\evil.example/",
    "/%00",
    "/%zz",
    "/a/..%2f..%2f..%2fetc/passwd",
  ])("refuses %s", async (path) => {
    expect((await preview.get(path)).status).toBe(400);
    expect(preview.running()).toBe(true);
  });

  test("puts the script that reloads into pages, as the content policy allows", async () => {
    const { text } = await preview.get("/");
    expect(text).toMatch(/<script type="module" integrity="[^"]+" src="\/\.11ty\/reload-client\.js"><\/script>/);
    expect(await preview.get("/.11ty/reload-client.js")).toMatchObject({ status: 200 });
  });
});

describe("npm start, while somebody edits,", () => {
  test("shows an article that is added, changed, renamed and deleted", async () => {
    write("content/new-one.md", article("A new page"));
    await preview.until("/new-one/", ({ status, text }) => status === 200 && text.includes("A new page"));
    await preview.until("/", ({ text }) => text.includes("A new page"));

    write("content/new-one.md", article("A new page", "Other words."));
    await preview.until("/new-one/", ({ text }) => text.includes("Other words."));

    renameSync(at("content/new-one.md"), at("content/renamed.md"));
    await preview.until("/renamed/", ({ status }) => status === 200);
    await preview.until("/new-one/", ({ status }) => status === 404);

    rmSync(at("content/renamed.md"));
    await preview.until("/renamed/", ({ status }) => status === 404);
    await preview.until("/", ({ text }) => !text.includes("A new page"));
  });

  test("shows drafts, marked", async () => {
    write("content/draft.md", article("A draft").replace("type:", "draft: true\ntype:"));
    await preview.until(
      "/draft/",
      ({ status, text }) => status === 200 && text.includes("This page is not published yet"),
    );
    rmSync(at("content/draft.md"));
    await preview.until("/draft/", ({ status }) => status === 404);
  });

  test("shows a new folder of pages, and its renaming", async () => {
    mkdirSync(at("content/topic/inner"), { recursive: true });
    write("content/topic/inner/deep.md", article("Deep"));
    await preview.until("/topic/inner/deep/", ({ status }) => status === 200);
    renameSync(at("content/topic"), at("content/subject"));
    await preview.until("/subject/inner/deep/", ({ status }) => status === 200);
    await preview.until("/topic/inner/deep/", ({ status }) => status === 404);
    rmSync(at("content/subject"), { recursive: true });
    await preview.until("/subject/inner/deep/", ({ status }) => status === 404);
  });

  test("shows a change of a layout, of its words, of a style and of site.yml", async () => {
    const originals = ["layouts/article.njk", "layouts/text/en.yml", "content/site.yml"].map(
      (path) => [path, read(path)] as const,
    );
    write("layouts/article.njk", read("layouts/article.njk").replace("<h1 ", '<h1 data-changed="yes" '));
    await preview.until("/sign-in/", ({ text }) => text.includes('data-changed="yes"'));
    write("layouts/text/en.yml", read("layouts/text/en.yml").replace("Skip to main content", "Skip it all"));
    await preview.until("/sign-in/", ({ text }) => text.includes("Skip it all"));
    write("content/site.yml", read("content/site.yml").replace(/^name: .*$/m, "name: Another name"));
    await preview.until("/sign-in/", ({ text }) => text.includes("Another name"));

    const stylesheet = (text: string) => /href="(\/assets\/[^"]+\.css)"/.exec(text)?.[1] ?? "";
    const before = stylesheet((await preview.get("/sign-in/")).text);
    appendFileSync(at("assets/styles/main.scss"), "\n.app-of-the-test { color: red; }\n");
    await preview.until("/sign-in/", ({ text }) => stylesheet(text) !== before);
    const after = stylesheet((await preview.get("/sign-in/")).text);
    expect((await preview.get(after)).text).toContain(".app-of-the-test");
    expect((await preview.get(before)).status).toBe(404);

    for (const [path, text] of originals) write(path, text);
    await preview.until("/sign-in/", ({ text }) => !/data-changed|Skip it all|Another name/.test(text));
  });

  test("makes one update of many files saved at once", async () => {
    const from = preview.said().length;
    for (let index = 0; index < 100; index += 1) write(`content/many-${index}.md`, article(`Page ${index}`));
    await preview.until("/many-99/", ({ status }) => status === 200);
    await preview.until("/many-0/", ({ status }) => status === 200);
    expect(
      preview
        .said()
        .slice(from)
        .match(/ updated/g)?.length ?? 0,
    ).toBeLessThan(10);
    for (let index = 0; index < 100; index += 1) rmSync(at(`content/many-${index}.md`));
    await preview.until("/many-99/", ({ status }) => status === 404);
    await preview.until("/many-0/", ({ status }) => status === 404);
  });

  test("shows the last of many saves of one file", async () => {
    for (let count = 1; count <= 50; count += 1) write("content/often.md", article("Often", `Save number ${count}.`));
    await preview.until("/often/", ({ text }) => text.includes("Save number 50."));
    rmSync(at("content/often.md"));
    await preview.until("/often/", ({ status }) => status === 404);
  });

  test("shows a file that an editor replaces by renaming another over it", async () => {
    write("content/vim.md", article("Vim", "First."));
    await preview.until("/vim/", ({ text }) => text.includes("First."));
    write("content/vim.md~", article("Vim", "Second."));
    renameSync(at("content/vim.md~"), at("content/vim.md"));
    await preview.until("/vim/", ({ text }) => text.includes("Second."));
    rmSync(at("content/vim.md"));
    await preview.until("/vim/", ({ status }) => status === 404);
  });
});

describe("npm start, with a mistake,", () => {
  test("says what is wrong with front matter, shows the page as it was, and the page mended", async () => {
    write("content/broken.md", article("Sound", "Sound words."));
    await preview.until("/broken/", ({ text }) => text.includes("Sound words."));
    const from = preview.said().length;
    write("content/broken.md", '---\ntitle: "never closed\ntype: article\nhub: home\n---\n\nBroken words.\n');
    await preview.untilSaid(/broken\.md:\d+:\d+/, from);
    expect((await preview.get("/broken/")).text).toContain("Sound words.");
    write("content/broken.md", article("Sound", "Mended words."));
    await preview.until("/broken/", ({ text }) => text.includes("Mended words."));
    rmSync(at("content/broken.md"));
    await preview.until("/broken/", ({ status }) => status === 404);
  });

  test.each([
    ["a layout", "layouts/article.njk", "{% if %}", /layouts\/article\.njk:\d+/],
    ["the layouts' words", "layouts/text/en.yml", "\nskipLink: [", /layouts\/text\/en\.yml/],
    ["a style", "assets/styles/main.scss", "\n.broken {", /assets\/styles\/main\.scss:\d+/],
    ["a script", "assets/scripts/site.ts", "\nconst = 1;", /assets\/scripts\/site\.ts:\d+/],
  ])(
    "in %s says where it is, shows the pages as they were, and goes on once it is mended",
    async (_, path, mistake, said) => {
      const original = read(path);
      const from = preview.said().length;
      write(path, original + mistake);
      await preview.untilSaid(said, from);
      expect(await preview.get("/sign-in/")).toMatchObject({ status: 200 });
      write(path, original);
      write("content/after.md", article("After the mistake"));
      await preview.until("/after/", ({ status }) => status === 200);
      rmSync(at("content/after.md"));
      await preview.until("/after/", ({ status }) => status === 404);
      expect(preview.said()).not.toContain("fault of the help centre");
    },
  );

  test("of a hostile file stays alive", async () => {
    const from = preview.said().length;
    write("content/__proto__.md", "---\n__proto__: {polluted: true}\ntitle: x\ntype: article\nhub: home\n---\n");
    await preview.untilSaid(/__proto__\.md/, from);
    expect(await preview.get("/")).toMatchObject({ status: 200 });
    rmSync(at("content/__proto__.md"));
    await preview.untilSaid(/deleted|Nothing on the pages/, from);
  });

  test("of the whole content folder goes on when it is back", async () => {
    renameSync(at("content"), at("elsewhere"));
    await preview.untilSaid(/no such file or directory|There is no folder/i);
    renameSync(at("elsewhere"), at("content"));
    write("content/back.md", article("Back again"));
    await preview.until("/back/", ({ status }) => status === 200);
    rmSync(at("content/back.md"));
    await preview.until("/back/", ({ status }) => status === 404);
    expect(preview.running()).toBe(true);
  });
});

describe("npm start, for long,", () => {
  const saves = sample({ test: 40, full: 400, soak: 10_000 });

  test("opens no more files, and gets by with little memory", { timeout: saves * 2000 }, async () => {
    const save = async (count: number) => {
      write("content/saved.md", article("Saved", `Save ${count} of many.`));
      await preview.until("/saved/", ({ text }) => text.includes(`Save ${count} of many.`));
    };
    for (let count = 0; count < 10; count += 1) await save(count);
    const before = preview.openFiles();
    for (let count = 0; count < saves; count += 1) await save(count);
    expect(preview.openFiles()).toBeLessThanOrEqual(before + 3);
    rmSync(at("content/saved.md"));
    await preview.until("/saved/", ({ status }) => status === 404);
  });
});

describe("npm start, for a site under a path,", () => {
  test("serves below the path, and ends at Ctrl-C without a trace", async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith("help-centre-preview-"));
    const below = await startPreviewProcess(project.folder, "--path-prefix", "/help/");
    try {
      expect(below.address).toMatch(/\/help\/$/);
      expect(await below.get("/help/")).toMatchObject({
        status: 200,
        text: expect.stringContaining('href="/help/sign-in/"'),
      });
      expect(await below.get("/help/contact?error=CID7023")).toMatchObject({
        location: "/help/contact/?error=CID7023",
      });
      expect(await below.get("/sign-in/")).toMatchObject({ status: 404 });
    } finally {
      expect(await below.end("SIGINT")).toBe(0);
    }
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith("help-centre-preview-"))).toEqual(before);
  });
});
