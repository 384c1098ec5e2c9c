import { describe, expect, test } from "vitest";
import { compareServices, isKey, servicesOn } from "../../src/model/service.ts";
import type { Service } from "../../src/model/service.ts";

const service = (key: string, days: Partial<Pick<Service, "from" | "until">> = {}): Service => ({
  key,
  name: key,
  aliases: [],
  from: null,
  until: null,
  ...days,
});

describe("servicesOn", () => {
  const spring = service("spring", { from: "2026-03-01", until: "2026-05-31" });
  const old = service("old", { until: "2026-02-28" });
  const on = (day: string | null) => servicesOn([spring, old], day).map(({ key }) => key);

  test("gives those of the day, first and last day included", () => {
    expect(on("2026-02-28")).toEqual(["old"]);
    expect(on("2026-03-01")).toEqual(["spring"]);
    expect(on("2026-05-31")).toEqual(["spring"]);
    expect(on("2026-06-01")).toEqual([]);
  });

  test("gives all where no day is known", () => {
    expect(on(null)).toEqual(["spring", "old"]);
  });
});

test("services are sorted by name, capitals and accents aside, and then by key", () => {
  const named = (key: string, name: string) => ({ key, name });
  const services = [named("b", "vaccines"), named("c", "École"), named("a", "Vaccines"), named("d", "eyes")];
  expect(services.toSorted(compareServices).map(({ key }) => key)).toEqual(["c", "d", "a", "b"]);
});

test.each([
  ["gp-online", true],
  ["7", true],
  ["a".repeat(60), true],
  ["a".repeat(61), false],
  ["", false],
  ["GP", false],
  ["gp online", false],
  ["gp-", false],
  ["gp\n", false],
  ["ı", false],
])("isKey %j is %s", (text, verdict) => {
  expect(isKey(text)).toBe(verdict);
});
