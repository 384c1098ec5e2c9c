import { parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { everyElement, attribute, textOf } from "../support/page.ts";
import type { Element } from "../support/page.ts";
import { article, siteFrom } from "../support/site-from.ts";
import type { FilesInMemory } from "../support/site-from.ts";

async function load(files: FilesInMemory) {
  const { site, diagnostics } = await siteFrom(files);
  const page = (address: string) => site.articles.find((one) => one.address === address)!;
  const elements = (address: string) => everyElement(parseFragment(page(address).body.html));
  return { page, diagnostics, elements };
}

/** The element that an id names, and what stands around it. */
function around(elements: readonly Element[], id: string): Element {
  const found = elements.filter((element) => attribute(element, "id") === id);
  expect(found).toHaveLength(1);
  return found[0]!.parentNode as Element;
}

describe("the heading where a code is at home", () => {
  test("has the code as one more id, in small letters too, and stays as it is otherwise", async () => {
    const { page, elements } = await load({ "a.md": article("## No - Reference CID7023\n\nWords.\n\n## Other\n") });
    for (const id of ["CID7023", "cid7023"]) {
      const heading = around(elements("/a/"), id);
      expect([heading.tagName, attribute(heading, "id"), textOf(heading)]).toEqual([
        "h2",
        "no---reference-cid7023",
        "No - Reference CID7023",
      ]);
    }
    const { facts } = page("/a/").body;
    expect(facts.headings.map(({ id, aliases }) => [id, aliases.filter((alias) => /^cid/i.test(alias))])).toEqual([
      ["no---reference-cid7023", ["CID7023", "cid7023"]],
      ["other", []],
    ]);
    expect([...facts.ids]).toEqual(expect.arrayContaining(["CID7023", "cid7023"]));
  });

  test("has the ids of every code that is at home there, each id once on the page", async () => {
    const body = "## CID7023 and CID7029\n\nWords.\n\n### CID7029: again\n\nWords.\n\n## cid7029\n\n## Own {#CID2011}\n\n## CID2011: Z\n";
    const { elements } = await load({ "a.md": article(body) });
    const all = elements("/a/");
    expect(textOf(around(all, "CID7023"))).toBe("CID7023 and CID7029");
    expect(textOf(around(all, "CID7029"))).toBe("CID7023 and CID7029");
    const ids = all.flatMap((element) => attribute(element, "id") ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    // An editor's own id stays where it was put, and so does the id that a heading has by its words.
    const named = (id: string) => textOf(all.find((element) => attribute(element, "id") === id)!);
    expect([named("CID2011"), named("cid7029")]).toEqual(["Own", "cid7029"]);
  });

  test("is the only one: a page that merely names the code, or translates it, has no such id", async () => {
    const { elements } = await load({
      "a.md": article("## CID7023: No\n\nWords.\n"),
      "b.md": article("## More on CID7023\n\nWords.\n", { title: "B", position: "2" }),
    });
    expect(elements("/b/").filter((element) => attribute(element, "id") === "CID7023")).toEqual([]);
  });

  test("may be an expander, whose words on it get the id", async () => {
    const { elements } = await load({
      "a.md": article('## Errors\n\n::: expander "Seen" CID7023? {#x}\n\nWords.\n\n:::\n'),
    });
    const words = around(elements("/a/"), "CID7023");
    expect([words.tagName, textOf(words)]).toEqual(["span", '"Seen" CID7023?']);
    expect((words.parentNode as Element).tagName).toBe("summary");
  });

  test("leaves out what stands above the first heading", async () => {
    const { elements } = await load({ "a.md": article("You see CID7023.\n\n## More\n") });
    expect(elements("/a/").filter((element) => /^cid/i.test(attribute(element, "id") ?? ""))).toEqual([]);
  });
});

describe("links to a code's id", () => {
  const home = { "a.md": article("## Words - CID7023\n\nWords.\n") };
  const linking = (href: string) => article(`[Words](${href})`, { title: "B", position: "2" });

  test.each(["/a/#CID7023", "a.md#cid7023"])("are right: %s", async (href) => {
    const { diagnostics } = await load({ ...home, "b.md": linking(href) });
    expect(diagnostics).toEqual([]);
  });

  test("are broken where the code is at home on another page", async () => {
    const { diagnostics } = await load({ ...home, "b.md": article("## CID7029: B\n\n[Words](#CID7023)", { title: "B", position: "2" }) });
    expect(diagnostics.map(({ rule }) => rule)).toContain("broken-link");
  });
});
