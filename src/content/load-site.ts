import type { Article, Hub, Page, PlainPage } from "../model/article.ts";
import { addressOf, builtAddresses, contactAddress, referenceAddress } from "../model/address.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { compareDiagnostics, compareText } from "../model/diagnostic.ts";
import { hubLists } from "../model/hub.ts";
import type { SiteOptions, SiteSettings } from "../model/settings.ts";
import { siteSettings } from "../model/settings.ts";
import { pagesOf } from "../model/site.ts";
import type { Site } from "../model/site.ts";
import { dropTakenAddresses } from "./addresses.ts";
import { isPublishable, sortFiles } from "./content-files.ts";
import { dictionaryFile, readDictionary } from "./dictionary.ts";
import { withCodeAnchors } from "./code-anchors.ts";
import { codeRegister } from "./error-references.ts";
import { formAddressFaults } from "./form-address.ts";
import { homeNotAHubAt } from "./faults/home-not-a-hub.ts";
import { unknownRegister } from "./faults/not-content.ts";
import { growHubTree } from "./hub-tree.ts";
import { homeWithoutFile } from "./page-from-outline.ts";
import { privateDetails } from "./private-details.ts";
import { removedPlaces } from "./previous-pages.ts";
import type { PreviousPage } from "./previous-pages.ts";
import type { ContentFiles } from "./read-files.ts";
import { readFiles } from "./read-files.ts";
import type { PageOutline } from "./read-page.ts";
import { readPage } from "./read-page.ts";
import { gatherRedirects } from "./redirects.ts";
import { readCodesRegister, replacementFaults } from "./registered-codes.ts";
import { readContactRegister } from "./contact-register.ts";
import { readRedirectRegister, readSiteRegister, registerNames } from "./registers.ts";
import { renderBodies } from "./render-bodies.ts";
import { resolveLinks } from "./resolve-links.ts";
import { readServiceRegister } from "./services.ts";
import { translationFaults } from "./translations.ts";

/** How a site is to be loaded. */
export interface LoadOptions extends SiteOptions {
  /** File names in `layouts/` that content may choose. */
  readonly layouts: ReadonlySet<string>;
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
  const registers = readRegisters(content, options);
  const { written, services, contact, redirects, dictionary, codes, settings } = registers;
  const pages = readPages(content, options, settings);

  const files = new Set(content.others.map(({ path }) => path).filter(isPublishable));
  const right = pages.outlines.filter(({ isRight }) => isRight);
  const addressed = dropTakenAddresses(right.filter(({ file }) => file !== homeFile), files);
  const faulty = [...pages.outlines.filter(({ isRight }) => !isRight), ...addressed.leftOut];
  const unreadHubs = new Set([...pages.unreadHubs, ...faulty.flatMap(({ fields }) => fields.name ?? [])]);
  const tree = growHubTree(addressed.outlines, faulty, { unread: unreadHubs, drafts: new Set(pages.draftHubs) });

  const rendered = await renderBodies(pages.outlines, settings, content.others);
  const lost = new Set([...faulty.map(({ file }) => file), ...tree.leftOut]);
  const standing = rendered.pages.filter(({ file }) => file !== null && !lost.has(file));
  const site = { ...assemble(standing, settings, codes.value), settingSpans: written.spans, contact: contact.value, services: services.value, day: options.day ?? null };

  const leftOut = [...content.unread, ...pages.unread, ...lost].toSorted(compareText);
  const byAddress = new Map([...standing, ...pagesOf(site)].map((page) => [page.address, page]));
  const made = madePages(site);
  const addresses = new Set([...byAddress.keys(), ...made.built]);
  const unreadAddresses = new Set(leftOut.map(addressOf));
  const ways = gatherRedirects(redirects.value, standing, { addresses, unreadAddresses, files });
  const redirected = new Set(ways.redirects.map(({ from }) => from));
  const links = resolveLinks(rendered.pages, {
    pages: byAddress,
    ...made,
    unreadAddresses,
    drafts: new Set(pages.drafts.map(addressOf)),
    redirected,
    files,
  });
  const sorted = sortFiles(content.others, links.usedFiles, rendered);
  const words = content.unread.includes(dictionaryFile) ? null : dictionary.value;
  const whole = { ...site, files: sorted.published, redirects: ways.redirects, dictionary: words };
  const diagnostics = [content, registers, pages, addressed, tree, rendered, ways, links, sorted]
    .flatMap((part) => part.diagnostics)
    .concat(formAddressFaults(contact, { addresses, redirected, files, codes: settings.codes }))
    .concat(leftOut.length > 0 ? [] : replacementFaults(codes, whole.errorReferences), removedPlaces(options.previous ?? [], whole, leftOut))
    .toSorted(compareDiagnostics);
  const sources = new Map(content.sources.map(({ file, text }) => [file, text]));
  return { site: whole, diagnostics, sources, leftOut };
}

/** Every register, and the settings that follow from `site.yml`. */
function readRegisters({ sources }: ContentFiles, options: LoadOptions) {
  const register = (name: string) => sources.find(({ file }) => file === name);
  const written = readSiteRegister(register("site.yml"));
  const settings = siteSettings(written.value, options);
  const services = readServiceRegister(register("services.yml"));
  const contact = readContactRegister(register("contact.yml"), services);
  const redirects = readRedirectRegister(register("redirects.yml"));
  const dictionary = readDictionary(register(dictionaryFile));
  const codes = readCodesRegister(register("error-references.yml"), settings.codes);
  const diagnostics = [written, services, contact, redirects, dictionary, codes].flatMap((part) => part.diagnostics);
  return { written, settings, services, contact, redirects, dictionary, codes, diagnostics };
}

/** What the build makes beside the pages that editors write, and the codes that it does so for. */
function madePages({ errorReferences, settings: { codes } }: Assembled) {
  const knownCodes = new Set(errorReferences.map(({ code }) => code));
  const codePages = [...knownCodes].flatMap((code) => [referenceAddress(code), contactAddress(code)]);
  return { built: new Set([...Object.values(builtAddresses), ...codePages]), knownCodes, codes };
}

/** The file of the front page. */
const homeFile = "index.md";

interface ReadPages {
  /** In order of their files; drafts are left out unless they were asked for. */
  readonly outlines: readonly PageOutline[];
  /** Files of which nobody can tell fields from body. */
  readonly unread: readonly string[];
  /** Files of drafts that were left out. */
  readonly drafts: readonly string[];
  /** Names of hubs that are drafts and left out. */
  readonly draftHubs: readonly string[];
  /** Names of hubs that stand in files whose fields cannot be read. */
  readonly unreadHubs: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

function readPages(content: ContentFiles, options: LoadOptions, settings: SiteSettings): ReadPages {
  const diagnostics: Diagnostic[] = [];
  const outlines: PageOutline[] = [];
  const unread: string[] = [];
  const drafts: string[] = [];
  const draftHubs: string[] = [];
  const unreadHubs: string[] = [];
  for (const source of content.sources) {
    if (!source.file.endsWith(".md")) {
      diagnostics.push(...privateDetails(source));
      if (!registerNames.has(source.file)) diagnostics.push(unknownRegister(source.file, registerNames));
      continue;
    }
    const { outline, diagnostics: found } = readPage(source, { layouts: options.layouts, lang: settings.lang });
    if (outline?.fields.draft === true && !options.drafts) {
      drafts.push(source.file);
      if (outline.fields.name !== undefined) draftHubs.push(outline.fields.name);
      continue;
    }
    diagnostics.push(...found, ...privateDetails(source));
    if (outline === null) unread.push(source.file);
    else outlines.push(outline);
    if (outline === null || outline.fieldSpans.size === 0) unreadHubs.push(...namesIn(source.text));
    else if (outline.file === homeFile && outline.isRight && outline.type !== "hub") {
      diagnostics.push(homeNotAHubAt(outline));
    }
  }
  const all = [...content.sources.map(({ file }) => file), ...content.unread];
  diagnostics.push(...translationFaults(outlines, new Set(all.filter((file) => file.endsWith(".md")))));
  return { outlines, unread, drafts, draftHubs, unreadHubs, diagnostics };
}

/** What may be the name of a hub in a file whose fields cannot be read. */
function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/^name:\s*["']?([\w-]+)/gm)].map(([, name = ""]) => name);
}

type Assembled = Omit<Site, "settingSpans" | "contact" | "services" | "day" | "files" | "redirects" | "dictionary">;

function assemble(pages: readonly Page[], settings: SiteSettings, registeredCodes: Site["registeredCodes"]): Assembled {
  const register = codeRegister(pages, settings, registeredCodes);
  const byAddress = withCodeAnchors(pages, register.errorReferences).toSorted((a, b) => compareText(a.address, b.address));
  const home = byAddress.find((page): page is Hub => page.address === builtAddresses.home && page.type === "hub") ?? homeWithoutFile(settings);
  const hubs = new Map([home, ...byAddress.filter((page): page is Hub => page.type === "hub" && page !== home)].map((hub) => [hub.name, hub]));
  const articles = byAddress.filter((page): page is Article => page.type === "article");
  const plainPages = byAddress.filter((page): page is PlainPage => page.type === "page");
  return { settings, home, hubs, articles, plainPages, lists: hubLists(hubs, articles), registeredCodes, ...register };
}
