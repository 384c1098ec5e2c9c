import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { compareText } from "../model/diagnostic.ts";
import type { LayoutData, LayoutText } from "./entry.ts";
import { layoutEnvironment, layoutError } from "./layout-loader.ts";
import type { SitemapPage } from "./machine-files.ts";
import { nhsukFolder } from "./nhsuk-frontend.ts";
import { sourceError } from "./source-error.ts";

/** The layouts of one folder, ready to print pages. Opened once a build; a changed file needs them opened again. */
export interface Layouts {
  /** The layouts that a page's `layout` field may name, such as `article.njk`, in order. */
  readonly names: ReadonlySet<string>;
  /** The languages that have words of their own in `text/`, such as `cy`, in order. */
  readonly languages: ReadonlySet<string>;
  /**
   * Prints a page with the layout that its entry names.
   *
   * @throws SourceError where the layout is malformed, or places a value that is not there
   */
  render(data: LayoutData): string;
  /**
   * Prints sitemap.xml.
   *
   * @param pages - in the order of the file
   */
  sitemap(pages: readonly SitemapPage[]): string;
  /**
   * What the layouts say themselves.
   *
   * @param lang - a BCP 47 tag. What its own file lacks comes from its language's (`cy` for `cy-GB`), then from English
   */
  text(lang: string): LayoutText;
}

/** Layouts that content cannot choose: what others extend, and those of pages that the build makes itself. */
const builtLayouts: ReadonlySet<string> = new Set([
  "base.njk",
  "contact.njk",
  "contact-sent.njk",
  "not-found.njk",
  "redirect.njk",
  "reference.njk",
  "references.njk",
  "search.njk",
  "sitemap.njk",
]);

/**
 * Opens a folder of layouts. Values reach them escaped, and content only ever as values: no word of an editor's is read
 * as a template.
 *
 * @param layoutsFolder - holds `*.njk`, `components/` and `text/<language>.yml`, of which `en.yml` must be there
 * @throws SourceError where `text/en.yml` is not a map of texts; the system's own error where the folder cannot be read
 */
export function openLayouts(layoutsFolder: string): Layouts {
  const environment = layoutEnvironment([layoutsFolder, nhsukFolder]);
  // A telephone number on one line: its spaces do not break (html-validate, tel-non-breaking).
  environment.addFilter("unbroken", (words: string) => words.replaceAll(" ", "\u00a0"));
  environment.addGlobal("once", madeOnce());
  const templates = readdirSync(layoutsFolder).filter((name) => name.endsWith(".njk"));
  const texts = readTexts(layoutsFolder);
  const render = (name: string, data: object): string => {
    try {
      return `${environment.render(name, data).trim()}\n`;
    } catch (error) {
      throw layoutError(error, name);
    }
  };
  return {
    names: new Set(templates.filter((name) => !builtLayouts.has(name)).toSorted(compareText)),
    languages: new Set(texts.keys()),
    render: (data) => render(data.entry.layout, data),
    sitemap: (pages) =>
      render("sitemap.njk", { pages, hasAlternates: pages.some((page) => page.alternates.length > 0) }),
    text: (lang) => texts.get(lang) ?? texts.get(lang.replace(/-.*/, "")) ?? texts.get("en") ?? {},
  };
}

/**
 * What a layout makes of an object that many pages share, made for the first of them and kept for the others:
 * `{% call once(form) %}…{% endcall %}`. Nothing in it may depend on anything but the object and its language's words.
 */
function madeOnce(): (shared: object, block: { readonly caller: () => unknown }) => unknown {
  const kept = new WeakMap<object, unknown>();
  return (shared, { caller }) => {
    if (!kept.has(shared)) kept.set(shared, caller());
    return kept.get(shared);
  };
}

/** Every language's words, by the name of its file; English stands in for what a language lacks. */
function readTexts(layoutsFolder: string): ReadonlyMap<string, LayoutText> {
  const read = (file: string): LayoutText => {
    const path = join(layoutsFolder, "text", file);
    const name = `layouts/text/${file}`;
    try {
      const text: unknown = parse(readFileSync(path, "utf8"));
      if (isText(text)) return text;
    } catch (error) {
      const { message, linePos } = error as { message: string; linePos?: readonly { line: number; col: number }[] };
      if (!linePos?.[0]) throw error;
      throw sourceError(name, linePos[0].line, linePos[0].col, message.split(" at line ")[0] ?? message, error);
    }
    throw sourceError(name, null, null, "must be a map of names to texts; put numbers and dates in quotes", null);
  };
  const english = read("en.yml");
  const files = readdirSync(join(layoutsFolder, "text")).filter((file) => file.endsWith(".yml"));
  return new Map(files.toSorted(compareText).map((file) => [basename(file, ".yml"), completed(read(file), english)]));
}

function isText(value: unknown): value is LayoutText {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every((item) => typeof item === "string" || isText(item))
  );
}

/** A language's words, with those of another where it has none. */
function completed(text: LayoutText, standIn: LayoutText): LayoutText {
  const merged: Record<string, string | LayoutText> = { ...text };
  for (const [key, other] of Object.entries(standIn)) {
    const own = merged[key];
    if (own === undefined || typeof own !== typeof other) merged[key] = other;
    else if (typeof own === "object" && typeof other === "object") merged[key] = completed(own, other);
  }
  return merged;
}
