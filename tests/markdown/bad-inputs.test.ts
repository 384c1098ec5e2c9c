import { describe, expect, test } from "vitest";
import { allFaults, render } from "./render.ts";

/** An input that somebody will write one day, by its row in the list of bad inputs, and what is said of it. */
type Row = readonly [row: number, source: string, said: readonly string[]];

const inList = (items: number): string =>
  Array.from({ length: items }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n");

const expander = (inside: string): string => `<details>\n<summary>A</summary>\n${inside}\n</details>`;

const rows: readonly Row[] = [
  [62, inList(10), []],
  [62, inList(11), ["warning nesting-too-deep 11:21"]],
  [62, `${">".repeat(150)} words`, ["warning nesting-too-deep 1:1", "error nesting-too-deep 1:1"]],
  [62, `Words.\n\n${"- ".repeat(150)}words`, ["warning nesting-too-deep 3:1", "error nesting-too-deep 3:1"]],
  [62, `${"::: inset\n".repeat(12)}words\n${":::\n".repeat(12)}`, ["warning nesting-too-deep 11:1"]],
  [64, "Words {onclick=alert(1)}", ["error unsafe-html 1:8"]],
  [64, "One\n\nWords {onerror}", ["error unsafe-html 3:8"]],
  [64, "Words {style=color:red}", ["warning dropped-html 1:8"]],
  [64, "[a](/b/){href=javascript:alert(1)}", ["error unsafe-html 1:10"]],
  [64, "Words {srcdoc=x}", ["error unsafe-html 1:8"]],
  [65, "## A {#maincontent}", ["warning dropped-html 1:7"]],
  [65, "## A {#cookie}", ["warning dropped-html 1:7"]],
  [65, '<p id="__proto__">a</p>', ["warning dropped-html 1:4"]],
  [65, "## A {#one}\n\n## B {#one}", ["warning dropped-html 3:7"]],
  [65, '<p id="one">a</p>\n<p id="one">b</p>', ["warning dropped-html 2:4"]],
  [66, "[a](javascript:alert(1))", ["error unsafe-link 1:5"]],
  [66, "[a](JaVaScRiPt:alert(1))", ["error unsafe-link 1:5"]],
  [66, "[a](java&#10;script:alert(1))", ["error unsafe-link 1:5"]],
  [66, "[a](&#106;avascript:alert(1))", ["error unsafe-link 1:5"]],
  [66, "[a](<java\tscript:alert(1)>)", ["error unsafe-link 1:6"]],
  [66, "Words\n[a][b]\n\n[b]: javascript:alert(1)", ["error unsafe-link 2:2"]],
  [66, "![a](javascript:alert(1))", ["error unsafe-link 1:6"]],
  [67, '<a href="javascript:alert(1)">a</a>', ["error unsafe-link 1:4"]],
  [67, 'Words\n<a href="java&#10;script:alert(1)">a</a>', ["error unsafe-link 2:4"]],
  [67, "<a href=' JAVASCRIPT:alert(1)'>a</a>", ["error unsafe-link 1:4"]],
  [68, "[a](//evil.example/)", ["error unsafe-link 1:5"]],
  [68, "[a](blob:https://evil.example/x)", ["error unsafe-link 1:5"]],
  [68, "[a](x-app:open)", ["error unsafe-link 1:5"]],
  [68, "[a](data:text/html,x)", ["error unsafe-link 1:5"]],
  [68, "[a](file:///etc/passwd)", ["error unsafe-link 1:5"]],
  [68, "[a](\\\\evil.example)", ["error unsafe-link 1:5"]],
  ...(
    "script style iframe object embed base link form input math template textarea select frameset noscript marquee " +
    "meta.http-equiv=refresh svg.onload=a() video.onplay=a() button.formaction=/x"
  )
    .split(" ")
    .map((tag): Row => [69, `Words.\n\n<${tag.replace(".", " ")}>a`, ["error unsafe-html 3:1"]]),
  [69, "Words.\n\n<x-card>a</x-card>", ["warning dropped-html 3:1"]],
  [70, "<img src=x onerror=a()>", ["error unsafe-html 1:12"]],
  [
    70,
    "<details ontoggle=a() open>\n<summary>A</summary>\nb\n</details>",
    ["warning raw-expander 1:1", "error unsafe-html 1:10"],
  ],
  [70, "<a href=/x/ ping=https://evil.example>a</a>", ["error unsafe-html 1:13"]],
  [70, "<a href=/x/ target=_blank>a</a>", ["warning dropped-html 1:13"]],
  [71, "Words.\n\n<details>\n<summary>A</summary>\n\n## Next", ["error expander-never-closed 3:1"]],
  [71, "Words.\n\n::: expander A\nMore.", ["error expander-never-closed 3:1"]],
  [71, "Words.</main>", ["warning stray-end-tag 1:7"]],
  [71, "Words.\n\n</body>", ["warning stray-end-tag 3:1"]],
  [71, "Words.\n\n<!-- a\n\nb", ["error comment-never-closed 3:1"]],
  [71, "Words.\n\n<plaintext>\nb", ["error unsafe-html 3:1"]],
  [71, "Words.\n\n<textarea>\nb", ["error unsafe-html 3:1"]],
  [72, "<details>\nWords.\n</details>", ["warning expander-without-summary 1:1", "warning raw-expander 1:1"]],
  [72, expander(expander("b")), ["warning raw-expander 1:1", "warning raw-expander 3:1"]],
  [72, expander("**b** without an empty line before it"), ["warning raw-expander 1:1"]],
  [
    73,
    "<math><mtext><table><mglyph><style><img src=x onerror=a()>",
    [
      "error unsafe-html 1:1",
      "warning unknown-tag 1:7",
      "warning unclosed-element 1:14",
      "warning unknown-tag 1:21",
      "error unsafe-html 1:29",
      "error unsafe-html 1:47",
    ],
  ],
  [73, "<noscript><p title='</noscript><img src=x onerror=a()>'>", ["error unsafe-html 1:1"]],
  [73, "Words <svg><style>a</style></svg>", ["error unsafe-html 1:7"]],
  [74, "<form id=config>a</form>", ["error unsafe-html 1:1"]],
  [74, "<img name=body src=x alt=''>", ["warning dropped-html 1:6"]],
  [74, "<p id=search-query>a</p>", ["warning dropped-html 1:4"]],
  [74, "<a name=cookie>a</a>", ["warning dropped-html 1:4"]],
];

describe("bad inputs", () => {
  test.each(rows)("row %i: %j", (_, source, said) => {
    const found = allFaults(source).map((fault) => fault.replace(/^(\w+) (\d+:\d+)-\d+ (.*)$/, "$1 $3 $2"));
    expect(found).toEqual(said);
  });

  test("lose no words where there is only a warning", () => {
    for (const [, source, said] of rows.filter(([, , all]) => all.every((fault) => fault.startsWith("warning")))) {
      const last = /(\w+)\W*$/.exec(source.replace(/<[^<>]*>|:::|\{[^{}]*\}/g, ""))?.[1] ?? "";
      expect({ said, html: render(source).body.html }).toEqual({ said, html: expect.stringContaining(last) });
    }
  });

  const length = 100_000;

  test.each([
    [61, "quote marks", ">"],
    [61, "list markers", "- "],
    [61, "brackets", "["],
    [61, "emphasis", "*a **a "],
    [61, "backticks", "`a``"],
    [61, "character references", "&#1"],
    [61, "links", "[a]("],
    [61, "pictures", "![a"],
    [61, "lists in words", "a\n- b\n"],
    [61, "number signs", "#\u00A0a\n"],
    [61, "numbers in words", "a\n    - b\n"],
    [62, "boxes", "::: inset\n"],
    [63, "attributes", "*a*{.b} "],
  ])(
    "row %i: 100,000 characters of %s come to an end",
    (_row, _name, pattern) => {
      const { html } = render(pattern.repeat(length / pattern.length)).body;
      expect(html.length).toBeLessThan(length * 30);
    },
    // Only what hangs takes this long: how fast it is, a benchmark says, not a test.
    20_000,
  );

  test("row 61: 100,000 characters of table cells come to an end", () => {
    const table = `${"|a".repeat(length / 4)}\n${"|-".repeat(length / 4)}`;
    expect(render(table).body.html.length).toBeLessThan(length * 30);
  }, 20_000);
});
