import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { LayoutText } from "../../src/output/entry.ts";

/** The words of a file by their place in it: `header.menu`. The forms of a word for different numbers have one place. */
type Words = ReadonlyMap<string, readonly string[]>;

/** The names of CLDR for the kinds of number that some language tells apart. */
const kindsOfNumber: ReadonlySet<string> = new Set(["zero", "one", "two", "few", "many", "other"]);

const languages = readdirSync("layouts/text").map((file) => file.replace(/\.yml$/, ""));
const english = wordsOf(textOf("en"));
const others = languages.filter((lang) => lang !== "en");

/** What is the same in every language, or happens to be in one. */
const alike: ReadonlySet<string> = new Set([
  "contact.medical.emergencyNumber",
  "footer.copyright",
  "header.logo",
  "pages.reference.title",
  "phase.alpha.name",
  "phase.beta.name",
  "searchPage.script.reference",
]);

function textOf(lang: string): LayoutText {
  return parse(readFileSync(`layouts/text/${lang}.yml`, "utf8")) as LayoutText;
}

function isByNumber(text: LayoutText): boolean {
  return "one" in text && Object.keys(text).every((key) => kindsOfNumber.has(key));
}

function wordsOf(text: LayoutText, above = ""): Words {
  return new Map(
    Object.entries(text).flatMap(([key, value]): readonly [string, readonly string[]][] => {
      if (typeof value === "string") return [[above + key, [value]]];
      if (isByNumber(value)) return [[above + key, Object.values(value) as string[]]];
      return [...wordsOf(value, `${above}${key}.`)];
    }),
  );
}

function placeholders(words: string): readonly string[] {
  return [...words.matchAll(/%?\{\w+\}/g)].map(String).toSorted();
}

function* formsByNumber(text: LayoutText, above = ""): Iterable<readonly [place: string, forms: readonly string[]]> {
  for (const [key, value] of Object.entries(text)) {
    if (typeof value === "string") continue;
    if (isByNumber(value)) yield [above + key, Object.keys(value)];
    else yield* formsByNumber(value, `${above}${key}.`);
  }
}

describe("the words of the layouts in each language", () => {
  test("are there in English and in Welsh", () => {
    expect(languages.toSorted()).toEqual(["cy", "en"]);
  });

  test.each(others)("stand at the same places as the English ones: %s", (lang) => {
    expect([...wordsOf(textOf(lang)).keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  test.each(others)("leave room for the same values as the English ones: %s", (lang) => {
    const unlike = [...wordsOf(textOf(lang))].filter(([place, forms]) => {
      const inEnglish = placeholders(english.get(place)?.[0] ?? "");
      return forms.some((form) => String(placeholders(form)) !== String(inEnglish));
    });
    expect(unlike).toEqual([]);
  });

  test.each(others)("end as the English ones do, whose values and links go on from there: %s", (lang) => {
    const end = (words = "") => /(?:[:.,]\s*)?$/.exec(words)?.[0];
    const unlike = [...wordsOf(textOf(lang))].filter(([place, [form]]) => end(form) !== end(english.get(place)?.[0]));
    expect(unlike).toEqual([]);
  });

  test.each(others)("are translated: %s", (lang) => {
    const left = [...wordsOf(textOf(lang))].filter(([place, forms]) =>
      forms.some((form) => english.get(place)?.includes(form)),
    );
    expect(left.map(([place]) => place).filter((place) => !alike.has(place))).toEqual([]);
  });

  // What is said of nothing has words of its own, or a form of "other".
  test.each(languages)("have a form for every kind of number that the language tells apart: %s", (lang) => {
    const kinds = new Intl.PluralRules(lang).resolvedOptions().pluralCategories.filter((kind) => kind !== "zero");
    const found = [...formsByNumber(textOf(lang))];
    expect(found).not.toEqual([]);
    for (const [place, forms] of found) expect([place, forms.toSorted()]).toEqual([place, kinds.toSorted()]);
  });
});
