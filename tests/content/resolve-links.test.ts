import { describe, expect, test } from "vitest";
import type { FilesInMemory } from "../support/site-from.ts";
import { article, inShort, siteFrom } from "../support/site-from.ts";

const target = article("## Café\n\nWords.\n\n## Reset it\n\nWords.\n\n## CID2011: No\n\nWords.\n", { title: "Target", position: "2" });

async function faults(body: string, others: FilesInMemory = {}) {
  const { diagnostics } = await siteFrom({ "manage/a.md": article(body), "manage/passwords.md": target, ...others });
  return diagnostics.filter(({ rule }) => /broken|foreign|unsafe/.test(rule));
}

describe("links", () => {
  test.each([
    "/manage/passwords/",
    "/manage/passwords",
    "passwords.md",
    "./passwords.md#reset-it",
    "../manage/passwords.md",
    "/manage/passwords#reset-it",
    "/manage/passwords/#cid2011%3A-no",
    "passwords.md#caf%C3%A9",
    "#own",
    "#top",
    "/",
    "/contact?error=CID1234",
    "/contact/",
    "/search/?q=a",
    "https://example.org/nothing",
    "mailto:help@example.org",
    "tel:111",
  ])("are accepted where they arrive: %s", async (href) => {
    expect(await faults(`## Own\n\n[Words](${href})\n`)).toEqual([]);
  });

  test.each([
    ["[Words](/manage/pasword)", "error broken-link manage/a.md:9", "If you mean /manage/passwords/, write that; if not, correct the address or take the link out"],
    ["[Words](passwords.md#reset)", "error broken-link manage/a.md:9", "Correct what stands after the #, or take it out"],
    ["[Words](passwords.md#reset-itt)", "error broken-link manage/a.md:9", "If you mean #reset-it, write that; if not, correct what stands after the #, or take it out"],
    ["[Words](/other/passwords)", "error broken-link manage/a.md:9", "If you mean /manage/passwords/, write that; if not, correct the address or take the link out"],
    ["[Words](#nowhere)", "error broken-link manage/a.md:9", "Correct what stands after the #, or take it out"],
    ["[Words](form.pdf)", "error broken-link manage/a.md:9", "Put the file at content/manage/form.pdf, or correct the address"],
    ['<a href="/gone/">Words</a>', "error broken-link manage/a.md:9", "Correct the address, or take the link out"],
  ])("are errors at their line where nothing is there: %s", async (body, place, fix) => {
    const [fault, ...others] = await faults(body);
    expect(others).toEqual([]);
    expect(fault && inShort(fault)).toContain(place);
    expect(fault?.fix).toBe(fix);
  });

  test.each([
    ["[Words](/manage/passkeys)", "is another word"],
    ["[Words](/manage/passwords-2)", "is another number"],
    ["[Words](#cid2012-no)", "is another reference"],
  ])("offer no page or heading that is merely a little like it: %s %s", async (body) => {
    const [fault] = await faults(`## CID2011: No\n\n${body}`, { "manage/passwords-1.md": target });
    expect(fault?.fix).toMatch(/^Correct /);
  });

  test.each([
    ["[Words](www.nhs.uk)", "If you mean another site, write https://www.nhs.uk; if not, correct the address"],
    ["[Words](nhs.uk/conditions/)", "If you mean another site, write https://nhs.uk/conditions/; if not, correct the address"],
    ["[Words](help@example.org)", "If you mean the email address, write mailto:help@example.org; if not, correct the address"],
    ["Words[^1].\n\n[^1]: Foot", "Footnotes cannot be written here: put its words into the text, or into an expander"],
  ])("say what was meant by what is no address of this site: %s", async (body, fix) => {
    const [fault, ...others] = await faults(body);
    expect(others).toEqual([]);
    expect(fault && inShort(fault)).toContain("error broken-link manage/a.md:9");
    expect(fault?.fix).toBe(fix);
  });

  const explained = article("## CID7023: No\n\nWords.\n", { title: "Codes", position: "3" });

  test.each(["/errors/CID7023/", "/errors/CID7023", "/contact/CID7023/", "/contact/CID7023#contact-ways", "/errors/"])(
    "are accepted where they lead to the page that the build makes about a code: %s",
    async (href) => {
      expect(await faults(`[Words](${href})`, { "codes.md": explained })).toEqual([]);
    },
  );

  test.each([
    ["/errors/cid7023/", "If you mean /errors/CID7023/, write that; if not, correct the address or take the link out"],
    ["/errors/7O23", "If you mean /errors/CID7023/, write that; if not, correct the address or take the link out"],
    ["/errors/CID7032/", "If you mean /errors/CID7023/, write that; if not, correct the address or take the link out"],
    ["/contact/cid%207032/", "If you mean /contact/CID7023/, write that; if not, correct the address or take the link out"],
    ["/errors/CID1111/", "Correct the address, or take the link out"],
    ["/errors/CID7023/more/", "Correct the address, or take the link out"],
    ["/errors/sent/", "Correct the address, or take the link out"],
  ])("are errors where no such code is explained: %s", async (href, fix) => {
    const found = await faults(`[Words](${href})`, { "codes.md": explained });
    expect(found.map((fault) => [inShort(fault), fault.fix])).toEqual([["error broken-link manage/a.md:9:9", fix]]);
  });

  test("to a code are not reported where the file that may explain it has a fault of its own", async () => {
    expect(await faults("[Words](/errors/CID7023/)", { "codes.md": article("## CID7023", { type: "" }) })).toEqual([]);
  });

  test("are not reported where the page that they lead to has a fault of its own", async () => {
    expect(await faults("[Words](broken.md)", { "manage/broken.md": article("Words.", { type: "" }) })).toEqual([]);
  });

  test("are accepted where an old address leads on", async () => {
    const moved = article("Words.", { title: "Moved", position: "3", aliases: "[/old/]" });
    expect(await faults("[Words](/old/)", { "moved.md": moved })).toEqual([]);
  });
});

describe("pictures", () => {
  test("are published when a page shows them, and their addresses count from the page's folder", async () => {
    const { site, diagnostics } = await siteFrom({
      "a/b.md": article("![A letter](images/letter.png)\n\n[The form](/form.pdf)"),
      "a/images/letter.png": "",
      "form.pdf": "",
    });
    expect(diagnostics).toEqual([]);
    expect(site.files.map(({ path }) => path)).toEqual(["a/images/letter.png", "form.pdf"]);
  });

  test("are errors where they are not there, and the nearest is offered", async () => {
    const [fault] = await faults("![A letter](/leter.png)", { "letter.png": "" });
    expect(fault && inShort(fault)).toContain("error broken-picture manage/a.md:9");
    expect(fault?.fix).toBe("If you mean /letter.png, write that; if not, put the picture into the content folder");
  });

  test("are errors where no browser is sure to show them, and the way out is said", async () => {
    const [fault] = await faults("![A letter](/letter.heic)", { "letter.heic": "", "letter.png": "" });
    expect(fault?.message).toBe("Browsers do not show pictures that end in .heic");
    expect(fault?.fix).toContain("Save the picture as JPEG or PNG");
  });

  test("are warned of on another site, for the page would not show them", async () => {
    expect((await faults("![A](https://example.org/a.png)")).map(({ rule, severity }) => [rule, severity])).toEqual([["foreign-picture", "warning"]]);
  });
});
