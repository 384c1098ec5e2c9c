import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogueFiles } from "../../src/output/error-catalogue.ts";
import { openLayouts } from "../../src/output/layouts.ts";
import { entriesOf } from "../../src/output/page-types.ts";
import { article, siteFrom } from "../support/site-from.ts";
import { fencesOf, fileShown } from "./fences.ts";
import { repository } from "./documents.ts";

const guide = "docs/developers/calling-services.md";
const folder = mkdtempSync(join(tmpdir(), "calling-service-"));
const content = {
  "codes.md": article("## CID7023: No connection\n\nWait.\n\n## CID2011: Expired\n\nWait."),
  "error-references.yml": "CID2011: { title: Expired, status: retired }\n",
};

let files: ReadonlyMap<string, string>;
let server: Server;
let catalogue: string;

beforeAll(async () => {
  const layouts = openLayouts(join(repository, "layouts"));
  const { site } = await siteFrom(content, { url: "https://help.example.org/" });
  files = new Map(catalogueFiles(site, entriesOf(site, layouts.text)).map((file) => [`/${file.path}`, file.content]));
  server = createServer(({ url = "" }, response) => {
    const file = files.get(url);
    response.writeHead(file === undefined ? 404 : 200, { "Content-Type": "application/json" });
    response.end(file);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  catalogue = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/errors.json`;
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  for (const name of ["error-codes.test.js", "problem-details.js"])
    writeFileSync(join(folder, name), fileShown(guide, name));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Runs the test that the document shows, for a service that shows some codes. */
function runShownTest(codes: readonly string[], address = catalogue) {
  writeFileSync(join(folder, "error-codes.js"), `export const errorCodes = ${JSON.stringify(codes)};\n`);
  const env = { ...process.env, HELP_CATALOGUE: address };
  return new Promise<{ readonly passed: boolean; readonly said: string }>((done) => {
    execFile(process.execPath, ["--test"], { cwd: folder, env }, (error, stdout) =>
      done({ passed: error === null, said: stdout }),
    );
  });
}

describe("the test that the document shows", () => {
  test("passes where the help centre explains every code", async () => {
    const { passed, said } = await runShownTest(["CID7023"]);
    expect(said).toMatch(/pass 1\b/);
    expect(passed).toBe(true);
  });

  test("names a code that nobody explains", async () => {
    const { passed, said } = await runShownTest(["CID7023", "CID4242"]);
    expect(passed).toBe(false);
    expect(said).toMatch(/CID4242/);
    expect(said).toContain("Ask the help centre's editors to explain these codes");
  });

  test("names a code that no screen should show any more", async () => {
    const { passed, said } = await runShownTest(["CID2011"]);
    expect(passed).toBe(false);
    expect(said).toContain("no screen shows these codes any more");
  });

  test("fails where there is no catalogue", async () => {
    expect((await runShownTest(["CID7023"], catalogue.replace("errors.json", "nothing.json"))).passed).toBe(false);
  });
});

describe("the examples of data", () => {
  const [record = "", problem = ""] = fencesOf(guide, "json");

  test("are what the schema describes, and name every field", () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
    formats.default(ajv);
    const validate = ajv.compile(JSON.parse(files.get("/api/errors.schema.json") ?? "") as object);
    const shown = JSON.parse(record) as object;
    expect([validate(shown), validate.errors]).toEqual([true, null]);
    const made = JSON.parse(files.get("/api/errors/CID7023.json") ?? "") as object;
    expect(Object.keys(shown)).toEqual(Object.keys(made));
  });

  test("are what the shown code makes of each other", async () => {
    const { problemDetails } = (await import(pathToFileURL(join(folder, "problem-details.js")).href)) as {
      readonly problemDetails: (reference: unknown, status: number, instance: string) => unknown;
    };
    const { status, instance } = JSON.parse(problem) as { readonly status: number; readonly instance: string };
    expect(problemDetails(JSON.parse(record), status, instance)).toEqual(JSON.parse(problem));
  });
});
