/** Classes whose rules are left out of the published styles: no page may have them, and the list may not grow old. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compile, Logger } from "sass";
import { describe, expect, test } from "vitest";
import { nhsukFolder } from "../../src/output/nhsuk-frontend.ts";
import { shrinkStyles } from "../../src/output/shrink-styles.ts";
import { questionClasses, unusedClasses } from "../../src/output/unused-classes.ts";
import { attribute, childrenOf, everyElement, filesOf, pagesOf } from "../support/page.ts";
import type { Element } from "../support/page.ts";
import { builtSites } from "../support/site-pages.ts";

/** The names of classes, and words that could be some, in a text. */
const namesIn = (text: string) => new Set(text.match(/[a-zA-Z][\w-]*/g));

describe("a class whose rules are left out", () => {
  test.each(builtSites())("is on no page of the site %s, and no script gives it to anything", (_, { folder }) => {
    const files = filesOf(folder).filter((file) => /\.(html|js)$/.test(file));
    const had = files.flatMap((file) => {
      const names = namesIn(readFileSync(join(folder, file), "utf8"));
      return unusedClasses.filter((name) => names.has(name)).map((name) => `${file}: ${name}`);
    });
    expect(had).toEqual([]);
  });

  test("is one that the styles have, each named once", () => {
    // form.scss begins with main.scss; no other sheet has anything of nhsuk-frontend's.
    const { css } = compile("assets/styles/form.scss", {
      loadPaths: [nhsukFolder],
      charset: false,
      logger: Logger.silent,
    });
    const names = namesIn(css);
    expect(unusedClasses.filter((name) => !names.has(name))).toEqual([]);
    expect(unusedClasses.length).toBe(new Set(unusedClasses).size);
  });
});

const isQuestion = (element: Element) =>
  (attribute(element, "class") ?? "").split(" ").some((name) => questionClasses.has(name));

describe("words right before a question, whose distance is left out", () => {
  test.each(builtSites())("are on no page of the site %s", (_, { folder }) => {
    const found = pagesOf(folder).flatMap(({ document, path }) =>
      everyElement(document).flatMap((parent) => {
        const children = childrenOf(parent);
        const isBefore = (at: number) => ["p", "ol", "ul"].includes(children[at - 1]?.tagName ?? "");
        return children.flatMap((child, at) => (isQuestion(child) && isBefore(at) ? path : []));
      }),
    );
    expect(found).toEqual([]);
  });
});

describe("shrunk styles", () => {
  test("keep every rule that something can have", async () => {
    const css = ".nhsuk-header { color: red; } .nhsuk-header, .nhsuk-header--white { margin: 0; } a { top: 1px; }";
    expect(await shrinkStyles(css)).toBe(
      ".nhsuk-header{color:red}.nhsuk-header,.nhsuk-header--white{margin:0}a{top:1px}",
    );
  });

  test("lose the rules for classes that nothing has, wherever they stand", async () => {
    const css =
      "@media print { .nhsuk-header--white a { color: red; } } .a > .nhsuk-header--white:hover { color: red; } b { top: 0; }";
    expect(await shrinkStyles(css)).toBe("b{top:0}");
  });

  test("lose how far words stand from a question right below them, and nothing else that looks ahead", async () => {
    const css =
      "p:has(+ .nhsuk-form-group > .a), p:has(+ .b) { margin: 0; } ul:has(+ .nhsuk-fieldset) { margin: 0; } a { top: 0; }";
    expect(await shrinkStyles(css)).toBe("p:has(+.b){margin:0}a{top:0}");
  });

  test("say nothing in words that old browsers do not know", async () => {
    const css = "@media (min-width: 40em) { a { top: 0; right: 0; bottom: 0; left: 0; } }";
    expect(await shrinkStyles(css)).toBe("@media (min-width:40em){a{top:0;bottom:0;left:0;right:0}}");
  });
});
