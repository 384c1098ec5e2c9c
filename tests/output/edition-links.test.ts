import { describe, expect, test } from "vitest";
import { editionsOf } from "../../src/model/edition.ts";
import { htmlInEdition } from "../../src/output/edition-links.ts";
import { article, hub, page, siteFrom } from "../support/site-from.ts";

/** What a page of the Welsh edition shows of a body. @param lang - of the page that the body stands in */
async function shown(body: string, lang: "cy" | "en" = "en", pathPrefix = "/help/") {
  const { site } = await siteFrom(
    {
      "index.md": page({ title: "Help", type: "hub" }),
      "sign-in/index.md": hub("sign-in"),
      "sign-in/codes.md": article("## The code\n\n### Old {#old-code}\n\nWords.\n", { title: "Codes", hub: "sign-in" }),
      "redirects.yml": [
        "/codes/: /sign-in/codes",
        "/old-code/: /sign-in/codes/?a=1#old-code",
        "/old keys/: /passkeys/",
        "/ask/: /contact/",
        "/away/: https://example.org/passkeys/",
        "/hen/: /cy/codau/",
      ].join("\n"),
      "passkeys.md": article("## Set up\n\nWords.\n", { title: "Passkeys", position: "3" }),
      "page.md": article(lang === "en" ? body : "Words.\n", { title: "A page", position: "4" }),
      "cy/codau.md": page({ title: "Codau", translationOf: "sign-in/codes.md" }, "## Y cod\n\n### Hen\n\nGeiriau.\n"),
      ...(lang === "cy" ? { "cy/page.md": page({ title: "Tudalen" }, body) } : {}),
    },
    { languages: new Set(["cy"]), pathPrefix },
  );
  const [, edition] = editionsOf(site);
  const shown = edition?.articles.find(({ address }) => address === "/page/");
  return { html: htmlInEdition(edition!, shown!), before: shown!.body.html };
}

const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);

describe("links in the words of an edition", () => {
  test.each(["en", "cy"] as const)(
    "lead to the edition's own pages, translated or not, on a page in %s",
    async (lang) => {
      const body = "[a](/sign-in/codes/) [b](/passkeys/#set-up) [c](/sign-in/) [d](/)\n";
      const { html } = await shown(body, lang);
      expect(hrefs(html)).toEqual(["/help/cy/codau/", "/help/cy/passkeys/#set-up", "/help/cy/sign-in/", "/help/cy/"]);
    },
  );

  test.each(["en", "cy"] as const)("lead to where an old address leads, on a page in %s", async (lang) => {
    const body = "[a](/codes/) [b](/codes/?b=2#the-code) [c](/old-code/#the-code) [d](/old%20keys/) [e](/ask/)\n";
    const { html, before } = await shown(body, lang);
    expect(hrefs(before)[0]).toBe("/help/codes/");
    expect(hrefs(html)).toEqual([
      "/help/cy/codau/",
      "/help/cy/codau/?b=2#y-cod",
      "/help/cy/codau/?a=1#hen",
      "/help/cy/passkeys/",
      "/help/cy/contact/",
    ]);
  });

  test("stay as they are where an old address leads elsewhere, or the link to another language", async () => {
    const { html, before } = await shown("[a](/away/) [b](/hen/) [c](/codes/){lang=en-GB}\n");
    expect(html).toBe(before);
  });

  test("lead to its search, its contact page and its error references", async () => {
    const { html } = await shown("[a](/search/?q=a) [b](/contact) [c](/contact?error=CID7023) [d](/errors/CID7023/)\n");
    expect(hrefs(html)).toEqual([
      "/help/cy/search/?q=a",
      "/help/cy/contact/",
      "/help/cy/contact/CID7023/",
      "/help/cy/errors/CID7023/",
    ]);
  });

  test("stay as they are where they say that they lead to another language", async () => {
    const { html, before } = await shown(
      '[a](/sign-in/codes/){lang=en-GB} <a href="/passkeys/" hreflang="en">b</a> [c](/passkeys/){lang=cy}\n',
      "cy",
    );
    expect(hrefs(before)).toEqual(["/help/sign-in/codes/", "/help/passkeys/", "/help/passkeys/"]);
    expect(hrefs(html)).toEqual(["/help/sign-in/codes/", "/help/passkeys/", "/help/cy/passkeys/"]);
  });

  test("stay as they are where they lead elsewhere, to a file, within the page or into a folder of a language", async () => {
    const body = "[a](https://example.org/passkeys/) [b](#x) [c](/cy/codau/) [d](mailto:a@example.org) [e](/a.pdf)\n";
    const { html, before } = await shown(body);
    expect(html).toBe(before);
  });

  test("arrive at the heading in the same place of a translation, or else at its top", async () => {
    const { html } = await shown(
      "[a](/sign-in/codes/#the-code) [b](/sign-in/codes/#old-code) [c](/sign-in/codes/#nothing)\n",
    );
    expect(hrefs(html)).toEqual(["/help/cy/codau/#y-cod", "/help/cy/codau/#hen", "/help/cy/codau/"]);
  });

  test("change nothing else of the words, sign by sign", async () => {
    const { html, before } = await shown(
      'Say "a" & b. [a & "b"](/passkeys/?a=1&b=2 "x"){.big}\n\n::: expander One\nTwo\n:::\n',
    );
    expect(html).toBe(before.replace("/help/passkeys/", "/help/cy/passkeys/"));
    expect(html).not.toBe(before);
  });

  test("are those of the site itself where it has one language", async () => {
    const { site } = await siteFrom({ "a.md": article("[b](/a/)\n") });
    expect(htmlInEdition(site, site.articles[0]!)).toBe(site.articles[0]!.body.html);
  });
});
