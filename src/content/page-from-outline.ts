import type { Page, Hub } from "../model/article.ts";
import { builtAddresses } from "../model/address.ts";
import type { Body, BodyFacts } from "../model/body.ts";
import { homeHub } from "../model/hub.ts";
import type { SiteSettings } from "../model/settings.ts";
import type { PageOutline } from "./read-page.ts";
import { homeFile } from "./translations.ts";

/** The page that an outline and its rendered body make, every default filled in. */
export function toPage(outline: PageOutline, body: Body): Page {
  const { file, address, fields, layout, lang, aliases, allow, fieldSpans, language, original } = outline;
  const base = {
    file,
    address,
    title: fields.title,
    shortTitle: fields.short_title ?? fields.title,
    subtitle: fields.subtitle ?? null,
    pageName: fields.pageName ?? pageNameOf(address),
    layout,
    aliases,
    lastReviewed: fields.last_reviewed ?? null,
    nextReview: fields.next_review ?? null,
    owner: fields.owner ?? null,
    searchTerms: fields.search_terms ?? [],
    draft: fields.draft ?? false,
    lang,
    translationOf: language === null ? (fields.translationOf ?? null) : original,
    allow,
    fieldSpans,
    body,
  };
  const position = fields.position ?? null;
  if (file === homeFile || original === homeFile) return { ...base, type: "hub", name: homeHub, hub: null, position };
  if (outline.type === "page") return { ...base, type: "page" };
  if (outline.type === "hub") return { ...base, type: "hub", name: fields.name ?? "", hub: fields.hub ?? homeHub, position };
  return { ...base, type: "article", hub: fields.hub ?? homeHub, position };
}

/** `/manage/passwords/` → `manage:passwords`; `/` → `home`. Letters that the field refuses become hyphens. */
function pageNameOf(address: string): string {
  const name = address.toLowerCase().split("/").filter(Boolean).join(":").replace(/[^a-z0-9:-]+/g, "-");
  return name === "" ? homeHub : name;
}

/** The front page of a folder that has no `index.md`: the site's name, and what lies in the hub `home`. */
export function homeWithoutFile(settings: SiteSettings): Hub {
  return {
    type: "hub",
    name: homeHub,
    hub: null,
    position: null,
    file: null,
    address: builtAddresses.home,
    title: settings.name,
    shortTitle: settings.name,
    subtitle: null,
    pageName: homeHub,
    layout: "home.njk",
    aliases: { addresses: [], headings: new Map() },
    lastReviewed: null,
    nextReview: null,
    owner: null,
    searchTerms: [],
    draft: false,
    lang: settings.lang,
    translationOf: null,
    allow: new Map(),
    fieldSpans: new Map(),
    body: { html: "", facts: noFacts },
  };
}

const noFacts: BodyFacts = {
  headings: [],
  links: [],
  contactLinks: [],
  pictures: [],
  expanders: [],
  boxes: [],
  ids: new Set(),
  blocks: [],
  firstSentence: "",
};
