import { builtAddresses, publishedHref, referenceAddress } from "../model/address.ts";
import type { Page } from "../model/article.ts";
import type { Heading } from "../model/body.ts";
import type { SourceSpan } from "../model/diagnostic.ts";
import type { ErrorReference } from "../model/error-reference.ts";
import type { SearchSection } from "../model/search.ts";
import { pagesOf } from "../model/site.ts";
import type { Site } from "../model/site.ts";
import { noProse } from "../model/text-block.ts";
import type { TextBlock } from "../model/text-block.ts";
import type { Entry } from "./entry.ts";
import { referenceHomes } from "./reference-homes.ts";
import { sectionWords } from "./section-words.ts";

/**
 * What a search of a site looks through, page by page, each from top to bottom: a section for each heading and for each
 * expander, whose words are its own and not the heading's.
 *
 * @param entries - the pages of the site
 */
export function searchSections(site: Site, entries: readonly Entry[]): readonly SearchSection[] {
  return [...pagesOf(site).flatMap((page) => sectionsOf(site, page)), ...builtSections(site, entries)];
}

/** A section while its words are gathered. */
interface OpenSection {
  readonly fragment: string | null;
  readonly heading: string;
  readonly blocks: TextBlock[];
}

function sectionsOf(site: Site, page: Page): readonly SearchSection[] {
  const { pathPrefix } = site.settings;
  const href = publishedHref(page.address, pathPrefix);
  const hub = page.type === "page" || page.hub === null ? null : (site.hubs.get(page.hub)?.shortTitle ?? null);
  return openSections(page).map(({ fragment, heading, blocks }, index) => ({
    href: fragment === null ? href : `${href}#${encodeURIComponent(fragment)}`,
    heading,
    page: page.title,
    hub,
    lang: page.lang,
    text: [...(index === 0 && page.subtitle !== null ? [page.subtitle] : []), ...sentencesOf(blocks)].join("\n"),
    searchTerms: index === 0 ? page.searchTerms : [],
  }));
}

/** The page's sections in order, what stands above the first heading before them, be it nothing. */
function openSections({ title, body }: Page): readonly OpenSection[] {
  const { blocks, headings, expanders } = body.facts;
  const introduction: OpenSection = { fragment: null, heading: title, blocks: [] };
  const sections = [introduction];
  const ofExpander = new Map<number, OpenSection>();
  const start = (fragment: string, heading: string): OpenSection => {
    const section = { fragment, heading, blocks: [] };
    sections.push(section);
    return section;
  };
  let current = introduction;
  let nextHeading = 0;
  for (const block of blocks) {
    const heading = block.kind === "heading" ? headingAt(headings, nextHeading, block) : null;
    if (heading !== null) {
      nextHeading = headings.indexOf(heading) + 1;
      const section = start(heading.id, heading.text);
      // What stands behind an expander belongs to what stands around it.
      if (block.expander === null) current = section;
      else ofExpander.set(block.expander, section);
      continue;
    }
    const expander = block.expander === null ? undefined : expanders[block.expander];
    if (block.expander === null || expander === undefined) {
      current.blocks.push(block);
      continue;
    }
    const section = ofExpander.get(block.expander) ?? start(expander.id, expander.summary);
    ofExpander.set(block.expander, section);
    if (block.kind !== "summary") section.blocks.push(block);
  }
  return sections;
}

/** The heading that a block is; `null` where its words became no heading of the page. */
function headingAt(headings: readonly Heading[], from: number, block: TextBlock): Heading | null {
  const words = bare(block.text);
  const firstWords = block.runs[0]?.line ?? Infinity;
  const isThere = ({ line }: SourceSpan): boolean => block.line <= line && line <= firstWords;
  return headings.slice(from).find(({ text, span }) => isThere(span) && bare(text) === words) ?? null;
}

function bare(text: string): string {
  return text.replace(/[\s\uFFFC]+/g, "");
}

/** Words of blocks as sentences, one a line; the items of a list stand behind the words before it. */
function sentencesOf(blocks: readonly TextBlock[]): readonly string[] {
  const sentences: { block: TextBlock; text: string }[] = [];
  for (const block of blocks) {
    const text = block.text.replaceAll(noProse, "").replace(/\s+/g, " ").trim();
    if (text === "") continue;
    const last = sentences.at(-1);
    const { item } = block;
    const isNextItem = item !== null && last !== undefined && item.list.number === last.block.item?.list.number;
    if (
      item !== null &&
      !item.list.isNumbered &&
      last !== undefined &&
      (isNextItem || item.list.leadIn === last.block)
    ) {
      last.text += isNextItem ? `; ${text}` : ` ${text}`;
      last.block = block;
    } else sentences.push({ block, text });
  }
  return sentences.map(({ text }) => text);
}

/** What the index says of a page that the build makes, beside its title and description. */
interface BuiltWords {
  readonly texts: readonly (string | null | undefined)[];
  /** The language of all that, where it is not that of the words on the page. */
  readonly lang?: string;
}

/** What the build says itself: references that no page explains, their list, and the ways to get in touch. */
function builtSections(site: Site, entries: readonly Entry[]): readonly SearchSection[] {
  const { settings, contact } = site;
  const ways = contact.ways.flatMap((way) => [`${way.name}: ${way.link_text ?? ""}`, way.text, way.opening_times]);
  const words = new Map<string, BuiltWords>([
    ...referenceWords(site),
    [builtAddresses.errors, { texts: [] }],
    [builtAddresses.contact, { texts: [contact.introduction, ...ways] }],
  ]);
  return entries.flatMap(({ address, title, description, lang }) => {
    const own = words.get(address);
    if (own === undefined) return [];
    const text = [description, ...own.texts].filter(Boolean).join("\n");
    const href = publishedHref(address, settings.pathPrefix);
    return [{ href, heading: title, page: title, hub: null, lang: own.lang ?? lang, text, searchTerms: [] }];
  });
}

/**
 * The references that are found on a page of their own, by its address: those that no page of the site explains. In an
 * edition, these are also those whose translated page says nothing of them, and those whose title alone is translated.
 */
function referenceWords(site: Site): readonly (readonly [address: string, words: BuiltWords])[] {
  const { settings, editionOf, errorReferences } = site;
  const homeWords = wordsAtHome(site);
  return errorReferences.flatMap((reference): readonly (readonly [string, BuiltWords])[] => {
    const { code, home, whatHappened, whatToDo } = reference;
    const address = referenceAddress(code);
    if (home === null) return [[address, { texts: [code, whatHappened, whatToDo] }]];
    if (!editionOf?.untranslatedWords.has(code)) return [];
    if (!editionOf.untranslated.has(home.address)) return [[address, { texts: [code, ...homeWords(reference)] }]];
    // Its words are found on the page that nobody has translated.
    return editionOf.untranslatedTitles.has(code) ? [] : [[address, { texts: [code], lang: settings.lang }]];
  });
}

/** Tells the words of the section in which a reference is at home. A page's sections are made once. */
function wordsAtHome(site: Site): (reference: ErrorReference) => readonly string[] {
  const homeOf = referenceHomes(site);
  const made = new Map<Page, ReturnType<typeof sectionWords>>();
  return (reference) => {
    const page = homeOf(reference)?.page;
    if (page === undefined) return [];
    const wordsOf = made.get(page) ?? sectionWords(sectionsOf(site, page), page.body.facts.headings);
    made.set(page, wordsOf);
    return wordsOf(reference.home?.headingId ?? null);
  };
}
