import type { Article, Hub, PlainPage } from "./article.ts";
import type { Contact } from "./contact.ts";
import type { SourceSpan } from "./diagnostic.ts";
import type { CodeMention, ErrorReference, RegisteredCode } from "./error-reference.ts";
import type { Picture } from "./picture.ts";
import type { Service } from "./service.ts";
import type { EditionOf } from "./edition.ts";
import type { SiteSettings } from "./settings.ts";
import type { Translation } from "./translation.ts";

/** A picture or document of the content folder that a page uses. */
export interface ContentFile {
  /** Path inside the content folder, with `/`; also its address without the leading slash. */
  readonly path: string;
  /** The same file on this machine's disk. */
  readonly diskPath: string;
  /** Bytes. */
  readonly size: number;
  /** What is known of it if it is a picture. */
  readonly picture?: Picture;
}

/** An old address and the page that has taken its place. */
export interface Redirect {
  /** From the site root: `/old-passwords/`. */
  readonly from: string;
  /** From the site root, or a whole https address. */
  readonly to: string;
}

/** A word that editors say is right. */
export interface DictionaryWord {
  readonly word: string;
  readonly span: SourceSpan;
}

/** A whole help centre that passed: what rules check and what the build prints. */
export interface Site {
  readonly settings: SiteSettings;
  /** Where each setting that `site.yml` gives stands: its name → the stretch of its value; empty without a `site.yml`. */
  readonly settingSpans: ReadonlyMap<string, SourceSpan>;
  readonly contact: Contact;
  /** The websites and apps of `services.yml`, in order of their names. */
  readonly services: readonly Service[];
  /** Words and phrases that mean the same to people who search, as `synonyms.yml` groups them. */
  readonly synonyms: readonly (readonly string[])[];
  /** The day that what is shown depends on, `YYYY-MM-DD`; `null`: nothing is left out because of the day. */
  readonly day: string | null;
  /** The front page, which is also `hubs.get("home")`. */
  readonly home: Hub;
  /** By name; every one has a path to home. */
  readonly hubs: ReadonlyMap<string, Hub>;
  /** What each hub lists, in order, by the hub's name. */
  readonly lists: ReadonlyMap<string, readonly (Article | Hub)[]>;
  /** In order of their addresses. */
  readonly articles: readonly Article[];
  /** Pages outside the hubs, in order of their addresses. */
  readonly plainPages: readonly PlainPage[];
  /** The pictures and documents that pages use, in order of their paths. */
  readonly files: readonly ContentFile[];
  /** From `redirects.yml` and from pages' `aliases`, in order of the old address. */
  readonly redirects: readonly Redirect[];
  /** Every place that names an error code or carries one: page by page, each from top to bottom. */
  readonly codeMentions: readonly CodeMention[];
  /** What `error-references.yml` says, in order of the code; `null` without that file. */
  readonly registeredCodes: readonly RegisteredCode[] | null;
  /** The error codes that pages or the register explain, each once, in order of the code. */
  readonly errorReferences: readonly ErrorReference[];
  /** The words of `dictionary.txt`, as they stand there; `null` where it cannot be read, and no spelling can be judged. */
  readonly dictionary: readonly DictionaryWord[] | null;
  /** What editors wrote in other languages, in order of these; `editionsOf` makes a site of each. */
  readonly translations: readonly Translation[];
  /** What this is an edition of; `null` for the site in its own language. */
  readonly editionOf: EditionOf | null;
}

/** What pages are looked for in. */
type Pages = Pick<Site, "hubs" | "articles" | "plainPages" | "translations">;

/** All pages that editors wrote, in every language, and the home page, in order of their addresses. */
export function pagesOf(site: Pages): readonly (Article | Hub | PlainPage)[] {
  return pagesByLanguage(site)
    .flat()
    .toSorted((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0));
}

/** The same by the language of the folder that they are in, the site's own first. */
export function pagesByLanguage(site: Pages): readonly (readonly (Article | Hub | PlainPage)[])[] {
  const own = [...site.hubs.values(), ...site.articles, ...site.plainPages];
  return [own, ...site.translations.map(({ pages }) => pages)];
}
