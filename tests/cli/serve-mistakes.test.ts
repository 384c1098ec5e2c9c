import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sample } from "../support/tier.ts";
import { articleCalled, copyProject, startPreviewProcess } from "./preview-process.ts";
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

describe("npm start, with a mistake,", () => {
  test("says what is wrong with front matter, shows the page as it was, and the page mended", async () => {
    write("content/broken.md", articleCalled("Sound", "Sound words."));
    await preview.until("/broken/", ({ text }) => text.includes("Sound words."));
    const from = preview.said().length;
    write("content/broken.md", '---\ntitle: "never closed\ntype: article\nhub: home\n---\n\nBroken words.\n');
    await preview.untilSaid(/broken\.md:\d+:\d+/, from);
    expect((await preview.get("/broken/")).text).toContain("Sound words.");
    write("content/broken.md", articleCalled("Sound", "Mended words."));
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
      write("content/after.md", articleCalled("After the mistake"));
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
    write("content/back.md", articleCalled("Back again"));
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
      write("content/saved.md", articleCalled("Saved", `Save ${count} of many.`));
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
