import { describe, expect, test } from "vitest";
import { rules } from "../../src/checks/rules.ts";
import { runRules, withoutAllowed } from "../../src/checks/run-rules.ts";
import type { FilesInMemory } from "../support/site-from.ts";
import { article, hub, inShort, siteFrom } from "../support/site-from.ts";

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

  test("never leaves out an error, whatever a page allows", async () => {
    const { site, diagnostics } = await siteFrom({
      "a.md": article("[Words](/nowhere/)", { allow: "[broken-link]", titel: "A" }),
    });
    const allowed = new Map(site.articles.map(({ file }) => [file, new Set(["broken-link", "unknown-field"])]));
    expect(withoutAllowed(diagnostics, allowed).map(({ rule }) => rule)).toEqual(["broken-link"]);
  });
});
