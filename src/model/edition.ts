import type { Article, Hub, Page, PlainPage } from "./article.ts";
import { compareText } from "./diagnostic.ts";
import type { ErrorReference } from "./error-reference.ts";
import { homeHub, hubLists } from "./hub.ts";
import type { Site } from "./site.ts";
import { addressInEdition } from "./translation.ts";
import type { Translation } from "./translation.ts";

/** How an edition of a site, which is the site in one language more, goes with the site in its own language. */
export interface EditionOf {
  /** The site in its own language. */
  readonly original: Site;
  /** Each page of the original's own language, by its address → where the edition has it, translated or not. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Addresses of pages that nobody has translated: they are the originals themselves. */
  readonly untranslated: ReadonlySet<string>;
  /** Codes whose title nobody has translated. */
  readonly untranslatedTitles: ReadonlySet<string>;
  /** Codes whose words nobody has translated: those of the original, of its page if it has one, serve. */
  readonly untranslatedWords: ReadonlySet<string>;
}

/** The site in each of its languages, its own first. Each is a whole site, with addresses from a root of its own. */
export function editionsOf(site: Site): readonly [Site, ...Site[]] {
  const own = { ...site, translations: [] };
  return [own, ...site.translations.map((translation) => edition(own, translation))];
}

function edition(site: Site, translation: Translation): Site {
  const { lang, settings, contact, services, synonyms } = translation;
  const own = translation.pages.map((page) => ({ ...page, address: addressInEdition(page.address, lang) }));
  const pairs = pairsOf(site, own);
  const shown = pairs.map(({ original, page }) => (page === null ? standIn(original, translation) : inPlaceOf(page)));
  const pages = [...shown, ...own.filter(({ translationOf }) => translationOf === null)].toSorted(byAddress);

  const home = pages.find((page): page is Hub => page.type === "hub" && page.name === homeHub) ?? site.home;
  const others = pages.filter((page): page is Hub => page.type === "hub" && page !== home);
  const hubs = new Map([home, ...others].map((hub) => [hub.name, hub]));
  const articles = pages.filter((page): page is Article => page.type === "article");
  const plainPages = pages.filter((page): page is PlainPage => page.type === "page");
  const references = translatedReferences(site, translation);
  return {
    ...site,
    settings,
    contact,
    services,
    synonyms,
    home,
    hubs,
    articles,
    plainPages,
    lists: hubLists(hubs, articles),
    // Files, old addresses and what rules look at are the whole site's, once.
    files: [],
    redirects: [],
    codeMentions: [],
    errorReferences: references.map(({ reference }) => reference),
    translations: [],
    editionOf: {
      original: site,
      addresses: new Map(pairs.map(({ original, page }) => [original.address, (page ?? original).address])),
      untranslated: new Set(
        pairs.flatMap(({ original, page }) => (page || original.file === null ? [] : original.address)),
      ),
      untranslatedTitles: codesOf(references.filter(({ hasTitle }) => !hasTitle)),
      untranslatedWords: codesOf(references.filter(({ hasWords }) => !hasWords)),
    },
  };
}

interface Pair {
  readonly original: Page;
  /** Its translation; `null` where there is none. */
  readonly page: Page | null;
}

function pairsOf({ hubs, articles, plainPages }: Site, translations: readonly Page[]): readonly Pair[] {
  const byOriginal = new Map(translations.map((page) => [page.translationOf, page]));
  return [...hubs.values(), ...articles, ...plainPages].map((original) => ({
    original,
    page: byOriginal.get(original.file ?? homeFile) ?? null,
  }));
}

/** The front page has this name even where there is no such file. */
const homeFile = "index.md";

/** A page that nobody has translated. A front page without a file has no words but the name of the site. */
function standIn(original: Page, { settings: { name, lang } }: Translation): Page {
  return original.file === null ? { ...original, title: name, shortTitle: name, lang } : original;
}

/** In its edition, a translation is the page itself, and no translation of another one. */
function inPlaceOf(page: Page): Page {
  return { ...page, translationOf: null };
}

function byAddress(a: Page, b: Page): number {
  return compareText(a.address, b.address);
}

interface TranslatedReference {
  readonly reference: ErrorReference;
  readonly hasTitle: boolean;
  readonly hasWords: boolean;
}

/** The site's own codes, each with what is said of it in the language of a translation. */
function translatedReferences(site: Site, { lang, errorReferences }: Translation): readonly TranslatedReference[] {
  const said = new Map(errorReferences.map((reference) => [reference.code, reference]));
  return site.errorReferences.map((original) => {
    const translated = said.get(original.code);
    if (translated === undefined) return { reference: original, hasTitle: false, hasWords: false };
    const { home, whatHappened, whatToDo } = translated;
    const title = translated.title || original.title;
    const hasWords = home !== null || saysAsMuch(translated, original);
    const atHome = home && { ...home, address: addressInEdition(home.address, lang) };
    const words = hasWords ? { home: atHome, whatHappened, whatToDo } : {};
    return { reference: { ...original, title, ...words }, hasTitle: translated.title !== "", hasWords };
  });
}

/** Whether the register's words in another language can stand for all of the original's: half a text helps nobody. */
function saysAsMuch(translated: ErrorReference, original: ErrorReference): boolean {
  const lacks = (name: "whatHappened" | "whatToDo") => translated[name] === null && original[name] !== null;
  const saysNothing = translated.whatHappened === null && translated.whatToDo === null;
  return !saysNothing && !lacks("whatHappened") && !lacks("whatToDo");
}

function codesOf(references: readonly TranslatedReference[]): ReadonlySet<string> {
  return new Set(references.map(({ reference }) => reference.code));
}
