import { describe, expect, test } from "vitest";
import { faults, render } from "./render.ts";

function html(markdown: string): string {
  return render(markdown).body.html.trim();
}

describe("attributes in braces", () => {
  test.each([
    ["## Codes {#your-code}", '<h2 id="your-code">Codes</h2>'],
    ["Words {.nhsuk-u-nowrap}", '<p class="nhsuk-u-nowrap">Words</p>'],
    ["*Croeso*{lang=cy}", '<p><em lang="cy">Croeso</em></p>'],
    ["![A letter](/a.png){width=300 height=200}", '<p><img src="/a.png" alt="A letter" width="300" height="200"></p>'],
    ["- a\n- b\n{.app-list}", '<ul class="app-list">\n<li>a</li>\n<li>b</li>\n</ul>'],
  ])("are given to what stands before them: %j", (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
    expect(faults(markdown)).toEqual([]);
  });

  test.each([
    "{{7*7}}",
    "{% raw %}x{% endraw %}",
    "a {b}",
    "a {b c}",
    "{{ page.title }}",
    "${x}",
    "{}",
    "{",
    "a }",
    "{once}",
    "**a**{{b}}",
    "{name}",
  ])("are words where they look like words: %s", (markdown) => {
    const text = html(markdown)
      .replace(/<\/?(p|strong)>/g, "")
      .replaceAll("**", "");
    expect(text).toBe(markdown.replaceAll("**", ""));
    expect(faults(markdown)).toEqual([]);
  });

  test.each([
    ["Words {onclick=alert(1)}", "onclick"],
    ["Words {onerror}", "onerror"],
    ["*a*{onmouseover=alert(1)}", "onmouseover"],
    ["[a](/b/){href=javascript:alert(1)}", "href"],
    ["![a](/a.png){src=//evil.example/x.png}", "src"],
    ["Words {srcdoc=x}", "srcdoc"],
    ["## Heading {onfocus=alert(1) autofocus=1}", "onfocus"],
  ])("that could act are refused with an error: %s", (markdown, name) => {
    expect(faults(markdown)[0]).toMatch(/^error 1:\d+-\d+ unsafe-html$/);
    expect(html(markdown)).not.toContain(`${name}="alert`);
    expect(html(markdown)).not.toMatch(/javascript:|evil\.example|alert/);
  });

  test.each(["Words {style=color:red}", "Words {.foreign}", "Words {data-x=1}", "*a*{lang=...}"])(
    "that the list does not name are left out with a warning: %s",
    (markdown) => {
      expect(faults(markdown)).toEqual([expect.stringMatching(/^warning 1:\d+-\d+ dropped-html$/)]);
      expect(html(markdown)).toMatch(/^<p>(Words|<em>a<\/em>)<\/p>$/);
    },
  );

  test("keep no id that the site uses itself", () => {
    expect(html("## Main {#maincontent}")).toBe('<h2 id="main">Main</h2>');
    expect(faults("## Main {#maincontent}")).toEqual(["warning 1:10-11 dropped-html"]);
  });

  test("are read twenty times in a block, and are words after that", () => {
    const many = "*a*{.nhsuk-b} ".repeat(30);
    expect(html(many).split('<em class="nhsuk-b">').length - 1).toBe(20);
    expect(html(many).split("{.nhsuk-b}").length - 1).toBe(10);
    expect(faults(many)).toEqual([expect.stringMatching(/^warning .* too-many-attributes$/)]);
  });
});
