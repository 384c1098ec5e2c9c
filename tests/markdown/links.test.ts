import { describe, expect, test } from "vitest";
import { publishedTarget } from "../../src/markdown/links.ts";
import { faults, render, usualCodes } from "./render.ts";

const file = "manage/passwords.md";

describe("addresses of links", () => {
  test.each([
    ["../sign-in.md", "/help/sign-in/"],
    ["sign-in.md#codes", "/help/manage/sign-in/#codes"],
    ["index.md", "/help/manage/"],
    ["/manage/passwords", "/help/manage/passwords/"],
    ["/manage/passwords/?a=b#c", "/help/manage/passwords/?a=b#c"],
    ["/", "/help/"],
    ["#codes", "#codes"],
    ["", ""],
    ["/contact?error=CID7023", "/help/contact/CID7023/"],
    ["/contact/?error=CID7023#form", "/help/contact/CID7023/#form"],
    ["../contact.md?error=CID7023", "/help/contact/CID7023/"],
    ["/contact?error=cid%207o23", "/help/contact/CID7023/"],
    ["/contact/CID7023", "/help/contact/CID7023/"],
    ["/errors/CID7023", "/help/errors/CID7023/"],
    ["/contact?error=CID70", "/help/contact/?error=CID70"],
    ["/contact?error=CID7023&error=CID7029", "/help/contact/?error=CID7023&error=CID7029"],
    ["/contact?error=CID7023&a=b", "/help/contact/?error=CID7023&a=b"],
    ["/contact?code=CID7023", "/help/contact/?code=CID7023"],
    ["/search?error=CID7023", "/help/search/?error=CID7023"],
    ["/contact", "/help/contact/"],
    ["/images/a letter.png", "/help/images/a%20letter.png"],
    ["../form.pdf#page=2", "/help/form.pdf#page=2"],
    ["https://example.org/a b?c=ü", "https://example.org/a%20b?c=%C3%BC"],
    ["mailto:help@example.org", "mailto:help@example.org"],
    ["tel:03001234567", "tel:03001234567"],
  ])("%s is published as %s", (href, published) => {
    expect(publishedTarget(href, file, { pathPrefix: "/help/", codes: usualCodes })).toBe(published);
  });

  test("are rewritten in Markdown and in HTML, and nothing else of the link", () => {
    const written = '[a](../b.md \'c\') <a class="d" href="../b.md">e</a> ![f](g.png)';
    expect(render(written, { file, pathPrefix: "/help/" }).body.html).toBe(
      '<p><a href="/help/b/" title="c">a</a> <a class="d" href="/help/b/">e</a> <img src="/help/manage/g.png" alt="f"></p>\n',
    );
  });

  test.each(
    [
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "java&#10;script:alert(1)",
      "&#106;avascript:alert(1)",
      "&Tab;javascript:alert(1)",
      "vbscript:x",
      "data:text/html,<b>",
      "blob:https://example.org/x",
      "file:///etc/passwd",
      "//evil.example",
      "/\\evil.example",
      "x-app:open",
      "irc://example.org",
      "../../../etc/passwd",
    ].flatMap((address) => [`<a href="${address}">a</a>`, `[a](<${address.replaceAll("<b>", "b")}>)`]),
  )("%s is an error, and leads nowhere that runs", (markdown) => {
    const { body, diagnostics } = render(markdown, { file });
    expect(diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(["error unsafe-link"]);
    expect(body.html).not.toMatch(/href="\s*(javascript|vbscript|data|blob|file):/i);
  });

  test("with schemes that nobody knows are shown as CommonMark says, and stop publishing", () => {
    expect(render("<made-up-scheme://foo,bar>").body.html).toContain('href="made-up-scheme://foo,bar"');
    expect(faults("<made-up-scheme://foo,bar>")).toEqual(["error 1:2-26 unsafe-link"]);
  });
});
