import { describe, expect, test } from "vitest";
import type { Command } from "../../src/cli/options.ts";
import { helpText, parseOptions, sharedOptions, siteOptions } from "../../src/cli/options.ts";

const command: Command = { name: "build", call: "npm run build", help: "Builds.", options: sharedOptions };

describe("parseOptions", () => {
  test("gives what was typed, and the defaults of the rest", () => {
    const typed = parseOptions(command, ["--content", "docs", "--drafts"]);
    expect(typed.ok && [typed.text("content"), typed.text("output"), typed.text("url"), typed.flag("drafts")]).toEqual([
      "docs",
      "_site",
      undefined,
      true,
    ]);
  });

  test("takes a number below zero for the value of the option before it", () => {
    const typed = parseOptions(command, ["--url", "-4", "--drafts"]);
    expect(typed.ok && [typed.text("url"), typed.flag("drafts")]).toEqual(["-4", true]);
    expect(parseOptions(command, ["--drafts", "-4"]).ok).toBe(false);
  });

  test("refuses a folder without a name, which would be the one that somebody stands in", () => {
    for (const args of [["--content", ""], ["--output="]])
      expect(parseOptions(command, args)).toMatchObject({
        ok: false,
        print: expect.stringContaining("is empty"),
        exitCode: 2,
      });
    expect(parseOptions(command, ["--path-prefix", ""]).ok).toBe(true);
  });

  test("gives the help for --help, whatever else was typed", () => {
    expect(parseOptions(command, ["--drafts", "--help"])).toEqual({ ok: false, print: helpText(command), exitCode: 0 });
  });

  test.each([["--nosuch"], ["word"], ["--content"], ["--drafts=yes"]])(
    "explains %s in a sentence, and where the help is",
    (...args) => {
      const typed = parseOptions(command, args);
      expect(typed.ok).toBe(false);
      if (typed.ok) return;
      expect(typed.exitCode).toBe(2);
      expect(typed.print).toContain("See npm run build -- --help");
      expect(typed.print).not.toMatch(/\n\s+at /);
    },
  );
});

describe("helpText", () => {
  test("names every option with its default", () => {
    const help = helpText(command);
    for (const name of Object.keys(sharedOptions)) expect(help).toContain(`--${name}`);
    expect(help).toContain("(_site)");
  });
});

describe("siteOptions", () => {
  test.each([
    ["help", "/help/"],
    ["/help/", "/help/"],
    ["/", "/"],
    ["//a//b", "/a/b/"],
  ])("reads the path prefix %s as %s", (typed, pathPrefix) => {
    expect(siteOptions(undefined, typed)).toEqual({ ok: true, options: { pathPrefix } });
  });

  test.each([
    ["not a url", undefined],
    ["ftp://example.org/", undefined],
    ["https://user:secret@example.org/", undefined],
    [undefined, "/a b/"],
    [undefined, "/<script>/"],
  ])("refuses the address %s and the prefix %s in a sentence", (url, prefix) => {
    expect(siteOptions(url, prefix).ok).toBe(false);
  });
});
