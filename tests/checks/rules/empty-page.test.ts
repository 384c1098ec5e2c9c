import { describe, expect, test } from "vitest";
import { emptyPage } from "../../../src/checks/rules/empty-page.ts";
import { placesOf } from "../../support/run-rule.ts";
import { hub, page } from "../../support/site-from.ts";

describe("empty-page", () => {
  test.each(["Words.", "- one", "[a](/)", "![a](b.png)", "```\na\n```", "::: expander A\n:::", "<p>a</p>"])(
    "lets an article be that says %j",
    async (body) => {
      expect(await placesOf(emptyPage, body)).toEqual([]);
    },
  );

  test("lets hubs be, and pages that their layout fills in", async () => {
    const privacy = page({ title: "Privacy", type: "page", layout: "layouts/privacy.njk" }, "");
    expect(await placesOf(emptyPage, { "h/index.md": hub("h"), "privacy.md": privacy })).toEqual([]);
  });

  test.each(["", "## A heading\n\n### Another", "<!-- later -->", "&nbsp;", "---"])(
    "names an article at its title that says %j",
    async (body) => {
      expect(await placesOf(emptyPage, body)).toEqual(["2:8"]);
    },
  );

  test("names a page outside the hubs", async () => {
    expect(await placesOf(emptyPage, { "a.md": page({ title: "A", type: "page" }, "") })).toEqual(["a.md:2:8"]);
  });
});
