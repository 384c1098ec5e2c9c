import { slug } from "github-slugger";
import type { ContactLink, Expander, Heading, Link, PlacedPicture } from "../model/body.ts";
import { collectBoxes } from "./box-facts.ts";
import type { BoxCollector } from "./box-facts.ts";
import type { HtmlReader } from "./html-readers.ts";
import { codeOfContactLink } from "./contact-link.ts";
import { escapeText } from "./html-tags.ts";
import { formsOfId, olderIds } from "./headings.ts";
import type { PageIds } from "./headings.ts";
import { noPlaces, placeOfCode, spansOfParts } from "./link-places.ts";
import type { PlacesOfParts } from "./link-places.ts";
import { reportAliasWithoutHeading } from "./faults/alias-without-heading.ts";
import { spanOf } from "./page-context.ts";
import type { PageContext, Place } from "./page-context.ts";

/** Words that are being read. */
interface Words {
  text: string;
}
interface OpenLink {
  readonly href: string;
  readonly title: string | null;
  readonly place: Place;
  readonly parts: PlacesOfParts;
  readonly words: Words;
}
interface OpenHeading {
  readonly level: number;
  readonly id: string | null;
  readonly place: Place;
  readonly words: Words;
}

/** What a heading's tag gets when its words have been read. */
interface EndedHeading {
  readonly id: string;
  /** Empty elements that older ids arrive at. */
  readonly anchors: string;
}

/** What has been found so far, in the order of the page. */
interface FoundFacts {
  readonly headings: Heading[];
  readonly links: Link[];
  readonly contactLinks: ContactLink[];
  readonly pictures: PlacedPicture[];
  readonly expanders: Expander[];
}

/** Collects what the body holds while it is read from front to back. */
export interface FactCollector extends HtmlReader, FoundFacts {
  readonly boxes: BoxCollector;
  /** Ends a link whose address is known only now. */
  readonly endMarkdownLink: (href: string, title: string | null, place: Place, parts: PlacesOfParts) => void;
  /** Starts reading words aside. */
  readonly startWords: () => void;
  /** @returns the words since, white space made single */
  readonly endWords: () => string;
}

/** @returns a collector that has found nothing yet */
export function collectFacts(page: PageContext, ids: PageIds): FactCollector {
  const found: FoundFacts = { headings: [], links: [], contactLinks: [], pictures: [], expanders: [] };
  const listening: Words[] = [];
  const listen = (words: Words): Words => {
    listening.push(words);
    return words;
  };
  const stopListening = (words: Words): string => {
    listening.splice(listening.indexOf(words), 1);
    return words.text.replace(/\s+/g, " ").trim();
  };
  const aside: Words[] = [];
  let amountRead = 0;
  const links = linkCollector(page, found, listen, stopListening);
  return {
    ...found,
    boxes: collectBoxes(page, found.links),
    ...links,
    ...headingCollector(page, ids, found, listen, stopListening),
    picture: (src, alt, place, caption) => {
      found.pictures.push({ src, alt, caption, span: spanOf(page, place) });
      links.addToLink(alt ?? "");
    },
    isBelowHeading: () => found.headings.length > 0,
    text: (text) => {
      amountRead += text.trim().length;
      for (const words of listening) words.text += text;
    },
    amountRead: () => amountRead,
    startWords: () => void aside.push(listen({ text: "" })),
    endWords: () => stopListening(aside.pop() ?? { text: "" }),
  };
}

function linkCollector(
  page: PageContext,
  found: FoundFacts,
  listen: (words: Words) => Words,
  stopListening: (words: Words) => string,
): Pick<FactCollector, "startLink" | "endLink" | "endMarkdownLink"> & { readonly addToLink: (text: string) => void } {
  let link: OpenLink | null = null;
  const startLink: FactCollector["startLink"] = (href, title, place) => {
    endLink();
    link = { href, title, place, parts: { ...noPlaces, address: place }, words: listen({ text: "" }) };
  };
  const endLink = (): void => {
    if (link === null) return;
    const { href, title, place, parts, words } = link;
    const text = stopListening(words);
    found.links.push({
      href,
      title,
      text,
      span: spanOf(page, place),
      parts: spansOfParts(page, parts, { href, text }),
    });
    const code = codeOfContactLink(href, page.source.file, page.settings.codes);
    if (code !== null) found.contactLinks.push({ code, text, span: spanOf(page, placeOfCode(page, place, code)) });
    link = null;
  };
  const endMarkdownLink: FactCollector["endMarkdownLink"] = (href, title, place, parts) => {
    link = { href, title, place, parts, words: link?.words ?? { text: "" } };
    endLink();
  };
  const addToLink = (text: string): void => {
    if (link) link.words.text += text;
  };
  return { startLink, endLink, endMarkdownLink, addToLink };
}

function headingCollector(
  page: PageContext,
  ids: PageIds,
  found: FoundFacts,
  listen: (words: Words) => Words,
  stopListening: (words: Words) => string,
): Pick<FactCollector, "startHeading" | "endHeading"> {
  let heading: OpenHeading | null = null;
  return {
    startHeading: (level, id, place) => {
      if (heading) stopListening(heading.words);
      heading = { level, id, place, words: listen({ text: "" }) };
    },
    endHeading: () => {
      if (heading === null) return null;
      const ended = endHeading(page, ids, heading, stopListening(heading.words));
      found.headings.push(ended.heading);
      heading = null;
      return ended;
    },
  };
}

function endHeading(
  page: PageContext,
  ids: PageIds,
  { level, id: ownId, place }: OpenHeading,
  text: string,
): EndedHeading & { readonly heading: Heading } {
  const id = ownId ?? ids.idFor(text);
  ids.taken.add(id);
  const given = [...page.source.headingAliases].filter(([, now]) => now === id).map(([before]) => before);
  const anchors: string[] = [];
  const aliases: string[] = [];
  for (const alias of [...olderIds(text, suffixOf(id, text)), ...given]) {
    const forms = formsOfId(alias);
    const [anchor = ""] = forms;
    if (anchor === "" || /\s/.test(anchor) || ids.isWanted(anchor) || ids.taken.has(anchor)) continue;
    for (const form of forms) ids.taken.add(form);
    anchors.push(`<span class="app-anchor" id="${escapeText(anchor)}"></span>`);
    aliases.push(...forms);
  }
  return { id, anchors: anchors.join(""), heading: { level, text, id, aliases, span: spanOf(page, place) } };
}

/** What makes the id of a second heading of the same words another: `-1`. The older ids had it too. */
function suffixOf(id: string, text: string): string {
  const plain = slug(text);
  return id.startsWith(plain) ? id.slice(plain.length) : "";
}

/** Warns of old ids that the front matter sends to a heading that is not there. */
export function checkAliases(page: PageContext, headings: readonly Heading[]): void {
  const ids = new Set(headings.map(({ id }) => id));
  for (const [old, now] of page.source.headingAliases) {
    if (!ids.has(now)) reportAliasWithoutHeading(page, old, now);
  }
}
