import { slug } from "github-slugger";
import type { ContactLink, Expander, Heading, Link, PlacedPicture } from "../model/body.ts";
import type { HtmlReader } from "./clean-html.ts";
import { codeOfContactLink } from "./contact-link.ts";
import { escapeText } from "./html-tags.ts";
import { formsOfId, olderId } from "./headings.ts";
import type { PageIds } from "./headings.ts";
import { placeOfCode } from "./link-places.ts";
import { report, spanOf } from "./page-context.ts";
import type { PageContext, Place } from "./page-context.ts";

interface OpenLink {
  readonly href: string;
  readonly title: string | null;
  readonly place: Place;
  text: string;
}
interface OpenHeading {
  readonly level: number;
  readonly id: string | null;
  readonly place: Place;
  text: string;
}

/** What a heading's tag gets when its words have been read. */
export interface EndedHeading {
  readonly id: string;
  /** Empty elements that older ids arrive at. */
  readonly anchors: string;
}

/** Collects what the body holds while it is read from front to back. */
export interface FactCollector extends HtmlReader {
  readonly headings: Heading[];
  readonly links: Link[];
  readonly contactLinks: ContactLink[];
  readonly pictures: PlacedPicture[];
  readonly expanders: Expander[];
  /** Ends a link whose address is known only now. */
  readonly endMarkdownLink: (href: string, title: string | null, place: Place) => void;
  /** Words that belong to a link's text, but not to a heading's: those of a picture. */
  readonly pictureText: (text: string) => void;
  /** Starts reading words aside. */
  readonly startWords: () => void;
  /** @returns the words since, white space made single */
  readonly endWords: () => string;
}

export function collectFacts(page: PageContext, ids: PageIds): FactCollector {
  const { file } = page.source;
  const facts = { headings: [], links: [], contactLinks: [], pictures: [], expanders: [] } as {
    [Name in "headings" | "links" | "contactLinks" | "pictures" | "expanders"]: FactCollector[Name];
  };
  let link: OpenLink | null = null;
  let heading: OpenHeading | null = null;
  const words: string[] = [];
  const endLink = (): void => {
    if (link === null) return;
    const { href, title, place } = link;
    const text = singleSpaced(link.text);
    facts.links.push({ href, title, text, span: spanOf(page, place) });
    const code = codeOfContactLink(href, file);
    if (code !== null) facts.contactLinks.push({ code, text, span: spanOf(page, placeOfCode(page, place, code)) });
    link = null;
  };
  return {
    ...facts,
    startLink: (href, title, place) => {
      endLink();
      link = { href, title, place, text: "" };
    },
    endLink,
    endMarkdownLink: (href, title, place) => {
      link = { href, title, place, text: link?.text ?? "" };
      endLink();
    },
    picture: (src, alt, place) => {
      facts.pictures.push({ src, alt, span: spanOf(page, place) });
      if (link) link.text += alt ?? "";
    },
    pictureText: (text) => {
      if (link) link.text += text;
    },
    text: (text) => {
      if (link) link.text += text;
      if (heading) heading.text += text;
      for (const index of words.keys()) words[index] += text;
    },
    startHeading: (level, id, place) => {
      heading = { level, id, place, text: "" };
    },
    endHeading: () => {
      if (heading === null) return null;
      const ended = endHeading(page, ids, heading);
      facts.headings.push(ended.heading);
      heading = null;
      return ended;
    },
    startWords: () => void words.push(""),
    endWords: () => singleSpaced(words.pop() ?? ""),
  };
}

function endHeading(
  page: PageContext,
  ids: PageIds,
  { level, id: ownId, place, text: written }: OpenHeading,
): EndedHeading & { readonly heading: Heading } {
  const text = singleSpaced(written);
  const id = ownId ?? ids.idFor(text);
  ids.taken.add(id);
  const old = olderId(text) + suffixOf(id, text);
  const given = [...page.source.headingAliases].filter(([, now]) => now === id).map(([before]) => before);
  const anchors: string[] = [];
  const aliases: string[] = [];
  for (const alias of [...(text === "" ? [] : [old]), ...given]) {
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
    if (ids.has(now)) continue;
    report(page, "alias-without-heading", "warning", { line: 0, column: 0, length: 1 }, {
      message: `The alias ${old} leads to #${now}, and no heading of this page has that id`,
      why: "Links to the old heading arrive at the top of the page",
      fix: "Correct the id in aliases above the page, or delete the alias",
    });
  }
}

function singleSpaced(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
