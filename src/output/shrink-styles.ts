import type { Selector, Visitor } from "lightningcss";
import { questionClasses, unusedClasses } from "./unused-classes.ts";

/** The oldest browsers that run nhsuk-frontend's scripts: nothing is written in a way that they would not read. */
const oldestBrowsers = { chrome: 61, edge: 79, firefox: 60, ios_saf: 11, safari: 11, samsung: 8 } as const;

/**
 * Styles in fewer bytes that look the same: without the rules for classes that no page has, and with what is said twice
 * said once. Selectors and prefixes stay as they were written: others for old browsers would be more bytes, not fewer.
 *
 * @param css - what Sass has made of a sheet
 */
export async function shrinkStyles(css: string): Promise<string> {
  const { Features, transform } = await import("lightningcss");
  const targets = Object.fromEntries(Object.entries(oldestBrowsers).map(([name, version]) => [name, version << 16]));
  const file = { filename: "styles.css", targets, exclude: Features.Selectors | Features.VendorPrefixes };
  // In two steps: what is left without a rule by the first, such as a media query, goes with the second.
  const needed = transform({ ...file, code: Buffer.from(css), visitor: withoutWordsBeforeQuestions });
  const { code } = transform({ ...file, code: needed.code, minify: true, unusedSymbols: [...unusedClasses] });
  return Buffer.from(code).toString("utf8");
}

/** Leaves out how far words stand from a question right below them, `p:has(+.nhsuk-form-group …)`. */
const withoutWordsBeforeQuestions: Visitor<never> = {
  Rule: {
    style(rule) {
      const selectors = rule.value.selectors.filter((selector) => !isBeforeQuestion(selector));
      if (selectors.length === rule.value.selectors.length) return undefined;
      return selectors.length === 0 ? [] : { ...rule, value: { ...rule.value, selectors } };
    },
  },
};

function isBeforeQuestion(selector: Selector): boolean {
  return selector.some(
    (part) =>
      part.type === "pseudo-class" &&
      part.kind === "has" &&
      // What stands before the sign for "next" is the element itself.
      part.selectors.some(([, next, element]) => {
        const isNext = next?.type === "combinator" && next.value === "next-sibling";
        return isNext && element?.type === "class" && questionClasses.has(element.name);
      }),
  );
}
