import { once } from "node:events";
import { appendFileSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "../support/run-command.ts";
import { articleCalled, startPreviewProcess, startProjectPreview } from "./preview-process.ts";
import type { ProjectPreview } from "./preview-process.ts";

let preview: ProjectPreview;
beforeAll(async () => {
  preview = await startProjectPreview();
});
afterAll(() => preview.close());

interface Asked {
  readonly method?: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The status of what the preview answers to one request, and the methods that it says are allowed. */
function ask({ method = "GET", headers }: Asked): Promise<{ readonly status: number; readonly allow: string | null }> {
  const { port } = new URL(preview.address);
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path: "/", method, headers, agent: false });
    asked.on("error", reject);
    asked.on("response", (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, allow: answer.headers.allow ?? null });
    });
    asked.on("upgrade", (_, socket) => {
      socket.destroy();
      resolve({ status: 101, allow: null });
    });
    asked.end();
  });
}

const port = () => new URL(preview.address).port;

/** What a browser sends to open a web socket (RFC 6455, 4.1), beside the host and the origin. */
const socket = {
  connection: "Upgrade",
  upgrade: "websocket",
  "sec-websocket-version": "13",
  "sec-websocket-key": Buffer.alloc(16).toString("base64"),
};

describe("npm start", () => {
  test("shows the site, and 404 where nothing is", async () => {
    expect(await preview.get("/")).toMatchObject({ status: 200, text: expect.stringContaining("<h1") });
    expect(await preview.get("/error-messages-support/")).toMatchObject({ status: 200 });
    expect(await preview.get("/nowhere/")).toMatchObject({
      status: 404,
      text: expect.stringContaining("Page not found"),
    });
  });

  test("listens on this machine alone, and says where", async () => {
    expect(preview.said()).toContain(`Showing content at ${preview.address}`);
    expect(preview.address).toMatch(/^http:\/\/localhost:\d+\/$/);
    const others = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
    // Linux has all of 127.0.0.0/8 on every machine: who listens everywhere listens at 127.0.0.2 too.
    const outside = others.filter(({ internal }) => !internal).map(({ address }) => address);
    for (const host of process.platform === "linux" ? ["127.0.0.2", ...outside] : outside) {
      const connection = connect({ host, port: Number(new URL(preview.address).port) });
      await expect(once(connection, "connect")).rejects.toThrow(/ECONNREFUSED|EHOSTUNREACH|ETIMEDOUT/);
    }
  });

  test("takes the next port where one is in use, and says so", async () => {
    const next = await startPreviewProcess(preview.folder, "--port", new URL(preview.address).port);
    const ports = [preview, next].map(({ address }) => Number(new URL(address).port));
    expect(ports[1]).toBeGreaterThan(ports[0]!);
    expect(await next.end("SIGTERM")).toBe(0);
  });

  test("keeps what follows the question mark when it adds the slash", async () => {
    expect(await preview.get("/contact?error=CID9999")).toMatchObject({
      status: 302,
      location: "/contact/?error=CID9999",
    });
    expect(await preview.get("/contact/?error=CID9999")).toMatchObject({ status: 200 });
  });

  test("leads from other spellings of a code to its page, as a host does", async () => {
    const references = ["/errors/cid7023", "/errors/CID%207O23/", "/errors?code=7023", "/errors/?code=cid-7023"];
    for (const [pages, page] of [
      [references, "/errors/CID7023/"],
      [["/contact?error=CID7023", "/contact/?error=CID7023", "/contact/7023"], "/contact/CID7023/"],
    ] as const) {
      for (const path of pages) expect([path, (await preview.get(path)).location]).toEqual([path, page]);
      expect(await preview.get(page)).toMatchObject({ status: 200 });
    }
    expect(await preview.get("/errors/?code=9999")).toMatchObject({ status: 200 });
    expect(await preview.get("/errors/cid9999")).toMatchObject({ status: 404 });
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

  test.each(["localhost", "127.0.0.1", "[::1]"])("answers as %s, and its pages hear what changes", async (name) => {
    const host = `${name}:${port()}`;
    expect(await ask({ headers: { host } })).toMatchObject({ status: 200 });
    expect(await ask({ headers: { ...socket, host, origin: `http://${host}` } })).toMatchObject({ status: 101 });
  });

  test.each([
    ["of another name", () => `evil.example:${port()}`],
    ["of another name without a port", () => "evil.example"],
    ["that only begins like its own", () => `localhost:${port()}.evil.example`],
    ["of another port", () => "localhost:1"],
    ["without a port", () => "localhost"],
  ])("refuses a host %s, as a website may name this machine", async (_, host) => {
    expect(await ask({ headers: { host: host() } })).toMatchObject({ status: 403 });
    const origin = `http://${host()}`;
    expect(await ask({ headers: { ...socket, host: host(), origin } })).toMatchObject({ status: 401 });
  });

  test.each([
    ["another website", () => "https://evil.example"],
    ["another server on this machine", () => "http://localhost:1"],
    ["a file or a frame without an origin", () => "null"],
    ["something that names no origin", () => ""],
    ["an address that only begins like its own", () => `http://localhost:${port()}.evil.example`],
  ])("tells nothing of what changes to %s", async (_, origin) => {
    const headers = { ...socket, host: `localhost:${port()}`, ...(origin() === "" ? {} : { origin: origin() }) };
    expect(await ask({ headers })).toMatchObject({ status: 401 });
  });

  test("can only be read", async () => {
    const headers = { host: `localhost:${port()}` };
    expect(await ask({ method: "HEAD", headers })).toMatchObject({ status: 200 });
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
      expect(await ask({ method, headers })).toEqual({ status: 405, allow: "GET, HEAD" });
  });

  test("puts the script that reloads into pages, as the content policy allows", async () => {
    const { text } = await preview.get("/");
    expect(text).toMatch(/<script type="module" integrity="[^"]+" src="\/\.11ty\/reload-client\.js"><\/script>/);
    expect(await preview.get("/.11ty/reload-client.js")).toMatchObject({ status: 200 });
  });
});

describe("npm start, while somebody edits,", () => {
  test("shows an article that is added, changed, renamed and deleted", async () => {
    preview.write("content/new-one.md", articleCalled("A new page"));
    await preview.until("/new-one/", ({ status, text }) => status === 200 && text.includes("A new page"));
    await preview.until("/", ({ text }) => text.includes("A new page"));

    preview.write("content/new-one.md", articleCalled("A new page", "Other words."));
    await preview.until("/new-one/", ({ text }) => text.includes("Other words."));

    renameSync(preview.at("content/new-one.md"), preview.at("content/renamed.md"));
    await preview.until("/renamed/", ({ status }) => status === 200);
    await preview.until("/new-one/", ({ status }) => status === 404);

    rmSync(preview.at("content/renamed.md"));
    await preview.until("/renamed/", ({ status }) => status === 404);
    await preview.until("/", ({ text }) => !text.includes("A new page"));
  });

  test("shows drafts, marked", async () => {
    preview.write("content/draft.md", articleCalled("A draft").replace("type:", "draft: true\ntype:"));
    await preview.until(
      "/draft/",
      ({ status, text }) => status === 200 && text.includes("This page is not published yet"),
    );
    rmSync(preview.at("content/draft.md"));
    await preview.until("/draft/", ({ status }) => status === 404);
  });

  test("shows a new folder of pages, and its renaming", async () => {
    mkdirSync(preview.at("content/topic/inner"), { recursive: true });
    preview.write("content/topic/inner/deep.md", articleCalled("Deep"));
    await preview.until("/topic/inner/deep/", ({ status }) => status === 200);
    renameSync(preview.at("content/topic"), preview.at("content/subject"));
    await preview.until("/subject/inner/deep/", ({ status }) => status === 200);
    await preview.until("/topic/inner/deep/", ({ status }) => status === 404);
    rmSync(preview.at("content/subject"), { recursive: true });
    await preview.until("/subject/inner/deep/", ({ status }) => status === 404);
  });

  test("shows a change of a layout, of its words, of a style and of site.yml", async () => {
    const originals = ["layouts/components/page-title.njk", "layouts/text/en.yml", "content/site.yml"].map(
      (path) => [path, preview.read(path)] as const,
    );
    preview.write(
      "layouts/components/page-title.njk",
      preview.read("layouts/components/page-title.njk").replace("<h1 ", '<h1 data-changed="yes" '),
    );
    await preview.until("/error-messages-support/", ({ text }) => text.includes('data-changed="yes"'));
    preview.write(
      "layouts/text/en.yml",
      preview.read("layouts/text/en.yml").replace("Skip to main content", "Skip it all"),
    );
    await preview.until("/error-messages-support/", ({ text }) => text.includes("Skip it all"));
    preview.write("content/site.yml", preview.read("content/site.yml").replace(/^name: .*$/m, "name: Another name"));
    await preview.until("/error-messages-support/", ({ text }) => text.includes("Another name"));

    const stylesheet = (text: string) => /href="(\/assets\/[^"]+\.css)"/.exec(text)?.[1] ?? "";
    const before = stylesheet((await preview.get("/error-messages-support/")).text);
    appendFileSync(preview.at("assets/styles/main.scss"), "\n.app-of-the-test { color: red; }\n");
    await preview.until("/error-messages-support/", ({ text }) => stylesheet(text) !== before);
    const after = stylesheet((await preview.get("/error-messages-support/")).text);
    expect((await preview.get(after)).text).toContain(".app-of-the-test");
    await preview.until(before, ({ status }) => status === 404);

    for (const [path, text] of originals) preview.write(path, text);
    await preview.until("/error-messages-support/", ({ text }) => !/data-changed|Skip it all|Another name/.test(text));
  });

  test("makes one update of many files saved at once", async () => {
    const from = preview.said().length;
    for (let index = 0; index < 100; index += 1)
      preview.write(`content/many-${index}.md`, articleCalled(`Page ${index}`));
    await preview.until("/many-99/", ({ status }) => status === 200);
    await preview.until("/many-0/", ({ status }) => status === 200);
    expect(
      preview
        .said()
        .slice(from)
        .match(/ updated/g)?.length ?? 0,
    ).toBeLessThan(10);
    for (let index = 0; index < 100; index += 1) rmSync(preview.at(`content/many-${index}.md`));
    await preview.until("/many-99/", ({ status }) => status === 404);
    await preview.until("/many-0/", ({ status }) => status === 404);
  });

  test("shows the last of many saves of one file", async () => {
    for (let count = 1; count <= 50; count += 1)
      preview.write("content/often.md", articleCalled("Often", `Save number ${count}.`));
    await preview.until("/often/", ({ text }) => text.includes("Save number 50."));
    rmSync(preview.at("content/often.md"));
    await preview.until("/often/", ({ status }) => status === 404);
  });

  test("shows a file that an editor replaces by renaming another over it", async () => {
    preview.write("content/vim.md", articleCalled("Vim", "First."));
    await preview.until("/vim/", ({ text }) => text.includes("First."));
    preview.write("content/vim.md~", articleCalled("Vim", "Second."));
    renameSync(preview.at("content/vim.md~"), preview.at("content/vim.md"));
    await preview.until("/vim/", ({ text }) => text.includes("Second."));
    rmSync(preview.at("content/vim.md"));
    await preview.until("/vim/", ({ status }) => status === 404);
  });
});

describe("npm start, for a site under a path,", () => {
  test("serves below the path, and ends at Ctrl-C without a trace", async () => {
    const before = readdirSync(preview.at("temporary"));
    const below = await startPreviewProcess(preview.folder, "--path-prefix", "/help/");
    try {
      expect(below.address).toMatch(/\/help\/$/);
      expect(await below.get("/help/")).toMatchObject({
        status: 200,
        text: expect.stringContaining('href="/help/sign-in/"'),
      });
      expect(await below.get("/help/contact?error=CID7023")).toMatchObject({
        location: "/help/contact/CID7023/",
      });
      expect(await below.get("/sign-in/")).toMatchObject({ status: 404 });
    } finally {
      expect(await below.end("SIGINT")).toBe(0);
    }
    const { stdout } = await runCommand(["serve", "--help"]);
    expect(stdout).toContain("Ctrl-C ends it, with exit code 0.");
    expect(readdirSync(preview.at("temporary"))).toEqual(before);
  });
});
