import { describe, expect, test } from "vitest";
import { duplicateServices } from "../../src/content/service-names.ts";
import { spanAt } from "../../src/model/diagnostic.ts";
import { inShort, siteFrom } from "../support/site-from.ts";

async function services(yaml: string) {
  const { site, diagnostics } = await siteFrom({ "services.yml": yaml });
  return { services: site.services, diagnostics };
}

const faults = async (yaml: string) => (await services(yaml)).diagnostics.map(inShort);

describe("services.yml", () => {
  test("gives the services in order of their names, whatever their order in the file", async () => {
    const yaml = "zebra: Écoles\nb: vaccines\na: Vaccines of last year\nhospital: Hospital letters\n111: 111\n";
    const found = await services(yaml);
    expect(found.diagnostics).toEqual([]);
    expect(found.services.map(({ key }) => key)).toEqual(["111", "zebra", "hospital", "b", "a"]);
    expect(found.services[0]).toEqual({ key: "111", name: "111", aliases: [], from: null, until: null });
  });

  test("gives what else is known of a service", async () => {
    const yaml = 'gp:\n  name: GP online\n  aliases: [surgery online]\n  from: "2026-01-31"\n  until: 2026-12-31\n';
    expect((await services(yaml)).services).toEqual([
      { key: "gp", name: "GP online", aliases: ["surgery online"], from: "2026-01-31", until: "2026-12-31" },
    ]);
  });

  test("may be missing, empty or only a remark", async () => {
    expect((await siteFrom({})).site.services).toEqual([]);
    expect(await services("")).toEqual({ services: [], diagnostics: [] });
    expect(await services("# Nothing yet\n")).toEqual({ services: [], diagnostics: [] });
  });

  test.each([
    ["GP: GP online\n", "error malformed-key services.yml:1:1"],
    ["gp__online: GP online\n", "error malformed-key services.yml:1:1"],
    ["-gp: GP online\n", "error malformed-key services.yml:1:1"],
    ["gp--online: GP online\n", "error malformed-key services.yml:1:1"],
    ["é: GP online\n", "error malformed-key services.yml:1:1"],
    ['"": GP online\n', "error malformed-key services.yml:1:1"],
    [`${"a".repeat(61)}: GP online\n`, "error malformed-key services.yml:1:1"],
    ['a: GP online\n"b ": Hospital\n', "error malformed-key services.yml:2:1"],
    ["other: Another\n", "error malformed-key services.yml:1:1"],
    ["not-listed: Another\n", "error malformed-key services.yml:1:1"],
    ["gp: A\ngp: B\n", "error malformed-yaml services.yml:2:1"],
    ["gp:\n", "error missing-field services.yml:1:1"],
    ['gp: " "\n', "error missing-field services.yml:1:1"],
    ["gp: {aliases: [a]}\n", "error missing-field services.yml:1:1"],
    ["gp: [GP online]\n", "error malformed-field services.yml:1:5"],
    ["gp: true\n", "error malformed-field services.yml:1:5"],
    ['gp: "a\\u202Eb"\n', "error malformed-field services.yml:1:5"],
    [`gp: ${"a".repeat(101)}\n`, "error malformed-field services.yml:1:5"],
    ["gp: {name: GP online, form: 2026-01-31}\n", "warning unknown-field services.yml:1:23"],
    ["gp: {name: GP online, from: 2026-02-30}\n", "warning malformed-field services.yml:1:29"],
    ["gp: {name: GP online, aliases: [1]}\n", "warning malformed-field services.yml:1:32"],
    ["gp: {name: GP online, from: 2026-02-02, until: 2026-02-01}\n", "warning dates-back-to-front services.yml:1:48"],
    ['gp: "GP online "\n', "warning spaces-around-name services.yml:1:5"],
    ["gp: GP  online\n", "warning spaces-around-name services.yml:1:5"],
    ['gp: {name: GP online, aliases: [a, " b"]}\n', "warning spaces-around-name services.yml:1:36"],
    ["__proto__: GP online\ngp: GP\n", "error dangerous-field services.yml:1:1"],
    ["- GP online\n", "error register-not-fields services.yml:1:1"],
  ])("is checked: %j", async (yaml, fault) => {
    expect(await faults(yaml)).toEqual([fault]);
  });

  test("never gives a service whose key or name cannot be used", async () => {
    expect((await services("Gp: GP online\nother: Other\nhospital:\n")).services).toEqual([]);
  });

  test("shows a name without the spaces around it", async () => {
    expect((await services('gp: " GP  online "\n')).services.map(({ name }) => name)).toEqual(["GP online"]);
  });
});

describe("the edits to services.yml", () => {
  const edits = async (yaml: string) => (await services(yaml)).diagnostics.map(({ edits }) => edits?.[0]?.text ?? null);

  test("take away spaces around keys and names", async () => {
    expect(await edits('"gp ": GP online\n')).toEqual(["gp"]);
    expect(await edits('gp: "GP: online "\n')).toEqual(['"GP: online"']);
  });

  test("make no key of another's, and no name of a part of one", async () => {
    expect(await edits('"gp ": GP online\ngp: Hospital\n')).toEqual([null]);
    expect(await edits("Gp: GP online\n")).toEqual([null]);
    expect(await edits('gp: "GP\n  online  clinic"\n')).toEqual([null]);
  });
});

describe("two services", () => {
  const later = "warning duplicate-service services.yml:2:4";

  test.each([
    ["GP online services", "Hospital letters"],
    ["Ward 1 letters", "Ward 2 letters"],
    ["Clinic1 letters", "Clinic2 letters"],
    ["Care plan", "Core plan"],
    ["Book a vaccine", "Book a vaccine at home"],
    ["Hospital letters", "Hospital lessons"],
  ])("may be called %j and %j", async (one, other) => {
    expect(await faults(`a: ${one}\nb: ${other}\n`)).toEqual([]);
  });

  test.each([
    ["GP online", "GP online"],
    ["GP online", "gp ONLINE"],
    ["GP online", "G.P. on-line"],
    ["Health & care", "Health and care"],
    ["Café bookings", "Cafe\u0301 bookings"],
    ["Carer's portal", "Carer’s portal"],
    ["Hearing appointments", "Hearing apointments"],
    ["Hearing appointments", "Hearing appointmants"],
    ["Hearing appointment", "Hearing appointments"],
    ["Hearing appointments", "Hearing appiontments"],
    ["•", "•"],
  ])("are told apart badly by the names %j and %j", async (one, other) => {
    expect(await faults(`a: ${one}\nb: ${other}\n`)).toEqual([later]);
  });

  test("are told apart by their other names too", async () => {
    expect(await faults("a: {name: GP online, aliases: [surgery, doctor]}\nb: Doctor\n")).toEqual([later]);
    expect(await faults("a: Doctor\nb: {name: GP online, aliases: doctor}\n")).toEqual([
      "warning duplicate-service services.yml:2:31",
    ]);
    expect(await faults("a: {name: GP online, aliases: [GP-online, GP onlines]}\n")).toEqual([]);
  });

  test("may share a name if they are never offered on one day", async () => {
    const pair = (until: string, from: string) => `a: {name: GP, until: ${until}}\nb: {name: GP, from: ${from}}\n`;
    expect(await faults(pair("2026-03-31", "2026-04-01"))).toEqual([]);
    expect(await faults(pair("2026-04-01", "2026-04-01"))).toEqual(["warning duplicate-service services.yml:2:11"]);
  });

  test("are named in the message, with the line", async () => {
    const [found] = (await services("gp: GP online\ngp-web: GP-Online\n")).diagnostics;
    expect(found?.message).toBe('The service gp in line 1 has the name "GP-Online" too');
  });
});

test("20,000 services with names of one form are compared without comparing each with all others", () => {
  const letters = (index: number) => [...String(index)].map((digit) => "abcdefghij"[Number(digit)]).join("");
  const services = Array.from({ length: 20_000 }, (_, index) => {
    const name = `Clinic of ${letters(index)}${letters(index)}`;
    const service = { key: `s${index}`, name, aliases: [], from: null, until: null };
    return { service, nameSpans: [spanAt("services.yml", index + 1, 1)] };
  });
  expect(duplicateServices(services)).toEqual([]);
  expect(duplicateServices([...services, ...services.slice(0, 1)])).toHaveLength(1);
});
