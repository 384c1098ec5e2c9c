/** The example content: it shows whoever tries the help centre each thing that an editor can write. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadSite } from "../../src/content/load-site.ts";
import { homeHub } from "../../src/model/hub.ts";
import { openLayouts } from "../../src/output/layouts.ts";
import { all, attribute, only, rawText, readPage, textOf } from "../support/page.ts";
import type { BuiltPage, Element } from "../support/page.ts";
import { builtSite, readablePagesOf, seedAddress } from "../support/site-pages.ts";

const site = builtSite("root");
const pages = readablePagesOf(site);

/** What stands in an item of a list beside its own words. */
const blocks: ReadonlySet<string> = new Set(["p", "ul", "ol", "div", "figure", "details"]);

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
    const welsh = readPage(site.folder, "cy/sign-in/security-codes/index.html").document;
    const english = readPage(site.folder, "sign-in/security-codes/index.html").document;
    expect(attribute(only(welsh, "html"), "lang")).toBe("cy");
    expect(all(welsh, "h1[lang], .app-article-body[lang]")).toEqual([]);
    for (const way of all(english, 'a[href="/cy/sign-in/security-codes/"]')) expect(attribute(way, "lang")).toBe("cy");
    expect(all(english, 'a[href="/cy/sign-in/security-codes/"]')).toHaveLength(2);
    expect(attribute(only(welsh, 'a[href="/sign-in/security-codes/"]'), "lang")).toBe("en-GB");
  });

  test("a page that nobody has translated, in the Welsh frame", () => {
    const { document } = readPage(site.folder, "cy/sign-in/passkeys/index.html");
    expect(attribute(only(document, "html"), "lang")).toBe("cy");
    expect(attribute(only(document, "h1"), "lang")).toBe("en-GB");
  });
});

describe("the example is large enough to be looked through", () => {
  const { names: layouts, languages } = openLayouts("layouts");
  const written = async () => (await loadSite("content", { layouts, languages, drafts: false })).site;

  test("with 4 hubs or more below the front page, one of them in another", async () => {
    const below = [...(await written()).hubs.values()].filter(({ name }) => name !== homeHub);
    expect(below.length).toBeGreaterThanOrEqual(4);
    expect(below.filter(({ hub }) => hub !== homeHub)).not.toEqual([]);
  });

  test("with 20 articles or more beside the seed", async () => {
    const articles = (await written()).articles.filter(({ address }) => address !== seedAddress);
    expect(articles.length).toBeGreaterThanOrEqual(20);
  });
});

describe("the example is easy to read", () => {
  const longest = 20;

  test("no sentence has more than 20 words", () => {
    // The seed's words are as they are, also on the pages about its references, and where nobody has translated them.
    const isOriginal = ({ document }: BuiltPage) => all(document, ".app-article-body[lang]").length === 0;
    const own = pages.filter(
      (page) => isOriginal(page) && page.address !== seedAddress && !/^\/errors\/./.test(page.address),
    );
    const sentences = own.flatMap(sentencesOf);
    expect(sentences.length).toBeGreaterThan(500);
    expect(sentences.filter((sentence) => sentence.split(" ").length > longest)).toEqual([]);
  });

  test("what stands in a drawing also stands in words", () => {
    const missing = pages.flatMap(({ document }) => {
      const drawings = all(document, '.app-article-body img[src^="/images/"]');
      const said = [...all(document, ".app-article-body").map(textOf), ...drawings.map(alternativeOf)].join(" ");
      const labels = drawings.flatMap((drawing) => labelsOf(attribute(drawing, "src") ?? ""));
      return labels.filter((label) => !said.toLowerCase().includes(label.toLowerCase()));
    });
    expect(missing).toEqual([]);
  });
});

test("the headings that the page Sign in had before it became a hub still arrive", () => {
  const { document } = readPage(site.folder, "sign-in/index.html");
  for (const id of ["sign-in-with-a-security-code", "stay-signed-in-on-a-device", "if-you-cannot-sign-in"]) {
    expect(all(document, `#${id}`), id).toHaveLength(1);
  }
});

/** The sentences that an editor wrote for a page: its description, its paragraphs, its lists, its pictures' words. */
function sentencesOf({ document }: BuiltPage): readonly string[] {
  const bodies = all(document, ".app-article-body");
  const words = ["p", "li"].flatMap((name) => bodies.flatMap((body) => all(body, name).map(ownText)));
  const alternatives = bodies.flatMap((body) => all(body, "img").map(alternativeOf));
  const description = attribute(only(document, 'meta[name="description"]'), "content") ?? "";
  return [description, ...words, ...alternatives].flatMap((text) => text.split(/(?<=[.?!])\s+/)).filter(Boolean);
}

/** The words of a paragraph or of an item, without those of the paragraphs, lists and boxes inside it. */
function ownText(element: Element): string {
  const own = element.childNodes.filter((node) => !("tagName" in node) || !blocks.has(node.tagName));
  return own.map(rawText).join("").replace(/\s+/g, " ").trim();
}

function alternativeOf(picture: Element): string {
  return attribute(picture, "alt") ?? "";
}

/** The words in a picture, if it is a drawing that holds any. */
function labelsOf(address: string): readonly string[] {
  if (!address.endsWith(".svg")) return [];
  const drawing = readFileSync(join(site.folder, address), "utf8");
  return [...drawing.matchAll(/<text[^>]*>([^<]+)<\/text>/g)].map(([, label = ""]) => label);
}
