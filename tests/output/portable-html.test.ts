import { serializeOuter } from "parse5";
import { describe, expect, test } from "vitest";
import { portableHtml } from "../../src/output/portable-html.ts";

const page = "https://example.org/help/errors/CID7023/";

function portable(html: string, address = page): string {
  return portableHtml(html, address)
    .map((node) => serializeOuter(node))
    .join("");
}

describe("HTML for the page of another service", () => {
  test("keeps what means something without our styles", () => {
    const html =
      '<h2>One</h2><p>Two <strong>three</strong> <code>four</code></p><ol start="3"><li>Five</li></ol>' +
      '<table><tbody><tr><th scope="row">Six</th><td>Seven</td></tr></tbody></table>';
    expect(portable(html)).toBe(html);
  });

  test("has no classes, no ids, and nothing that names an id", () => {
    const html =
      '<h2 id="a" class="b">One</h2><p aria-describedby="a" role="note" tabindex="0">Two</p>' +
      '<table><tbody><tr><td headers="a">Three</td></tr></tbody></table><p><a name="a">Four</a></p>';
    expect(portable(html)).toBe(
      "<h2>One</h2><p>Two</p><table><tbody><tr><td>Three</td></tr></tbody></table><p>Four</p>",
    );
  });

  test("has plain details of an expander", () => {
    const html =
      '<details id="x" class="nhsuk-details nhsuk-expander"><summary class="nhsuk-details__summary">' +
      '\n<span class="nhsuk-details__summary-text">\nOne\n</span>\n</summary><div class="nhsuk-details__text"><p>Two</p></div></details>';
    expect(portable(html)).toBe("<details><summary>One</summary><p>Two</p></details>");
  });

  test("keeps the hidden words that say what a colour says, and leaves pictures of it out", () => {
    const html =
      '<div class="nhsuk-card"><h3><span role="text"><span class="nhsuk-u-visually-hidden">Urgent advice: </span>Call</span></h3>' +
      '<span aria-hidden="true"></span></div><a href="https://111.nhs.uk/"><svg><path d="M0"/></svg><span>Ask</span></a>';
    expect(portable(html)).toBe('<h3>Urgent advice: Call</h3><a href="https://111.nhs.uk/">Ask</a>');
  });

  test("has no white space that nobody sees", () => {
    const html = "\n<ul>\n<li>\n One <b>two</b> \n</li>\n</ul>\n <div>\n<p>Three</p>\n</div>\n<pre> four\n</pre>\n";
    expect(portable(html)).toBe("<ul><li>One <b>two</b></li></ul><p>Three</p><pre> four\n</pre>");
  });

  test("keeps words apart that a box keeps apart", () => {
    expect(portable("<div>One</div><div>Two <span>three</span></div>")).toBe("<div>One</div><div>Two three</div>");
  });

  test("keeps the language and direction of words", () => {
    const html = '<p><span lang="cy" dir="ltr" translate="no">Bore da</span></p>';
    expect(portable(html)).toBe(html);
  });

  test("has one picture where there was a choice of them", () => {
    const html =
      '<figure><picture><source srcset="/help/a.avif 1w"><img src="/help/a.png" alt="One" width="2" height="1"></picture></figure>';
    expect(portable(html)).toBe(
      '<figure><img src="https://example.org/help/a.png" alt="One" width="2" height="1"></figure>',
    );
  });

  test.each([
    ["/help/manage/?a=b#c", "https://example.org/help/manage/?a=b#c"],
    ["#in-here", `${page}#in-here`],
    ["https://elsewhere.example/x", "https://elsewhere.example/x"],
    ["mailto:help@example.org", "mailto:help@example.org"],
    ["tel:03001234567", "tel:03001234567"],
  ])("has %s lead there from any page", (href, whole) => {
    expect(portable(`<a href="${href}">x</a>`)).toBe(`<a href="${whole}">x</a>`);
  });

  test.each([
    ["/help/manage/?a=b#c", "/help/manage/?a=b#c"],
    ["#in-here", "/help/errors/CID7023/#in-here"],
    ["https://elsewhere.example/x", "https://elsewhere.example/x"],
  ])("has %s lead from the root of the host where the host is not known", (href, rooted) => {
    expect(portable(`<a href="${href}">x</a>`, "/help/errors/CID7023/")).toBe(`<a href="${rooted}">x</a>`);
  });

  test.each([
    ['<a href="javascript:alert(1)">x</a>', "x"],
    ['<a href="java&#10;script:alert(1)">x</a>', "x"],
    ['<a href="data:text/html,x">x</a>', "x"],
    ['<img src="data:image/svg+xml,x" alt="x" onerror="alert(1)">', '<img alt="x">'],
    ['<p onclick="alert(1)" style="position:fixed">x</p>', "<p>x</p>"],
    ["<script>alert(1)</script><p>x</p>", "<p>x</p>"],
    ["<style>p{}</style><template><p>y</p></template><p>x</p>", "<p>x</p>"],
    ["<svg><script>alert(1)</script></svg><math><mtext></mtext></math><p>x</p>", "<p>x</p>"],
    ['<iframe src="https://evil.example"></iframe><form action="/x"><input></form><p>x</p>', "<p>x</p>"],
    ['<base href="https://evil.example"><meta http-equiv="refresh"><p>x</p>', "<p>x</p>"],
    ["<!-- --><p>x<!-- y --></p>", "<p>x</p>"],
    ["<noscript><p>y</p></noscript>x", "x"],
  ])("brings nothing that acts, even of HTML that was never checked: %s", (html, left) => {
    expect(portable(html)).toBe(left);
  });
});
