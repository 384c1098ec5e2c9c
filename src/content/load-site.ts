import type { Article, Hub, Page, PlainPage } from "../model/article.ts";
import { addressOf, builtAddresses } from "../model/address.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { compareDiagnostics, compareText } from "../model/diagnostic.ts";
import { hubLists } from "../model/hub.ts";
import type { SiteOptions, SiteSettings } from "../model/settings.ts";
import { pagesOf } from "../model/site.ts";
import type { Site } from "../model/site.ts";
import { addressOnSite, languageOfFile } from "../model/translation.ts";
import { isPublishable, sortFiles } from "./content-files.ts";
import { dictionaryFile } from "./dictionary.ts";
import { withCodeAnchors } from "./code-anchors.ts";
import { assembleTranslation, builtPlaces, placesInEditions } from "./editions.ts";
import { codeRegister } from "./error-references.ts";
import { formAddressFaults } from "./form-address.ts";
import { homeWithoutFile } from "./page-from-outline.ts";
import { findPlaces } from "./page-places.ts";
import { removedPlaces } from "./previous-pages.ts";
import type { PreviousPage } from "./previous-pages.ts";
import type { ContentFiles } from "./read-files.ts";
import { readFiles } from "./read-files.ts";
import { readPages } from "./read-pages.ts";
import { readRegisters } from "./read-registers.ts";
import type { ReadRegisters } from "./read-registers.ts";
import { gatherRedirects } from "./redirects.ts";
import { replacementFaults } from "./registered-codes.ts";
import { registerFileFaults } from "./registers.ts";
import { renderBodies } from "./render-bodies.ts";
import { resolveLinks } from "./resolve-links.ts";

/** How a site is to be loaded. */
export interface LoadOptions extends SiteOptions {
  /** File names in `layouts/` that content may choose. */
  readonly layouts: ReadonlySet<string>;
  /** Languages in which the layouts have words, as `layouts/text/` names them; without it, the site has one language. */
  readonly languages?: ReadonlySet<string>;
  /** Whether drafts are part of the site. */
  readonly drafts: boolean;
  /** The day that services are offered for, `YYYY-MM-DD`; without it, all are. */
  readonly day?: string;
  /** The pages of an earlier build, of which none may go without a trace. */
  readonly previous?: readonly PreviousPage[];
}

/** A content folder, loaded: the pages that passed, and everything that is wrong with the rest. */
export interface LoadedSite {
  readonly site: Site;
  /** Sorted; with an error among them the site must not be published. */
  readonly diagnostics: readonly Diagnostic[];
  /** The text of every Markdown file and register that could be read, by file: what a report shows of them. */
  readonly sources: ReadonlyMap<string, string>;
  /** Files whose pages are not in the site because of an error, in order; a preview keeps their last good version. */
  readonly leftOut: readonly string[];
}

/**
 * Reads a content folder once. Never stops at the first fault.
 *
 * @param folder - path on this machine
 * @throws the file system's own error if the folder itself cannot be listed
 */
export async function loadSite(folder: string, options: LoadOptions): Promise<LoadedSite> {
  const content = await readFiles(folder);
  return assembleSite(content, options);
}

/** The site that a folder's files make, from what was read of them. */
export async function assembleSite(content: ContentFiles, options: LoadOptions): Promise<LoadedSite> {
  const registers = readRegisters(content.sources, options, options.languages ?? new Set());
  const { contact, redirects, codes, settings, languages } = registers;
  const pages = readPages(content, { ...options, lang: settings.lang, languages });

  const files = new Set(content.others.map(({ path }) => path).filter(isPublishable));
  const places = findPlaces(pages, files, languages);
  const rendered = await renderBodies(pages.outlines, settings, content.others);
  const standing = rendered.pages.filter(({ file }) => file !== null && !places.lost.has(file));
  const dictionary = content.unread.includes(dictionaryFile) ? null : registers.dictionary.value;
  const site = { ...assembleLanguages(standing, registers), day: options.day ?? null, dictionary };

  const leftOut = [...content.unread, ...pages.unread, ...places.lost].toSorted(compareText);
  const there = whatIsThere(site, standing);
  const addresses = new Set([...there.pages.keys(), ...there.built]);
  const inEveryEdition = (file: string) => [addressOf(file), ...[...languages].map((lang) => addressOnSite(addressOf(file), lang))];
  const unreadAddresses = new Set(leftOut.flatMap(inEveryEdition));
  const ways = gatherRedirects(redirects.value, standing, { addresses, unreadAddresses, files, languages });
  const redirected = new Set(ways.redirects.map(({ from }) => from));
  const links = resolveLinks(rendered.pages, {
    ...there,
    unreadAddresses,
    drafts: new Set(pages.drafts.flatMap(inEveryEdition)),
    redirected,
    files,
  });
  const sorted = sortFiles(content.others, links.usedFiles, rendered);
  const whole = { ...site, files: sorted.published, redirects: ways.redirects };
  const diagnostics = [content, registers, pages, places, rendered, ways, links, sorted]
    .flatMap((part) => part.diagnostics)
    .concat(registerFileFaults(content.sources, languages))
    .concat(formAddressFaults(contact, { addresses, redirected, files, codes: settings.codes }))
    .concat(leftOut.length > 0 ? [] : replacementFaults(codes, whole.errorReferences), removedPlaces(options.previous ?? [], whole, leftOut))
    .toSorted(compareDiagnostics);
  const sources = new Map(content.sources.map(({ file, text }) => [file, text]));
  return { site: whole, diagnostics, sources, leftOut };
}

/** The site in its own language and in all others, from its pages and registers; files and old addresses come later. */
function assembleLanguages(standing: readonly Page[], registers: ReadRegisters): Omit<Site, "day" | "dictionary"> {
  const { written, settings, contact, services, synonyms, codes, languages } = registers;
  const own = assemble(standing.filter(({ file }) => languageOfFile(file ?? "", languages) === null), settings, codes.value);
  const others = registers.translated.flatMap((translated) => assembleTranslation(standing, translated, own.errorReferences) ?? []);
  return {
    ...own,
    codeMentions: [...own.codeMentions, ...others.flatMap(({ codeMentions }) => codeMentions)],
    settingSpans: written.spans,
    contact: contact.value,
    services: services.value,
    synonyms: synonyms.value,
    translations: others.map(({ translation }) => translation),
    editionOf: null,
    files: [],
    redirects: [],
  };
}

/** What links may lead to on a site: pages in every language, and what the build makes for each. */
function whatIsThere(site: Site, standing: readonly Page[]) {
  const editions = placesInEditions(site);
  const pages = [...standing, ...pagesOf(site)].map((page) => [page.address, page] as const);
  return {
    pages: new Map([...editions.pages, ...pages]),
    built: new Set([...builtPlaces(site), ...editions.built]),
    knownCodes: new Set(site.errorReferences.map(({ code }) => code)),
    codes: site.settings.codes,
  };
}

type Assembled = Pick<
  Site,
  "settings" | "home" | "hubs" | "articles" | "plainPages" | "lists" | "registeredCodes" | "codeMentions" | "errorReferences"
>;

function assemble(pages: readonly Page[], settings: SiteSettings, registeredCodes: Site["registeredCodes"]): Assembled {
  const register = codeRegister(pages, settings, registeredCodes);
  const byAddress = withCodeAnchors(pages, register.errorReferences).toSorted((a, b) => compareText(a.address, b.address));
  const home = byAddress.find((page): page is Hub => page.address === builtAddresses.home && page.type === "hub") ?? homeWithoutFile(settings);
  const hubs = new Map([home, ...byAddress.filter((page): page is Hub => page.type === "hub" && page !== home)].map((hub) => [hub.name, hub]));
  const articles = byAddress.filter((page): page is Article => page.type === "article");
  const plainPages = byAddress.filter((page): page is PlainPage => page.type === "page");
  return { settings, home, hubs, articles, plainPages, lists: hubLists(hubs, articles), registeredCodes, ...register };
}
