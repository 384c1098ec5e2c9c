import { describe, expect, test } from "vitest";
import { readYaml } from "../../src/content/yaml.ts";
import { inShort } from "../support/site-from.ts";

/** What a text of fields is said to be, the fields starting on line 2 as in a page. */
function said(text: string) {
  return readYaml(text, "a.md", 2).diagnostics;
}

/** Words of the YAML library, and of YAML itself, that say nothing to an editor. */
const jargon =
  /token|scalar|node|implicit|mapping|\bmaps?\b|sequence|\bseq\b|flow|block|indicator|directive|anchor|alias(?!es)|\btag\b|merge|parse|stream|plain value|reserved|column items|resolve|unexpected/i;

/** What is typed, what is said of it, at which line below the line above it, in which column, and words of the cure. */
const slips: readonly (readonly [typed: string, place: string, cure: string])[] = [
  // Quotes and brackets around a part of the value.
  ["title: 'Safe Senders' list", "malformed-yaml 1:8", `title: "'Safe Senders' list"`],
  ['title: "Forbidden" message', "malformed-yaml 1:8", `title: '"Forbidden" message'`],
  ["title: 'Don't'", "malformed-yaml 1:8", `title: "Don't"`],
  ["title: 'Jane's team'", "malformed-yaml 1:8", `title: "Jane's team"`],
  ['title: "one" or "two"', "malformed-yaml 1:8", `title: '"one" or "two"'`],
  ["title: [Draft] hello", "malformed-yaml 1:8", 'title: "[Draft] hello"'],
  ["title: [words](/there/)", "malformed-yaml 1:8", 'title: "[words](/there/)"'],
  // Signs with a meaning.
  ["title: @home", "malformed-yaml 1:8", 'title: "@home"'],
  ["title: `code`", "malformed-yaml 1:8", 'title: "`code`"'],
  ["title: %50 off", "malformed-yaml 1:8", 'title: "%50 off"'],
  ["title: , and more", "malformed-yaml 1:8", 'title: ", and more"'],
  ["title: | or", "malformed-yaml 1:8", 'title: "| or"'],
  ["title: > more", "malformed-yaml 1:8", 'title: "> more"'],
  ["title: ? what", "malformed-yaml 1:8", 'title: "? what"'],
  ["title: - one", "malformed-yaml 1:8", 'title: "- one"'],
  ["title: ] x", "malformed-yaml 1:8", 'title: "] x"'],
  ["title: {% raw %}", "malformed-yaml 1:8", 'title: "{% raw %}"'],
  ["title: **Important** words", "malformed-yaml 1:8", 'title: "**Important** words"'],
  ["title: *star", "yaml-feature 1:8", 'title: "*star"'],
  ["title: &hello you", "yaml-feature 1:8", 'title: "&hello you"'],
  ["title: !important words", "yaml-feature 1:8", 'title: "!important words"'],
  ['title: !!js/function "x"', "yaml-feature 1:8", `title: '!!js/function "x"'`],
  ["title: {{ x }}", "yaml-feature 1:8", 'title: "{{ x }}"'],
  // Colons.
  ["title: Help: what to do", "malformed-yaml 1:8", 'title: "Help: what to do"'],
  ["title: a: b: c", "malformed-yaml 1:8", 'title: "a: b: c"'],
  ['title: Say "yes": now', "malformed-yaml 1:8", `title: 'Say "yes": now'`],
  ["title:Again", "malformed-yaml 1:6", "Write title: Again"],
  ["title:\u00A0Again", "malformed-yaml 1:6", "Delete it and type a space: title: Again"],
  ["title：Again", "malformed-yaml 1:6", "Type it again: title: Again"],
  ["title = Again", "malformed-yaml 1:7", "Write a colon in place of =, and a space: title: Again"],
  ["title; Again", "malformed-yaml 1:6", "Write a colon in place of ;, and a space: title: Again"],
  ["title", "malformed-yaml 1:1", "Write a colon after the name, then a space and the value"],
  ["Some words", "malformed-yaml 1:1", "If the words go on from the line above, put them at its end"],
  // Never closed, or one too many.
  ['title: "Passwords', "malformed-yaml 1:8", 'Put one at the end of the value too: title: "Passwords"'],
  ["title: 'Passwords", "malformed-yaml 1:8", 'Put one at the end of the value too: title: "Passwords"'],
  ['"title: Passwords', "malformed-yaml 1:1", "Delete it: title: Passwords"],
  ["search_terms: [log on, sign on", "malformed-yaml 1:15", "Write ] at the end of the list"],
  ["search_terms: [log on, sign on]]", "malformed-yaml 1:32", "Delete the last ]"],
  ["search_terms: [log on,, sign on]", "malformed-yaml 1:15", "Put one comma between two entries"],
  ['title: "C:\\Users"', "malformed-yaml 1:11", "title: 'C:\\Users'"],
  // Lists and indentation.
  ["  title: Passwords", "malformed-yaml 1:1", "Delete the spaces before it: title: Passwords"],
  ["\ttitle: Passwords", "malformed-yaml 1:1", "Delete the tab"],
  ["- title: Passwords", "malformed-yaml 1:1", "Delete that sign: title: Passwords"],
  ["* title: Passwords", "malformed-yaml 1:1", "Delete that sign: title: Passwords"],
  ["- one entry", "malformed-yaml 1:1", "Write the name of its field and a colon on the line above"],
  ["search_terms:\n  - log on\n-sign on", "malformed-yaml 3:1", "Write - sign on"],
  ["search_terms:\n  - log on\n - sign on", "malformed-yaml 3:2", "Start it in the same column as the entry above"],
  ["aliases:\n  - /a/\n  /b/", "malformed-yaml 3:3", "Write - /b/"],
  // The same twice, an early end.
  ["title: A\ntitle: B", "malformed-yaml 2:1", "Keep one of the two and delete the other"],
  ["title: A\n...\nsubtitle: B", "malformed-yaml 2:1", "Delete this line"],
];

describe("usual slips in fields", () => {
  test.each(slips)("%j is told once, at its place, in an editor's words", (typed, place, cure) => {
    const [rule = "", at = ""] = place.split(" ");
    const [line = 0, column = 0] = at.split(":").map(Number);
    const above = ["type: article", "hub: home"];
    // Between other fields, and as the last one: the library gives up at other places there.
    for (const lines of [[...above, typed, "owner: Us"], [...above, typed]]) {
      const found = said(`${lines.join("\n")}\n`);
      expect(found.map(inShort)).toEqual([`error ${rule} a.md:${line + 3}:${column}`]);
      expect(found[0]?.fix).toContain(cure);
      expect(`${found[0]?.message} ${found[0]?.fix}`.replaceAll(typed, "")).not.toMatch(jargon);
    }
  });

  const withLine = slips.flatMap(([typed, , cure]) => {
    const line = /title: (?!Passwords$).*$/.exec(cure)?.[0];
    return line === undefined ? [] : [[typed, line] as const];
  });

  test.each(withLine)("%j is cured by %j", (typed, line) => {
    const { root, diagnostics } = readYaml(`${line}\nowner: Us\n`, "a.md", 2);
    expect(diagnostics).toEqual([]);
    const words = (text: string) => text.replaceAll(/["'\\=;：:\s]/g, "");
    expect(words(`title${root?.entries[0]?.node.typed}`)).toBe(words(typed));
  });

  test("are each told where there are several", () => {
    const found = said("title: 'Safe' list\ntype: article\nsubtitle: Help: what\nowner:Us\n");
    expect(found.map(inShort)).toEqual([
      "error malformed-yaml a.md:2:8",
      "error malformed-yaml a.md:4:11",
      "error malformed-yaml a.md:5:6",
    ]);
  });

  test("name a field that is written twice, and where it stood first", () => {
    expect(said("title: A\nhub: home\ntitle: B\n").map(({ message }) => message)).toEqual([
      "The field title is written twice, first on line 2",
    ]);
  });

  test.each(["title: Jane's", 'title: Say "hi"', "title: one - two", "title: 50%", "title: a]", "# a remark", "title: a:b"])(
    "are not seen in %j",
    (typed) => {
      expect(said(`${typed}\nhub: home\n`)).toEqual([]);
    },
  );
});
