import { describe, expect, test } from "vitest";
import { unknownAllowances } from "../../../src/checks/rules/unknown-allowance.ts";
import { nearest } from "../../../src/content/nearest.ts";
import { article, inShort, siteFrom } from "../../support/site-from.ts";

const names = new Set(["missing-subtitle", "tied-position"]);

async function faults(allow: string) {
  const { site } = await siteFrom({ "a.md": article("Words.", { allow }) });
  return unknownAllowances(site, { names, nearest });
}

describe("unknown-allowance", () => {
  test("accepts the names of rules", async () => {
    expect(await faults("[missing-subtitle, tied-position]")).toEqual([]);
  });

  test("underlines the entry alone, in a list of lines and as a single name too", async () => {
    const spans = async (allow: string) => (await faults(allow)).map(({ span }) => span);
    expect(await spans("\n  - tied-position\n  - tied")).toMatchObject([{ line: 9, column: 5, endColumn: 9 }]);
    expect(await spans("tied")).toMatchObject([{ line: 7, column: 8, endColumn: 12 }]);
  });

  test("says that a list needs square brackets", async () => {
    const [found, ...others] = await faults("missing-subtitle, tied-position");
    expect(others).toEqual([]);
    expect(found?.message).toBe("allow holds several names, and they are no list");
    expect(found?.fix).toBe("Put square brackets around them: allow: [missing-subtitle, tied-position]");
  });

  test("names each entry that no rule has, and offers the nearest", async () => {
    const found = await faults("[missing-subtitel, tied-position, constructor]");
    expect(found.map(inShort)).toEqual(["warning unknown-allowance a.md:7:9", "warning unknown-allowance a.md:7:42"]);
    expect(found.map(({ message }) => message)).toEqual([
      'allow names "missing-subtitel", and there is no warning of that name',
      'allow names "constructor", and there is no warning of that name',
    ]);
    expect(found.map(({ fix }) => fix)).toEqual([
      "If you mean missing-subtitle, write that; if not, copy the name that stands in brackets after the warning",
      "Copy the name that stands in brackets after the warning",
    ]);
  });
});
