import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readOlderServices, servicesText } from "../../src/cli/older-services.ts";
import { runCommand } from "../support/run-command.ts";
import { siteFrom } from "../support/site-from.ts";
import type { Desk } from "./content-folder.ts";
import { makeDesk } from "./content-folder.ts";

let desk: Desk;
beforeEach(() => {
  desk = makeDesk();
});
afterEach(() => desk.clear());

const list = () => join(desk.folder, "clients.json");
const written = () => readFileSync(desk.at("services.yml"), "utf8");

/** Imports a list as the older help centre wrote it, or any other text. */
function importList(text: string | Uint8Array) {
  writeFileSync(list(), text);
  return runCommand(["import-services", "--from", list(), "--content", desk.content]);
}

const clients = (services: object) => JSON.stringify({ clients: services }, null, 2);

describe("npm run import-services", () => {
  test("writes a services.yml in order of the names, which loads without a remark", async () => {
    const { exitCode, stdout, stderr } = await importList(
      clients({ "nhs-app": "NHS App", "gp-online": 'GP: online "new"', number: "#1", null: "No", 7: "7" }),
    );
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("services.yml: 5 services\n");
    const { site, diagnostics } = await siteFrom({ "services.yml": written() });
    expect(diagnostics).toEqual([]);
    expect(site.services.map(({ key, name }) => [key, name])).toEqual([
      ["number", "#1"],
      ["7", "7"],
      ["gp-online", 'GP: online "new"'],
      ["nhs-app", "NHS App"],
      ["null", "No"],
    ]);
    expect(written().split("\n").slice(2)).toEqual([
      'number: "#1"',
      '"7": "7"',
      "gp-online: 'GP: online \"new\"'",
      "nhs-app: NHS App",
      '"null": No',
      "",
    ]);
  });

  test("writes keys that cannot stay as keys that can, and says which, with the line", async () => {
    const { exitCode, stdout } = await importList(
      clients({ "trail ": "Trail ", "nhs.app": "NHS  App", Été: "Summer" }),
    );
    expect(exitCode).toBe(0);
    expect(stdout).toContain("3 keys could not stay.");
    expect(stdout).toContain('  line 3: "trail " is now trail\n');
    expect(stdout).toContain('  line 4: "nhs.app" is now nhs-app\n');
    expect(written().split("\n").slice(2)).toEqual(["nhs-app: NHS App", "ete: Summer", "trail: Trail", ""]);
  });

  test("says what it leaves out, and why", async () => {
    const services = { gp: "GP", GP: "Other", other: "Other", "!": "Mark", number: 5, long: "a".repeat(101) };
    const { exitCode, stdout } = await importList(clients(services));
    expect(exitCode).toBe(0);
    expect(stdout).toContain("Left out: 5 services.");
    expect(stdout).toContain('  line 4: "GP" would become gp, which is the key of another service\n');
    expect(stdout).toContain('  line 5: "other" cannot be a key');
    expect(stdout).toContain('  line 6: "!" cannot be made into a key\n');
    expect(stdout).toContain('  line 7: "number" has no name');
    expect(stdout).toContain('  line 8: "long" has a name that is longer than 100 characters\n');
    expect(written().split("\n").slice(2)).toEqual(["gp: GP", ""]);
  });

  test("gives no service the key of one that stands further down", async () => {
    const { stdout } = await importList(clients({ GP: "Other", gp: "GP" }));
    expect(stdout).toContain('  line 3: "GP" would become gp, which is the key of another service\n');
    expect(written()).toContain("\ngp: GP\n");
  });

  test("never writes over a services.yml that is there", async () => {
    desk.write({ "services.yml": "mine: Mine\n" });
    const { exitCode, stdout, stderr } = await importList(clients({ a: "A" }));
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/services\.yml is there already, and was not changed\. Rename or delete it first\.\n$/);
    expect(written()).toBe("mine: Mine\n");
  });

  const refusals: readonly (readonly [typed: string | Uint8Array, words: string])[] = [
    ['{"clients": {\n"a": "b",\n}}', "line 3: this is not JSON"],
    ['{"clients": {"a": "b"', "this is not JSON"],
    ["", "not JSON, or it ends too early"],
    ['{"clients": ["a"]}', 'no object called "clients"'],
    ['{"services": {}}', 'no object called "clients"'],
    ["5", 'no object called "clients"'],
    ['{"clients": {}}', '"clients" is empty'],
    ['{"clients": {"a": "A",\n"a": "B"}}', "line 2: The field a is written twice"],
    ['{"clients": {\n"__proto__": "A"}}', 'line 2: A field cannot be called "__proto__"'],
    ['{"clients": {"constructor": {"prototype": "A"}}}', 'line 1: A field cannot be called "constructor"'],
    [`${"[".repeat(100_000)}${"]".repeat(100_000)}`, "nested more than 20 deep"],
    [" ".repeat(1_000_001), "larger than 1 MB"],
    [new Uint8Array([0x7b, 0xe9, 0x7d]), "not saved as UTF-8"],
  ];
  test.each(refusals.map(([typed, words]) => ({ typed, words })))(
    'says "$words", and writes nothing',
    async ({ typed, words }) => {
      const { exitCode, stdout, stderr } = await importList(typed);
      expect([1, 2]).toContain(exitCode);
      expect(stdout).toBe("");
      expect(stderr).toContain(words);
      expect(stderr.trimEnd().split("\n")).toHaveLength(1);
      expect(existsSync(desk.at("services.yml"))).toBe(false);
    },
  );

  test.each([
    [[], "Name the older list: --from"],
    [["--from", "/nowhere/clients.json"], "There is no file /nowhere/clients.json"],
    [["--from", "src"], "There is no file src"],
    [["--from", "package.json", "--content", "/nowhere"], "There is no folder /nowhere"],
  ])("refuses %j", async (options, words) => {
    const { exitCode, stderr } = await runCommand(["import-services", ...options]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(words);
  });
});

test("an older list with a byte order mark and the line ends of Windows is read as any other", () => {
  const read = readOlderServices('\uFEFF{\r\n"clients": {\r\n"a.b": "A"}}');
  expect(read).toMatchObject({ ok: true, changed: [{ line: 3, from: "a.b", key: "a-b" }] });
});

test("a name that would be something else to YAML is written in quotes", async () => {
  const names = ["true", "~", "- a", "a: b", "[a]", "@a", "1e3", "a #b", "'", '"', "&a", "!a", "a\u00A0b"];
  const text = servicesText(names.map((name, index) => ({ key: `s${index}`, name })));
  const { site } = await siteFrom({ "services.yml": text });
  const read = site.services.toSorted((a, b) => Number(a.key.slice(1)) - Number(b.key.slice(1)));
  expect(read.map(({ name }) => name)).toEqual(names.map((name) => name.replace("\u00A0", " ")));
});
