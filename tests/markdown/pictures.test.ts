import { parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import type { Picture } from "../../src/model/picture.ts";
import { all, attribute, childrenOf, everyElement, only, textOf } from "../support/page.ts";
import type { Node } from "../support/page.ts";
import { render } from "./render.ts";

const hash = "0".repeat(64);
const variant = (format: "avif" | "webp", width: number) => ({
  path: `assets/letter-${width}-0.${format}`,
  format,
  width,
  hash,
});

const letter: Picture = {
  path: "images/letter.png",
  format: "png",
  width: 1000,
  height: 500,
  isAnimated: false,
  hash,
  variants: [variant("avif", 320), variant("avif", 1000), variant("webp", 320), variant("webp", 1000)],
  stripped: null,
};
const drawing: Picture = { ...letter, path: "images/drawing.svg", format: "svg", width: 24, height: 12, variants: [] };
const odd: Picture = { ...drawing, path: "images/a b(1).png", format: "png" };

function body(text: string, pathPrefix = "/") {
  const { body, diagnostics } = render(text, { file: "page.md", pathPrefix, pictures: [letter, drawing, odd] });
  const tree = parseFragment(body.html);
  return {
    tree,
    html: body.html,
    facts: body.facts,
    faults: diagnostics.map(
      ({ severity, rule, span }) => `${severity} ${rule} ${span.line}:${span.column}-${span.endColumn}`,
    ),
  };
}

const attributesOf = (tree: Node, name: string) =>
  Object.fromEntries(only(tree, name).attrs.map(({ name, value }) => [name, value]));

describe("a picture of the content folder", () => {
  test("has its size and its words, and the browser may choose a format and a width", () => {
    const { tree, faults } = body("![A letter](images/letter.png)");
    expect(faults).toEqual([]);
    expect(attributesOf(tree, "img")).toEqual({
      src: "/images/letter.png",
      width: "1000",
      height: "500",
      alt: "A letter",
      class: "nhsuk-image__img",
    });
    const sizes = "(min-width: 672px) 640px, calc(100vw - 32px)";
    expect(
      all(tree, "picture source").map(({ attrs }) => Object.fromEntries(attrs.map(({ name, value }) => [name, value]))),
    ).toEqual([
      { type: "image/avif", srcset: "/assets/letter-320-0.avif 320w, /assets/letter-1000-0.avif 1000w", sizes },
      { type: "image/webp", srcset: "/assets/letter-320-0.webp 320w, /assets/letter-1000-0.webp 1000w", sizes },
    ]);
  });

  test("is found under the path of the site", () => {
    const { html } = body("![A letter](images/letter.png)", "/help/");
    expect(html).toContain('src="/help/images/letter.png"');
    expect(html).toContain('srcset="/help/assets/letter-320-0.avif 320w, /help/assets/');
    expect(html).not.toContain('"/assets');
  });

  test("without other widths is an img alone", () => {
    const { tree } = body("![A drawing](images/drawing.svg)");
    expect(all(tree, "picture")).toEqual([]);
    expect(attributesOf(tree, "img")).toMatchObject({ width: "24", height: "12" });
  });

  test.each(["![Odd](<images/a b(1).png>)", "![Odd](images/a%20b(1).png)", '<img src="images/a b(1).png" alt="Odd">'])(
    "is known whatever its name is: %s",
    (text) => {
      expect(attributesOf(body(text).tree, "img")).toMatchObject({
        src: "/images/a%20b(1).png",
        width: "24",
        height: "12",
      });
    },
  );

  test("waits for the reader below the first heading, and comes at once before it", () => {
    const { tree } = body(
      "![One](images/letter.png)\n\n## Two\n\n![Two](images/letter.png)\n\n<img src='images/letter.png' alt='Three'>\n",
    );
    expect(all(tree, "img").map((img) => [attribute(img, "loading"), attribute(img, "decoding")])).toEqual([
      [null, null],
      ["lazy", "async"],
      ["lazy", "async"],
    ]);
  });

  test("alone in its paragraph is a figure, with its title as the words under it", () => {
    const { tree, facts } = body('![A letter](images/letter.png "What you <b>get</b>")');
    const figure = only(tree, "figure.nhsuk-image");
    expect(childrenOf(figure).map(({ tagName }) => tagName)).toEqual(["picture", "figcaption"]);
    expect(textOf(only(figure, "figcaption.nhsuk-image__caption"))).toBe("What you <b>get</b>");
    expect(attribute(only(figure, "img"), "title")).toBeNull();
    expect(facts.pictures).toMatchObject([
      { src: "images/letter.png", alt: "A letter", caption: "What you <b>get</b>" },
    ]);
    expect(all(tree, "p")).toEqual([]);
  });

  test("is a figure in a step of a list too", () => {
    const { tree } = body("1. Open it:\n\n   ![A letter](images/letter.png)\n\n2. Read it.\n");
    expect(all(tree, "ol li figure img")).toHaveLength(1);
  });

  test("between words stays between them, and keeps its title", () => {
    const { tree } = body('Press ![the cross](images/drawing.svg "Close") here.');
    expect(all(tree, "figure")).toEqual([]);
    expect(attributesOf(tree, "p")).toEqual({});
    expect(attributesOf(tree, "img")).toMatchObject({ title: "Close", alt: "the cross" });
  });

  test("is never shown larger than it is, nor out of shape; a drawing may be larger", () => {
    const sizes = (text: string) => attributesOf(body(text).tree, "img");
    expect(sizes('<img src="images/letter.png" alt="" width="200" height="900">')).toMatchObject({
      width: "200",
      height: "100",
    });
    expect(sizes('<img src="images/letter.png" alt="" height="100">')).toMatchObject({ width: "200", height: "100" });
    expect(sizes('<img src="images/letter.png" alt="" width="9000">')).toMatchObject({ width: "1000", height: "500" });
    expect(sizes("![A](images/letter.png){width=200}")).toMatchObject({ width: "200", height: "100" });
    expect(sizes("![A](images/drawing.svg){width=240}")).toMatchObject({ width: "240", height: "120" });
  });

  test("keeps what an editor gave it: a class, an id, a language", () => {
    const { tree } = body(
      '![A](images/drawing.svg){#sketch .app-small lang=cy}\n\n<img src="images/drawing.svg" alt="B" loading="eager" class="x">',
    );
    const [first, second] = all(tree, "img");
    expect(attribute(first!, "id")).toBe("sketch");
    expect(attribute(first!, "class")).toBe("app-small nhsuk-image__img");
    expect([attribute(second!, "class"), attribute(second!, "loading")]).toEqual(["x", "eager"]);
  });
});

describe("a picture without words", () => {
  test("is reported where it stands", () => {
    expect(body("Words.\n\n![](images/letter.png)").faults).toEqual(["warning missing-alternative-text 3:5-22"]);
    expect(body("![ ](images/letter.png)").faults).toHaveLength(1);
    expect(body('<img src="images/letter.png">').faults).toEqual(["warning missing-alternative-text 1:1-30"]);
  });

  test("gets an empty alt, so that nobody has to listen to the name of a file", () => {
    expect(attributesOf(body('<img src="images/letter.png">').tree, "img")["alt"]).toBe("");
  });

  test("on purpose is not reported", () => {
    expect(body('<img src="images/letter.png" alt="">').faults).toEqual([]);
  });
});

describe("a picture that is no file of the content folder", () => {
  test.each([
    "![Gone](images/gone.png)",
    "![](https://example.org/letter.png)",
    '![A](gone.png "title")',
    "![A](javascript:alert)",
  ])("stays as CommonMark has it: %s", (text) => {
    const { html, faults } = body(text);
    const plain = render(text, { file: "page.md" });
    expect(html).toBe(plain.body.html);
    expect(faults.filter((fault) => fault.includes("missing-alternative-text"))).toEqual([]);
    expect(everyElement(parseFragment(html)).map(({ tagName }) => tagName)).toEqual(["p", "img"]);
  });
});

test("words and addresses of a picture cannot break out of their attributes", () => {
  const { tree, html } = body('![" onerror="x()](images/letter.png "</figcaption><script>x()</script>")');
  expect(attributesOf(tree, "img")).toMatchObject({ alt: '" onerror="x()' });
  expect(html).not.toContain("<script");
});
