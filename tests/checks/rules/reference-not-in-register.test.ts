import { describe, expect, test } from "vitest";
import { referenceNotInRegister } from "../../../src/checks/rules/reference-not-in-register.ts";
import { placesOf, saidBy } from "../../support/run-rule.ts";
import { article } from "../../support/site-from.ts";

const site = (body: string, register = "CID7023:\n  title: A\n") => ({
  "page.md": article(body),
  "error-references.yml": register,
});

describe("reference-not-in-register", () => {
  test("accepts codes that the register has, whatever their status", async () => {
    const register = "CID7023:\nCID7029:\n  status: retired\nCID2011:\n  status: planned\n";
    expect(await placesOf(referenceNotInRegister, site("## CID7023: A\n\nCID7029 or CID2011.", register))).toEqual([]);
  });

  test("accepts every code where there is no register, or none that can be read", async () => {
    expect(await placesOf(referenceNotInRegister, "## CID7023: A")).toEqual([]);
    expect(await placesOf(referenceNotInRegister, site("## CID7023: A", "CID2011: [\n"))).toEqual([]);
  });

  test("leaves links to the contact page to the rules about links", async () => {
    expect(await placesOf(referenceNotInRegister, site("[Contact us](/contact?error=CID9999)"))).toEqual([]);
  });

  test.each([
    ["## CID9999: A\n\nSee CID9999.", ["page.md:9:4"]],
    ["::: expander Seen CID9999?\n\nWords.\n\n:::", ["page.md:9:19"]],
    ["Wait if you see CID9999.", ["page.md:9:17"]],
  ])("marks another one, once, where it is named first: %j", async (body, places) => {
    expect(await placesOf(referenceNotInRegister, site(body))).toEqual(places);
  });

  test("offers the one that is near, and only that", async () => {
    const fixes = async (body: string) => (await saidBy(referenceNotInRegister, site(body))).map(({ fix }) => fix);
    expect(await fixes("## CID7032: A")).toEqual([
      "If you mean CID7023, write that; if not, add CID7032 to error-references.yml",
    ]);
    expect(await fixes("## CID9999: A")).toEqual(["Correct the reference, or add CID9999 to error-references.yml"]);
  });
});
