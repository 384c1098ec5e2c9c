import { renameSync, rmSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { sample } from "../support/tier.ts";
import { articleCalled, startProjectPreview } from "./preview-process.ts";
import type { ProjectPreview } from "./preview-process.ts";

let preview: ProjectPreview;
beforeAll(async () => {
  preview = await startProjectPreview();
  for (const path of spoiled) originals.set(path, preview.read(path));
});
afterAll(() => preview.close());

/** What tests break and mend again: one that fails half-way leaves nothing broken to the others. */
const spoiled = [
  ...["site.yml", "contact.yml", "redirects.yml"].map((register) => `content/${register}`),
  "layouts/article.njk",
  "layouts/text/en.yml",
  "assets/styles/main.scss",
  "assets/scripts/site.ts",
];
const originals = new Map<string, string>();
afterEach(() => {
  for (const [path, original] of originals) if (preview.read(path) !== original) preview.write(path, original);
});

describe("npm start, with a mistake,", () => {
  test("says what is wrong with front matter, shows the page as it was, and the page mended", async () => {
    preview.write("content/broken.md", articleCalled("Sound", "Sound words."));
    await preview.until("/broken/", ({ text }) => text.includes("Sound words."));
    const from = preview.said().length;
    preview.write("content/broken.md", '---\ntitle: "never closed\ntype: article\nhub: home\n---\n\nBroken words.\n');
    await preview.untilSaid(/broken\.md:\d+:\d+/, from);
    expect((await preview.get("/broken/")).text).toContain("Sound words.");
    preview.write("content/broken.md", articleCalled("Sound", "Mended words."));
    await preview.until("/broken/", ({ text }) => text.includes("Mended words."));
    rmSync(preview.at("content/broken.md"));
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
      const original = preview.read(path);
      const from = preview.said().length;
      preview.write(path, original + mistake);
      await preview.untilSaid(said, from);
      expect(await preview.get("/sign-in/")).toMatchObject({ status: 200 });
      preview.write(path, original);
      preview.write("content/after.md", articleCalled("After the mistake"));
      await preview.until("/after/", ({ status }) => status === 200);
      rmSync(preview.at("content/after.md"));
      await preview.until("/after/", ({ status }) => status === 404);
      expect(preview.said()).not.toContain("fault of the help centre");
    },
  );

  test.each([
    ["site.yml", "banner: [never closed", "/", "It is not a real NHS service."],
    ["site.yml", "Only words", "/", "It is not a real NHS service."],
    ["contact.yml", "ways:\n  - text: nameless", "/contact/", "You can ask somebody to call for you."],
    ["redirects.yml", "not an address: at all", "/account-security/", "/manage/security/"],
  ])("in %s (%s) says where it is, and changes no page until it is mended", async (register, mistake, path, words) => {
    const file = `content/${register}`;
    const original = preview.read(file);
    const style = "assets/styles/main.scss";
    const originalStyle = preview.read(style);
    const stylesheet = (text: string) => /href="(\/assets\/[^"]+\.css)"/.exec(text)?.[1] ?? "";
    const home = await preview.get("/");
    // Pages are written one after another: this one may still have the style of the test before.
    await preview.until(path, ({ text }) => [stylesheet(home.text), ""].includes(stylesheet(text)));
    const shown = await preview.get(path);
    expect(shown.text).toContain(words);

    const from = preview.said().length;
    preview.write(file, `${mistake}\n`);
    await preview.untilSaid(/Nothing new can be shown until this is put right/, from);
    expect(preview.said().slice(from)).toMatch(new RegExp(`${register}:\\d+:\\d+ error`));
    expect([await preview.get("/"), await preview.get(path)]).toEqual([home, shown]);

    const waiting = preview.said().length;
    preview.write("content/waiting.md", articleCalled("Waiting"));
    preview.write(style, `${originalStyle}\n.app-waiting { color: red; }\n`);
    await preview.untilSaid(/Nothing new/, waiting);
    expect([await preview.get("/waiting/"), await preview.get("/")]).toMatchObject([{ status: 404 }, home]);

    preview.write(file, original);
    await preview.until("/waiting/", ({ status }) => status === 200);
    await preview.until("/", ({ text }) => stylesheet(text) !== stylesheet(home.text));
    expect(await preview.get(path)).toMatchObject({ text: expect.stringContaining(words) });
    preview.write(style, originalStyle);
    rmSync(preview.at("content/waiting.md"));
    await preview.until("/waiting/", ({ status }) => status === 404);
    await preview.until("/", ({ text }) => text === home.text);
    await preview.until(path, ({ text }) => text === shown.text);
  });

  test("that a deleted page makes in redirects.yml does not hold up the other pages", async () => {
    const original = preview.read("content/redirects.yml");
    preview.write("content/target.md", articleCalled("Target"));
    preview.write("content/redirects.yml", `${original}/old-target/: /target/\n`);
    await preview.until("/old-target/", ({ status }) => status === 200);
    const from = preview.said().length;
    rmSync(preview.at("content/target.md"));
    await preview.until("/target/", ({ status }) => status === 404);
    await preview.untilSaid(/redirects\.yml:\d+:\d+/, from);
    preview.write("content/redirects.yml", original);
    await preview.until("/old-target/", ({ status }) => status === 404);
  });

  test("of a hostile file stays alive", async () => {
    const from = preview.said().length;
    preview.write(
      "content/__proto__.md",
      "---\n__proto__: {polluted: true}\ntitle: x\ntype: article\nhub: home\n---\n",
    );
    await preview.untilSaid(/__proto__\.md/, from);
    expect(await preview.get("/")).toMatchObject({ status: 200 });
    rmSync(preview.at("content/__proto__.md"));
    await preview.untilSaid(/deleted|Nothing on the pages/, from);
  });

  test("of the whole content folder goes on when it is back", async () => {
    renameSync(preview.at("content"), preview.at("elsewhere"));
    await preview.untilSaid(/There is no folder .*content\n/);
    renameSync(preview.at("elsewhere"), preview.at("content"));
    preview.write("content/back.md", articleCalled("Back again"));
    await preview.until("/back/", ({ status }) => status === 200);
    rmSync(preview.at("content/back.md"));
    await preview.until("/back/", ({ status }) => status === 404);
    expect(preview.running()).toBe(true);
  });
});

describe("npm start, for long,", () => {
  const saves = sample({ test: 40, full: 400, soak: 10_000 });

  test("opens no more files, and gets by with little memory", { timeout: saves * 2000 }, async () => {
    const save = async (count: number) => {
      preview.write("content/saved.md", articleCalled("Saved", `Save ${count} of many.`));
      await preview.until("/saved/", ({ text }) => text.includes(`Save ${count} of many.`));
    };
    for (let count = 0; count < 10; count += 1) await save(count);
    const before = preview.openFiles();
    for (let count = 0; count < saves; count += 1) await save(count);
    expect(preview.openFiles()).toBeLessThanOrEqual(before + 3);
    rmSync(preview.at("content/saved.md"));
    await preview.until("/saved/", ({ status }) => status === 404);
  });
});
