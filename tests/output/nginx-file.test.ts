/** What nginx makes of the file that we write for it. Without nginx on the machine these tests are skipped, and say so. */
import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeSpellings } from "../../src/model/code-spellings.ts";
import { deployFiles } from "../../src/output/deploy-files.ts";
import type { Site } from "../../src/model/site.ts";
import { headersFor } from "../../src/output/deploy-headers.ts";
import { reference, siteOf } from "./site-values.ts";

const codes = ["CID1111", "CID2000", "CID7023", "CID70231"];

/** A site in two languages, of which the second stands below `cy/`. */
function siteUnder(pathPrefix: string): Site {
  const site = siteOf({
    settings: { pathPrefix },
    redirects: [{ from: "/old/", to: "/new/#part" }],
    errorReferences: codes.map((code) => reference({ code })),
  });
  const { contact, services, synonyms } = site;
  const settings = { ...site.settings, lang: "cy", pathPrefix: `${pathPrefix}cy/` };
  return {
    ...site,
    translations: [{ lang: "cy", settings, contact, services, synonyms, pages: [], errorReferences: [] }],
  };
}

function nginxFile(pathPrefix: string): string {
  const files = deployFiles(siteUnder(pathPrefix));
  return files.find(({ path }) => path === "_hosting/nginx.conf")?.content ?? "";
}

describe("the nginx file", () => {
  test("looks for spellings only below the folders of codes, and never matches a code's own address", () => {
    const [pattern = ""] = /location ~ "(.*)"/.exec(nginxFile("/help/"))?.slice(1) ?? [];
    // nginx reads regular expressions by PCRE, in which `(?i:…)` means what it means here.
    const spelled = new RegExp(pattern);
    expect("/help/errors/cid 7O23/").toMatch(spelled);
    expect("/help/errors/7023").toMatch(spelled);
    for (const code of codes) expect(`/help/errors/${code}/`).not.toMatch(spelled);
    expect("/help/errors/").not.toMatch(spelled);
    expect(nginxFile("/help/").match(/location ~/g)).toHaveLength(4);
  });

  test("is no longer for a thousand codes than for one", () => {
    const length = (count: number) => {
      const references = Array.from({ length: count }, (_, index) => reference({ code: `CID${1000 + index}` }));
      const files = deployFiles(siteOf({ errorReferences: references }));
      return files.find(({ path }) => path === "_hosting/nginx.conf")?.content.length;
    };
    expect(length(1000)).toBe(length(1));
  });
});

const nginx = nginxOnMachine();

/** Where sites are, and below it the edition that is asked for. */
const roots = [
  ["/", ""],
  ["/help/", ""],
  ["/a.b/", ""],
  ["/", "cy/"],
  ["/help/", "cy/"],
] as const;

describe.skipIf(nginx === null).each(roots)(
  `nginx${nginx === null ? " (skipped: nginx is not installed on this machine)" : ""}, for a site under %s, below it %s`,
  (pathPrefix, edition) => {
    let host: Host;
    beforeAll(async () => {
      host = await startNginx(pathPrefix);
    });
    afterAll(() => host.stop());
    const at = (address: string) => pathPrefix + edition + address.slice(1);

    test("serves pages, with every header once", async () => {
      for (const address of [
        "/",
        "/errors/",
        "/errors/CID7023/",
        "/contact/",
        "/contact/CID7023/",
        "/contact/?error=x",
      ]) {
        const answer = await host.get(at(address));
        expect([address, answer.status]).toEqual([address, 200]);
        for (const [name, value] of headersFor(siteUnder(pathPrefix), "pages")) {
          expect([name, answer.headers[name.toLowerCase()]]).toEqual([name, value]);
        }
      }
    });

    test.each(["errors", "contact"])("leads each spelling of a code to its page under /%s/", async (folder) => {
      for (const [code, spellings] of codeSpellings(codes)) {
        for (const spelling of [...spellings, code.replace("CID", "Cid"), code.replace("0", "O").replace("CID", "")]) {
          if (spelling === code) continue;
          for (const end of ["", "/"]) {
            const answer = await host.get(at(`/${folder}/${encodeURI(spelling)}${end}`));
            expect([spelling, answer.status, answer.headers.location]).toEqual([
              spelling,
              301,
              at(`/${folder}/${code}/`),
            ]);
          }
        }
      }
    });

    test("leads from the code behind a question mark to its page, with and without the slash", async () => {
      const typed = ["CID7023", "cid7023", "7023", "7O23", "CID+7023", "cid%207023", "CID-7023"];
      for (const value of typed) {
        for (const end of ["", "/"]) {
          for (const [query, page] of [
            [`/errors${end}?code=${value}`, "/errors/CID7023/"],
            [`/contact${end}?error=${value}`, "/contact/CID7023/"],
            [`/contact${end}?a=b&error=${value}&c=d`, "/contact/CID7023/"],
          ] as const) {
            const answer = await host.get(at(query));
            expect([query, answer.status, answer.headers.location]).toEqual([query, 302, at(page)]);
          }
        }
      }
    });

    test("answers what it does not know with the page that is there, or with the 404 page", async () => {
      for (const value of hostile) {
        for (const [address, words] of [
          [`/contact/?error=${value}`, `page ${edition}contact`],
          [`/errors/?code=${value}`, `page ${edition}errors`],
        ] as const) {
          const answer = await host.get(at(address));
          expect([address, answer.status, answer.headers.location, answer.body]).toEqual([
            address,
            200,
            undefined,
            words,
          ]);
        }
      }
      for (const address of [
        "/errors/9999",
        "/errors/CID9999/",
        "/errors/9O99/",
        "/contact/0000",
        "/errors/cid/7023x",
      ]) {
        const answer = await host.get(at(address));
        expect([address, answer.status, answer.headers.location, answer.body]).toEqual([
          address,
          404,
          undefined,
          `page ${edition}404`,
        ]);
        expect(answer.headers["content-security-policy"]).toContain("default-src 'none'");
      }
    });

    test("never leads away from the site, whatever it is asked for", async () => {
      for (const value of hostile) {
        for (const address of [
          `/errors/${value}`,
          `/errors/${value}/`,
          `/contact/${value}`,
          `/contact?error=${value}`,
        ]) {
          const { status, headers } = await host.get(at(address));
          expect(status).toBeLessThan(500);
          if (headers.location === undefined) continue;
          const place = new URL(headers.location, "http://help.example/");
          expect([address, place.host]).toEqual([address, "help.example"]);
          expect(place.pathname.startsWith(at("/"))).toBe(true);
        }
      }
    });

    test("leads on from the address of a folder without its slash, and from an old address", async () => {
      expect((await host.get(at("/errors"))).headers.location).toBe(at("/errors/"));
      expect((await host.get(at("/errors/CID7023"))).headers.location).toBe(at("/errors/CID7023/"));
      expect((await host.get(at("/contact?error=CID9999"))).headers.location).toBe(at("/contact/?error=CID9999"));
      expect((await host.get(`${pathPrefix}old`)).headers.location).toBe(`${pathPrefix}new/#part`);
    });
  },
);

const hostile = [
  "",
  "CID9999",
  "//evil.example",
  "%2F%2Fevil.example",
  "https:%2F%2Fevil.example%2FCID7023",
  "%0d%0aLocation:%20https:%2F%2Fevil.example",
  "7023%0d%0a",
  "7023%00",
  "$host",
  "${document_root}",
  "%3Cimg%20src=x%20onerror=alert(1)%3E",
  "..%2F..%2Fetc%2Fpasswd",
  "CID7023%2F..%2F..%2Fold",
  "OOOOOOOOOOOOOOOO",
  "7".repeat(2000),
];

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

interface Host {
  readonly get: (path: string) => Promise<Answer>;
  readonly stop: () => Promise<void>;
}

function nginxOnMachine(): string | null {
  for (const path of ["nginx", "/usr/sbin/nginx"]) {
    try {
      execFileSync(path, ["-v"], { stdio: "ignore" });
      return path;
    } catch {
      // The next place.
    }
  }
  return null;
}

/** Starts nginx on a folder with a page for each code, with our file in its server block. */
async function startNginx(pathPrefix: string): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), "nginx-"));
  const ofCodes = codes.flatMap((code) => [`errors/${code}/`, `contact/${code}/`]);
  const pages = ["", "errors/", "contact/", ...ofCodes].flatMap((page) => [page, `cy/${page}`]);
  const write = (path: string, words: string) => {
    mkdirSync(dirname(join(folder, "root", pathPrefix, path)), { recursive: true });
    writeFileSync(join(folder, "root", pathPrefix, path), words);
  };
  for (const page of pages) write(`${page}index.html`, `page ${page.replace(/\/$/, "")}`);
  for (const edition of ["", "cy/"]) write(`${edition}404.html`, `page ${edition}404`);
  writeFileSync(join(folder, "help.conf"), nginxFile(pathPrefix));
  const port = await freePort();
  const stores = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const server = `server { listen 127.0.0.1:${port}; root ${folder}/root; include ${folder}/help.conf; }`;
  const http = [...stores, "access_log off;", "types { text/html html; }", server];
  const whole = ["daemon off;", "master_process off;", `pid ${folder}/pid;`, "error_log stderr crit;", "events {}"];
  writeFileSync(join(folder, "nginx.conf"), [...whole, `http { ${http.join("\n")} }`].join("\n"));
  const child = spawn(nginx ?? "", ["-p", folder, "-e", "stderr", "-c", join(folder, "nginx.conf")]);
  let said = "";
  child.stderr.on("data", (words) => (said += String(words)));
  await answering(port, child, () => said);
  return {
    get: (path) => get(port, path),
    stop: async () => {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

async function answering(port: number, child: ChildProcess, said: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`nginx does not start: ${said()}`);
    try {
      await get(port, "/");
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 20));
    }
  }
}

/** Asks for a path as it stands: `fetch` would tidy it up. */
function get(port: number, path: string): Promise<Answer> {
  return new Promise((done, fail) => {
    request({ host: "127.0.0.1", port, path }, (response) => {
      let body = "";
      response.on("data", (part) => (body += String(part)));
      response.on("end", () =>
        done({ status: response.statusCode ?? 0, headers: response.headers as Answer["headers"], body }),
      );
    })
      .on("error", fail)
      .end();
  });
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
