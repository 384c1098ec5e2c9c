/** The example content: it shows whoever tries the help centre each thing that an editor can write. */
import { describe, expect, test } from "vitest";
import { all, attribute, only, readPage, textOf } from "../support/page.ts";
import { builtSite, readablePagesOf } from "../support/site-pages.ts";

const site = builtSite("root");
const pages = readablePagesOf(site);

describe("the example shows", () => {
  test.each([
    ["an expander", "details.nhsuk-expander"],
    ["an inset", ".nhsuk-inset-text"],
    ["a warning", ".nhsuk-card--warning"],
    ["non-urgent advice", ".nhsuk-card--care--non-urgent"],
    ["urgent advice", ".nhsuk-card--care--urgent"],
    ["an emergency", ".nhsuk-card--care--emergency"],
    ["a list of what to do", "ul.nhsuk-list--tick"],
    ["a list of what not to do", "ul.nhsuk-list--cross"],
    ["a link that starts a service", "a.nhsuk-action-link"],
    ["a video with its transcript", ".app-video details"],
    ["a table with a caption", "table caption"],
    ["a quote", "blockquote"],
    ["a line between sections", "hr"],
    ["a picture in a numbered step", "ol li img"],
    ["a list in a numbered step", "ol li ul"],
    ["a box in a numbered step", "ol li .nhsuk-inset-text"],
    ["words in another language", "span[lang]"],
  ])("%s", (_what, selector) => {
    const shown = pages.filter(({ document }) => all(document, `.app-article-body ${selector}`).length > 0);
    expect(shown.map(({ address }) => address)).not.toEqual([]);
  });

  test.each(["png", "svg"])("a picture as %s, with words for those who cannot see it", (extension) => {
    const pictures = pages.flatMap(({ document }) => all(document, ".app-article-body img"));
    const ofThisKind = pictures.filter((picture) => attribute(picture, "src")?.endsWith(`.${extension}`));
    expect(ofThisKind.map((picture) => attribute(picture, "alt"))).toContainEqual(expect.stringMatching(/\w/));
  });

  test("a hub inside a hub", () => {
    const { document } = readPage(site.folder, "manage/security/locked-account/index.html");
    const above = all(document, "nav.nhsuk-breadcrumb ol a").map((link) => textOf(link));
    expect(above.slice(-2)).toEqual(["Your account", "Keep your account safe"]);
  });

  test("a page in Welsh, which says so, and the way to it and back", () => {
    const welsh = readPage(site.folder, "cy/security-codes/index.html").document;
    const english = readPage(site.folder, "sign-in/security-codes/index.html").document;
    expect(attribute(only(welsh, "main h1"), "lang")).toBe("cy");
    expect(attribute(only(english, 'main a[href="/cy/security-codes/"]'), "lang")).toBe("cy");
    expect(attribute(only(welsh, 'main a[href="/sign-in/security-codes/"]'), "lang")).toBe("en-GB");
  });
});

test("the headings that the page Sign in had before it became a hub still arrive", () => {
  const { document } = readPage(site.folder, "sign-in/index.html");
  for (const id of ["sign-in-with-a-security-code", "stay-signed-in-on-a-device", "if-you-cannot-sign-in"]) {
    expect(all(document, `#${id}`), id).toHaveLength(1);
  }
});
