import { describe, expect, test } from "vitest";
import { absoluteLinkToOurselves } from "../../../src/checks/rules/absolute-link-to-ourselves.ts";
import { fixedBy, placesOf } from "../../support/run-rule.ts";
import { article } from "../../support/site-from.ts";

describe("absolute-link-to-ourselves", () => {
  const site = (body: string, url = "https://help.example.org/") => ({
    "page.md": article(body),
    "codes.md": article("## Part A", { title: "Security codes", position: "2", aliases: "[/old/]" }),
    "site.yml": `url: ${url}\n`,
  });

  test.each([
    "[Codes](/codes/)",
    "[Codes](https://www.nhs.uk/codes/)",
    "[Codes](https://help.example.org.nhs.uk/codes/)",
    "[Codes](https://help.example.org@nhs.uk/codes/)",
    "[Something else of this host](https://help.example.org/other/)",
  ])("lets %s be", async (body) => {
    expect(await placesOf(absoluteLinkToOurselves, site(body))).toEqual([]);
  });

  test.each([
    ["See [codes](https://help.example.org/codes/).", "9:13", "See [codes](/codes/)."],
    ["[Codes](<http://help.example.org/codes#part-a>)", "9:10", "[Codes](</codes#part-a>)"],
    ['<a href="https://help.example.org/codes/">A</a>', "9:10", '<a href="/codes/">A</a>'],
    ["[Us](https://help.example.org/contact?error=CID1111)", "9:6", "[Us](/contact?error=CID1111)"],
    ["[Home](https://help.example.org)", "9:8", "[Home](/)"],
    ["[Old](https://help.example.org/old/)", "9:7", "[Old](/old/)"],
  ])("makes %s short", async (body, place, fixed) => {
    expect(await placesOf(absoluteLinkToOurselves, site(body))).toEqual([`page.md:${place}`]);
    expect(await fixedBy(absoluteLinkToOurselves, site(body))).toBe(article(fixed));
  });

  test("counts the path under which the site lives on its host", async () => {
    const under = (path: string) => site(`[A](https://example.org${path})`, "https://example.org/help/");
    expect(await placesOf(absoluteLinkToOurselves, under("/codes/"))).toEqual([]);
    expect(await placesOf(absoluteLinkToOurselves, under("/blog/codes/"))).toEqual([]);
    expect(await fixedBy(absoluteLinkToOurselves, under("/help/codes/"))).toBe(article("[A](/codes/)"));
  });

  test.each([
    ["by reference", "[Codes]\n\n[Codes]: https://help.example.org/codes/"],
    ["whose address is its words", "<https://help.example.org/codes/>"],
    ["to a heading that is not there", "[Codes](https://help.example.org/codes/#part-b)"],
  ])("leaves a link %s to a person", async (_, body) => {
    expect(await placesOf(absoluteLinkToOurselves, site(body))).toHaveLength(1);
    expect(await fixedBy(absoluteLinkToOurselves, site(body))).toBe(article(body));
  });
});
