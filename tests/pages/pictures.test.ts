import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { all, attribute } from "../support/page.ts";
import type { Element } from "../support/page.ts";
import { lookAt } from "../support/picture-files.ts";
import { builtSites, readablePagesOf } from "../support/site-pages.ts";

const numberOf = (element: Element, name: string) => Number(attribute(element, name) ?? Number.NaN);

describe.each(builtSites())("on every page of the site %s", (_, site) => {
  const pages = readablePagesOf(site);
  const fileOf = (href: string) => join(site.folder, decodeURIComponent(href.slice(site.pathPrefix.length)));

  test("a picture of an editor's has its size and words, or says that it has none, and is there", () => {
    const pictures = pages.flatMap(({ document }) => all(document, ".app-article-body img"));
    expect(pictures.length).toBeGreaterThan(0);
    for (const picture of pictures) {
      const src = attribute(picture, "src") ?? "";
      expect(
        [numberOf(picture, "width") > 0, numberOf(picture, "height") > 0, attribute(picture, "alt") !== null],
        src,
      ).toEqual([true, true, true]);
      expect(existsSync(fileOf(src)), src).toBe(true);
    }
  });

  test("whatever a browser may choose is there, as wide as the page says, and in that format", async () => {
    const sources = pages.flatMap(({ document }) => all(document, "picture source"));
    const offered = new Map(
      sources.flatMap((source) =>
        (attribute(source, "srcset") ?? "").split(", ").map((choice) => [choice, attribute(source, "type")] as const),
      ),
    );
    for (const [choice, type] of offered) {
      const [href = "", width] = choice.split(" ");
      const { mediaType, compression, width: found } = await lookAt(readFileSync(fileOf(href)));
      expect([`${found}w`, compression === "av1" ? "image/avif" : mediaType], choice).toEqual([width, type]);
    }
  });
});
