import { describe, expect, test } from "vitest";
import { plainText } from "../../src/output/plain-text.ts";
import { portableHtml } from "../../src/output/portable-html.ts";

function text(html: string): string {
  return plainText(portableHtml(html, "https://example.org/errors/CID7023/"));
}

describe("words without HTML", () => {
  test("stand in blocks with an empty line between them", () => {
    expect(text("<h2>One</h2>\n<p>Two\n  three <strong>four</strong>.</p>loose<p>Five</p>")).toBe(
      "One\n\nTwo three four.\n\nloose\n\nFive",
    );
  });

  test("have hyphens and numbers before the items of lists", () => {
    expect(text("<ul><li>One</li><li><p>Two</p></li></ul><ol><li>Three</li><li>Four</li></ol>")).toBe(
      "- One\n- Two\n\n1. Three\n2. Four",
    );
    expect(text('<ol start="9"><li>Nine</li><li>Ten<ul><li>Of ten</li></ul></li></ol>')).toBe(
      "9. Nine\n10. Ten\n    - Of ten",
    );
    expect(text('<ol reversed><li>Two</li><li>One</li></ol><ol><li value="5">Five</li><li>Six</li></ol>')).toBe(
      "2. Two\n1. One\n\n5. Five\n6. Six",
    );
  });

  test("name the address of a link, unless the words are the address", () => {
    expect(text('<p><a href="/manage/">Your account</a>.</p>')).toBe("Your account (https://example.org/manage/).");
    expect(text('<a href="https://111.nhs.uk/">111.nhs.uk</a> <a href="tel:0300123">0300 123</a>')).toBe(
      "111.nhs.uk 0300 123",
    );
    expect(text('<a href="mailto:a@example.org">a@example.org</a>, <a href="mailto:a@example.org">write</a>')).toBe(
      "a@example.org, write (a@example.org)",
    );
  });

  test("keep breaks, code as it stands, and what a picture says", () => {
    expect(text("<p>One<br>\ntwo</p><pre><code>a  b\n  c\n</code></pre>")).toBe("One\ntwo\n\na  b\n  c");
    expect(text('<p><img src="/a.png" alt="A letter"></p><p><img src="/b.png" alt=""></p>')).toBe("A letter");
  });

  test("have a table row by row, and an expander as its summary and its words", () => {
    const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
    expect(text(`<table><caption>Codes</caption><tbody>${row("a", "<p>b</p>")}${row("c", "d")}</tbody></table>`)).toBe(
      "Codes\na | b\nc | d",
    );
    expect(text("<details><summary>More</summary><p>Words</p></details>")).toBe("More\n\nWords");
  });

  test("are none of nothing", () => {
    expect(text("")).toBe("");
    expect(text("<hr>\n<p> </p>")).toBe("");
  });
});
