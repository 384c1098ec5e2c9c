import { describe, expect, test } from "vitest";
import { rules } from "../../src/checks/rules.ts";
import { runRules } from "../../src/checks/run-rules.ts";
import type { FilesInMemory } from "../support/site-from.ts";
import { article, hub, inShort, page, siteFrom } from "../support/site-from.ts";

async function faults(files: FilesInMemory): Promise<readonly string[]> {
  return runRules(rules, (await siteFrom(files)).site).map(inShort);
}

describe("runRules", () => {
  test("finds nothing in a site that is right", async () => {
    expect(
      await faults({
        "a.md": article("Words."),
        "h.md": hub("h", { position: "2" }),
        "b.md": article("B.", { title: "B", hub: "h" }),
      }),
    ).toEqual([]);
  });

  test("leaves out the warnings that a page allows", async () => {
    expect(await faults({ "a.md": article("Words.", { subtitle: "", allow: "[missing-subtitle]" }) })).toEqual([]);
  });

  test("names its rules in the order of the alphabet, each once", () => {
    const names = rules.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)].toSorted());
  });
});

describe("tied-position", () => {
  test("accepts the same position in two hubs", async () => {
    expect(
      await faults({
        "h.md": hub("h"),
        "a.md": article("A.", { position: "2" }),
        "b.md": article("B.", { title: "B", hub: "h", position: "2" }),
      }),
    ).toEqual([]);
  });
  test("names the second of two pages at its position", async () => {
    expect(await faults({ "a.md": article("A.", { title: "A" }), "b.md": article("B.") })).toEqual([
      "warning tied-position b.md:6:11",
    ]);
  });
});

describe("missing-position", () => {
  test("names the page", async () => {
    expect(await faults({ "a.md": article("A.", { position: "" }) })).toEqual(["warning missing-position a.md:1:1"]);
  });
});

describe("missing-subtitle", () => {
  test("accepts a page outside the hubs without one", async () => {
    expect(await faults({ "a.md": page({ title: "Cookies", type: "page" }) })).toEqual([]);
  });
  test("names the article or hub", async () => {
    expect(await faults({ "a.md": article("A.", { subtitle: "" }) })).toEqual(["warning missing-subtitle a.md:1:1"]);
  });
});

describe("empty-hub", () => {
  test("names the hub at its name", async () => {
    expect(await faults({ "h.md": hub("h") })).toEqual(["warning empty-hub h.md:5:7"]);
  });
});

describe("duplicate-title", () => {
  test("names the second page at its title", async () => {
    expect(await faults({ "a.md": article("A."), "b.md": article("B.", { position: "2" }) })).toEqual([
      "warning duplicate-title b.md:2:8",
    ]);
  });
});
