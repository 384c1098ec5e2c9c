import { describe, expect, test } from "vitest";
import { faults, render } from "./render.ts";

function html(markdown: string): string {
  return render(markdown).body.html.trim();
}

describe("HTML in Markdown", () => {
  test.each([
    "<p>Words with <strong>weight</strong>, <em lang=\"cy\">geiriau</em> and <a href='https://example.org/?a=1&amp;b=2'>a link</a>.</p>",
    '<table class="nhsuk-table"><caption>Days</caption><tbody><tr><th scope="row">Monday</th><td colspan="2">9am</td></tr></tbody></table>',
    '<ol start="3" reversed><li value="7">one</li></ol>',
    '<div class="app-box" id="box" dir="rtl" aria-label="Box">words</div>',
    "<p>1 &lt; 2 & 3 > 2</p>",
  ])("keeps the bytes of %s", (written) => {
    expect(html(written)).toBe(written);
    expect(faults(written)).toEqual([]);
  });

  test.each([
    ["<script>alert(1)</script>", "script"],
    ["<SCRIPT SRC=//evil.example></SCRIPT>", "script"],
    ["<style>p{}</style>", "style"],
    ['<iframe src="https://example.org/"></iframe>', "iframe"],
    ["<object data=x></object>", "object"],
    ["<embed src=x>", "embed"],
    ["<base href=/>", "base"],
    ['<meta http-equiv="refresh" content="0;url=//evil.example">', "meta"],
    ["<link rel=stylesheet href=x>", "link"],
    ["<form action=/x><input name=a><button>b</button></form>", "form"],
    ["<select><option>a</option></select>", "select"],
    ["<textarea>", "textarea"],
    ["<plaintext>", "plaintext"],
    ["<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "noscript"],
    ["<svg onload=alert(1)>", "svg"],
    ["<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style>", "math"],
    ["<template><b>x</b></template>", "template"],
    ["<video src=x onplay=alert(1)></video>", "video"],
    ["<button onclick=alert(1)>a</button>", "button"],
    ["<svg><path onclick=alert(1) /></svg>", "svg"],
    ["<p>a <svg><a href=/x/><path /></a></svg></p>", "svg"],
  ])("refuses %s, and shows it as text", (written, element) => {
    expect(faults(written)[0]).toMatch(/^error 1:\d+-\d+ unsafe-html$/);
    expect(render(written).diagnostics[0]?.message).toBe(`<${element}> is not allowed`);
    expect(html(written)).not.toMatch(new RegExp(`<${element}`, "i"));
    expect(html(written).toLowerCase()).toContain(`&lt;${element}`);
  });

  test.each([
    ['<img src="a.png" alt="" onerror="alert(1)">', "1:25-43", '<img src="/manage/a.png" alt="">'],
    ["<p onclick=alert(1)>a</p>", "1:4-20", "<p>a</p>"],
    ["<p ONMOUSEOVER=alert(1)>a</p>", "1:4-24", "<p>a</p>"],
    ['<a href="/x/" ping="https://evil.example">a</a>', "1:15-42", '<a href="/x/">a</a>'],
    ["<p is=x-y>a</p>", "1:4-10", "<p>a</p>"],
    ["<p srcdoc=x>a</p>", "1:4-12", "<p>a</p>"],
  ])("takes out what could act from %s, with an error at its place", (written, place, kept) => {
    expect(faults(written)).toEqual([`error ${place} unsafe-html`]);
    expect(html(written)).toContain(kept);
  });

  test("reports a drawing that could act once, not shape by shape", () => {
    expect(faults("<svg><style>a{}</style><path d=M1 /></svg>")).toEqual(["error 1:1-6 unsafe-html"]);
    expect(faults("Words <svg><script>x</script><path d=M1 /></svg>.")).toEqual(["error 1:7-12 unsafe-html"]);
  });

  test("refuses handlers on the tags of containers too", () => {
    const written = `<details ontoggle="alert(1)" open>
<summary onclick="alert(2)">A <b onclick="alert(3)">b</b></summary>
<div class="nhsuk-details__text" onclick="alert(4)">Words.</div>
</details>`;
    expect(faults(written)).toEqual([
      "error 1:10-29 unsafe-html",
      "error 2:10-28 unsafe-html",
      "error 2:34-52 unsafe-html",
      "error 3:34-52 unsafe-html",
    ]);
    expect(html(written)).not.toContain("alert");
  });

  test("refuses handlers on the tags of expanders in cells", () => {
    const open = '<details ontoggle="a()"><summary onclick="b()">A</summary>';
    const cells = `| a |\n| - |\n| ${open}<div class="nhsuk-details__text" onclick="c()">b</div></details> |\n\nTable: Cap`;
    expect(faults(cells)).toEqual([
      "error 3:12-26 unsafe-html",
      "error 3:36-49 unsafe-html",
      "error 3:94-107 unsafe-html",
    ]);
  });

  test("refuses handlers on the tags inside care cards", () => {
    const card = `<div class="nhsuk-card nhsuk-card--care nhsuk-card--care--urgent">
<h2 class="nhsuk-card__heading" onclick="alert(1)"><span role="text" onclick="alert(2)">Now</span></h2>
<div class="nhsuk-card__content" onclick="alert(3)">Words.</div>
</div>`;
    expect(faults(card)).toEqual([
      "error 2:33-51 unsafe-html",
      "error 2:70-88 unsafe-html",
      "error 3:34-52 unsafe-html",
    ]);
  });

  test.each([
    "<?php echo 1; ?>",
    "<!DOCTYPE html>",
    "<![CDATA[ words ]]>",
    "Words <?php x ?>.",
    "Words <?php if (a > 1) { <b>php</b> } ?>.",
    "<![CDATA[ <details> CDATA ]]>",
  ])("says that nothing of %s stays", (written) => {
    const [diagnostic] = render(written).diagnostics;
    expect(diagnostic?.message).toMatch(/^<[?!].* is left out, with everything in it$/);
    expect(html(written)).not.toMatch(/php|DOCTYPE|CDATA/);
  });

  test.each([
    ['<P CLASS="app-x">Para<BR>two</P>', '<p class="app-x">Para<br>two</p>'],
    ["<DIV>one</DIV>", "<div>one</div>"],
    ["<Ul Class='app-x'><LI>one</UL>", '<ul class="app-x"><li>one</li></ul>'],
  ])("writes names in lower case: %s", (written, lower) => {
    expect(html(written)).toBe(lower);
    expect(faults(written)).toEqual([]);
  });

  test.each([
    ['<p style="color:red">a</p>', "<p>a</p>", "1:4-21"],
    ['<a href="/x/" target="_blank">a</a>', '<a href="/x/">a</a>', "1:15-30"],
    ['<span role="text">a</span>', "<span>a</span>", "1:7-18"],
    ['<p data-x="1">a</p>', "<p>a</p>", "1:4-14"],
    ['<p id="maincontent">a</p>', "<p>a</p>", "1:4-20"],
    ['<p id="__proto__">a</p>', "<p>a</p>", "1:4-18"],
    ['<p id="a b">a</p>', "<p>a</p>", "1:4-12"],
    ['<ol start="x"><li>a</li></ol>', "<ol><li>a</li></ol>", "1:5-14"],
    ["<center>a</center>", "a", "1:1-9"],
    ["<x-panel>a</x-panel>", "a", "1:1-10"],
  ])("leaves out what it cannot keep from %s, with a warning", (written, kept, place) => {
    expect(faults(written)).toEqual([`warning ${place} dropped-html`]);
    expect(html(written).replace(/^<p>(a|<a .*|<span>.*)<\/p>$/, "$1")).toBe(kept.replace(/^<p>a<\/p>$/, "a"));
  });

  test.each(["<div><</ul>img src=x onerror=alert(1)></div>", "<div><<!-- -->script>alert(1)<<font>/script></div>"])(
    "makes no tag of what stands around something that it leaves out: %s",
    (written) => {
      expect(html(written)).toMatch(/^<div>&lt;(img|script)[^<]*<\/div>$/);
    },
  );

  test("keeps the first of two equal ids", () => {
    const written = '<p id="a">one</p>\n<p id="a">two</p>';
    expect(html(written)).toBe('<p id="a">one</p>\n<p>two</p>');
    expect(faults(written)).toEqual(["warning 2:4-10 dropped-html"]);
  });

  test("reads the anchors of old pages as ids", () => {
    const { body } = render('<a name="old-place"></a>\n\nWords.');
    expect(body.html).toContain('<a id="old-place"></a>');
    expect(body.facts.ids).toContain("old-place");
  });

  test.each([
    ["<b>bold\n\nnext", "<p><b>bold</b></p>\n<p>next</p>"],
    ["<div>\n\nwords", "<div>\n<p>words</p>\n</div>"],
    ["- <em>a\n- b", "<ul>\n<li><em>a</em></li>\n<li>b</li>\n</ul>"],
    ["**<i>a** b</i>", "<p><strong><i>a</i></strong> b</p>"],
  ])("closes what is open where its block ends: %j", (written, closed) => {
    expect(html(written)).toBe(closed);
    expect(faults(written)[0]).toMatch(/^warning .* unclosed-element$/);
  });

  test("says at its first tag that an expander is never closed", () => {
    expect(faults("Words.\n\n<details>\n<summary>A</summary>\n\nMore.\n\n## Next")).toEqual([
      "error 3:1-10 expander-never-closed",
    ]);
  });

  test("says that a comment is never closed, and shows what it would have swallowed", () => {
    expect(faults("One\n\n<!-- two\n\nthree")).toEqual(["error 3:1-5 comment-never-closed"]);
    expect(html("One\n\n<!-- two\n\nthree")).toContain("three");
  });

  test.each(["</main>", "</body>", "</div>", "</section>", "</strong>"])(
    "leaves out %s where it closes nothing",
    (tag) => {
      expect(html(`Words.${tag}`)).toBe("<p>Words.</p>");
      expect(faults(`Words.${tag}`)).toEqual([`warning 1:7-${7 + tag.length} stray-end-tag`]);
    },
  );

  test("counts lines and columns inside lists, quotes and containers", () => {
    expect(faults("- a\n\n  > <font>x</font>")).toEqual(["warning 3:5-11 dropped-html"]);
    expect(faults("<details>\n<summary>A</summary>\n\n    Words <font>x</font>\n\n</details>")).toEqual([
      "warning 4:11-17 dropped-html",
    ]);
    expect(faults("| a | b |\n| - | - |\n| <font>x</font> | <font>y</font> |\n\nTable: Cap")).toEqual([
      "warning 3:3-9 dropped-html",
      "warning 3:20-26 dropped-html",
    ]);
  });
});
