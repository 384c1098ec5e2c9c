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

  test("names each entry that no rule has, and offers the nearest", async () => {
    const found = await faults("[missing-subtitel, tied-position, constructor]");
    expect(found.map(inShort)).toEqual(["warning unknown-allowance a.md:7:8", "warning unknown-allowance a.md:7:8"]);
    expect(found.map(({ message }) => message)).toEqual([
      'allow names "missing-subtitel", and there is no warning of that name',
      'allow names "constructor", and there is no warning of that name',
    ]);
    expect(found.map(({ fix }) => fix)).toEqual([
      "Change it to missing-subtitle",
      "Copy the name that stands in brackets after the warning",
    ]);
  });
});
