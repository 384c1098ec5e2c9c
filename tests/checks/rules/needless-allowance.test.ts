import { describe, expect, test } from "vitest";
import { rules } from "../../../src/checks/rules.ts";
import { checkLoaded } from "../../../src/checks/run-rules.ts";
import { allRules } from "../../../src/cli/all-rules.ts";
import { nearest } from "../../../src/content/nearest.ts";
import { examplesOf, readRulePage } from "../../docs/rule-pages.ts";
import type { FilesInMemory } from "../../support/site-from.ts";
import { article, inShort, siteFrom } from "../../support/site-from.ts";

const names = new Set(allRules.map(({ name }) => name));

async function faults(files: FilesInMemory) {
  return checkLoaded(rules, await siteFrom(files), { names, nearest }, { today: null });
}

describe("needless-allowance", () => {
  test("accepts an entry that turns a warning off", async () => {
    expect(await faults({ "a.md": article("Words.", { subtitle: "", allow: "[missing-subtitle]" }) })).toEqual([]);
  });

  test("names each entry that turns nothing off", async () => {
    const found = await faults({ "a.md": article("Words.", { allow: "[missing-subtitle]" }) });
    expect(found.map(inShort)).toEqual(["warning needless-allowance a.md:7:9"]);
    expect(found[0]?.message).toBe("allow names missing-subtitle, and nothing on this page gives that warning");
  });

  test("asks about each page by itself", async () => {
    const found = await faults({
      "a.md": article("Words.", { allow: "[missing-subtitle]" }),
      "b.md": article("B.", { title: "B", subtitle: "", position: "2" }),
    });
    expect(found.map(inShort)).toEqual(["warning needless-allowance a.md:7:9", "warning missing-subtitle b.md:1:1"]);
  });

  test("says that an error cannot be allowed, and the error stays", async () => {
    const found = await faults({ "a.md": article("[The GP page](/nowhere/)", { allow: "[broken-link]" }) });
    expect(found.map(inShort)).toEqual(["warning needless-allowance a.md:7:9", "error broken-link a.md:10:15"]);
    expect(found[0]?.message).toBe("allow names broken-link, which is an error here, and an error cannot be allowed");
  });

  test("leaves to unknown-allowance what no rule has as its name", async () => {
    const found = await faults({ "a.md": article("Words.", { allow: "[missing-subtitel]" }) });
    expect(found.map(inShort)).toEqual(["warning unknown-allowance a.md:7:9"]);
  });

  test("can be allowed itself, as unknown-allowance can", async () => {
    const allow = "[missing-subtitle, needless-allowance, nothing, unknown-allowance]";
    expect(await faults({ "a.md": article("Words.", { allow }) })).toEqual([]);
  });

  test("says nothing of a warning that comes with the day", async () => {
    expect(await faults({ "a.md": article("Words.", { allow: "[overdue-review]" }) })).toEqual([]);
  });

  test("speaks of a whole page while another has an error", async () => {
    const found = await faults({
      "a.md": article("Words.", { allow: "[missing-subtitle]" }),
      "b.md": article("B.", { title: "B", hub: "nowhere" }),
    });
    expect(found.map(({ rule, span }) => `${rule} ${span.file}`)).toEqual([
      "needless-allowance a.md",
      "unknown-hub b.md",
    ]);
  });

  test("says nothing of a page with an error, which may hide what follows it", async () => {
    const found = await faults({ "a.md": article("::: expander Words\n\n*More*.", { allow: "[italics]" }) });
    expect(found.map(({ severity }) => severity)).toEqual(["error"]);
  });

  const examples = allRules.flatMap(({ name }) =>
    examplesOf(readRulePage(name))
      .filter(({ kind, files }) => kind === "wrong" && files.size > 1)
      .map(({ files }) => [name, Object.fromEntries(files)] as const),
  );
  test.each(examples)("knows whether an error in another file can take %s away", async (name, files) => {
    for (const { rule, severity, span } of await faults(files)) {
      if (rule !== name || severity === "error" || !span.file.endsWith(".md")) continue;
      const allowing = files[span.file]!.replace("---\n", `---\nallow: [${name}]\n`);
      const broken = Object.keys(files).map((file) => [file, file === span.file ? allowing : "{"] as const);
      expect((await faults(Object.fromEntries(broken))).map(inShort)).not.toContainEqual(
        expect.stringContaining("needless-allowance"),
      );
    }
  });
});
