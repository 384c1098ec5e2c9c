import { describe, expect, test } from "vitest";
import type { FilesInMemory } from "../support/site-from.ts";
import { article, hub, inShort, siteFrom } from "../support/site-from.ts";

async function load(files: FilesInMemory) {
  const { site, diagnostics, leftOut } = await siteFrom(files);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return {
    lists: Object.fromEntries([...site.lists].map(([name, pages]) => [name, pages.map(({ file }) => file)])),
    errors: errors.map(inShort),
    messages: errors.map(({ message, fix }) => `${message}. ${fix}`),
    leftOut,
  };
}

describe("growHubTree", () => {
  test("hangs hubs of any depth and their articles under home, by position", async () => {
    const { lists, errors } = await load({
      "a/index.md": hub("a", { position: "2" }),
      "a/b/index.md": hub("b", { hub: "a" }),
      "a/b/c/index.md": hub("c", { hub: "b" }),
      "a/b/c/deep.md": article("Words.", { hub: "c" }),
      "first.md": article("Words.", { position: "1" }),
      "last.md": article("Words.", { position: "10" }),
    });
    expect(errors).toEqual([]);
    expect(lists).toEqual({ home: ["first.md", "a/index.md", "last.md"], a: ["a/b/index.md"], b: ["a/b/c/index.md"], c: ["a/b/c/deep.md"] });
  });

  test("breaks ties of position by the path of the file, and puts pages without one last", async () => {
    const { lists } = await load({
      "z.md": article("Words.", { position: "" }),
      "c.md": article("Words.", { position: "2" }),
      "b.md": article("Words.", { position: "2" }),
    });
    expect(lists).toEqual({ home: ["b.md", "c.md", "z.md"] });
  });

  test("reports a hub that is not there, at its field, and offers the nearest", async () => {
    const { errors, messages, leftOut } = await load({ "manage.md": hub("manage"), "a.md": article("Words.", { hub: "mange" }) });
    expect(errors).toEqual(["error unknown-hub a.md:5:6"]);
    expect(messages).toEqual(['There is no hub called "mange". If you mean manage, write that; if not, write one of: home, manage']);
    expect(leftOut).toEqual(["a.md"]);
  });

  test("reports hubs that contain each other once, with all their files, and none of their pages as lost", async () => {
    const { errors, messages } = await load({
      "a.md": hub("a", { hub: "b" }),
      "b.md": hub("b", { hub: "a" }),
      "c.md": article("Words.", { hub: "a" }),
    });
    expect(errors).toEqual(["error hub-cycle a.md:6:6"]);
    expect(messages[0]).toContain("a.md, b.md");
  });

  test("reports a hub that contains itself", async () => {
    expect((await load({ "a.md": hub("a", { hub: "a" }) })).messages[0]).toContain("The hub contains itself");
  });

  test("reports a hub name that is taken, naming the file that has it", async () => {
    const { errors, messages } = await load({ "a.md": hub("a"), "b.md": hub("a") });
    expect(errors).toEqual(["error duplicate-hub-name b.md:5:7"]);
    expect(messages[0]).toContain("a.md");
  });

  test("reports a hub called home that is not the front page", async () => {
    expect((await load({ "a.md": hub("home") })).errors).toEqual(["error duplicate-hub-name a.md:5:7"]);
  });

  test("tells one fault once: pages of a hub whose file cannot be read are not reported as lost", async () => {
    const { errors, leftOut } = await load({
      "manage.md": hub("manage", { title: "" }),
      "a.md": article("Words.", { hub: "manage" }),
    });
    expect(errors).toEqual(["error missing-field manage.md:1:1"]);
    expect(leftOut).toEqual(["a.md", "manage.md"]);
  });

  test("does not let a hub that is a draft take its pages along unseen", async () => {
    const files = { "m.md": hub("m", { draft: "true" }), "a.md": article("Words.", { hub: "m" }) };
    expect((await load(files)).errors).toEqual(["error hub-is-draft a.md:5:6"]);
  });

  test("says nothing of drafts in a hub that is a draft", async () => {
    const files = { "m.md": hub("m", { draft: "true" }), "a.md": article("Words.", { hub: "m", draft: "true" }) };
    expect((await load(files)).errors).toEqual([]);
  });
});
