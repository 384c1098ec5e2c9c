import type { Article, Hub, PlainPage } from "../../src/model/article.ts";
import type { Body, Heading } from "../../src/model/body.ts";
import { spanAt } from "../../src/model/diagnostic.ts";
import type { SourceSpan } from "../../src/model/diagnostic.ts";
import { defaultFields } from "../../src/model/contact.ts";
import type { Contact, ContactForm } from "../../src/model/contact.ts";
import type { ErrorReference } from "../../src/model/error-reference.ts";
import { hubLists } from "../../src/model/hub.ts";
import { siteSettings } from "../../src/model/settings.ts";
import type { SiteSettings } from "../../src/model/settings.ts";
import type { Service } from "../../src/model/service.ts";
import type { Redirect, Site } from "../../src/model/site.ts";
import type { ContentFile } from "../../src/model/site.ts";
import type { BuiltAssets } from "../../src/output/assets.ts";
import { addressOf } from "../../src/model/address.ts";

/** A page as a test writes it: its file, and what matters to the test. */
type Written<Page> = Partial<Omit<Page, "body" | "address">> & {
  readonly file: string;
  readonly html?: string;
  readonly headings?: readonly Partial<Heading>[];
  readonly firstSentence?: string;
};

/** The parts of a site that a test cares for. */
export interface SiteParts {
  readonly settings?: Partial<SiteSettings>;
  readonly home?: Partial<Hub>;
  readonly hubs?: readonly (Written<Hub> & { readonly name: string })[];
  readonly articles?: readonly Written<Article>[];
  readonly plainPages?: readonly Written<PlainPage>[];
  readonly redirects?: readonly Redirect[];
  readonly files?: readonly ContentFile[];
  readonly errorReferences?: readonly ErrorReference[];
  readonly contact?: Partial<Contact>;
  readonly services?: readonly Service[];
}

/** Assets as a build would make them, with hrefs that name what they are. */
export const assetsOfTest: BuiltAssets = {
  view: {
    styles: "/assets/site-0000000000.css",
    formStyles: "/assets/form-0000000000.css",
    script: "/assets/site-0000000000.js",
    scriptEnabled: "/assets/enabled-0000000000.js",
    searchStyles: "/assets/search-0000000000.css",
    searchScript: "/assets/search-0000000000.js",
    notFoundScript: "/assets/not-found-0000000000.js",
    referencesScript: "/assets/references-0000000000.js",
    contactScript: "/assets/contact-0000000000.js",
    favicon: null,
    faviconSvg: "/assets/icon-0000000000.svg",
    touchIcon: null,
    maskIcon: null,
    shareImage: null,
    manifest: "/assets/manifest-0000000000.json",
  },
  files: [{ path: "assets/site-0000000000.css", content: Buffer.from("body {}") }],
};

/** A site that passed, without a content folder: what tests of the output start from. */
export function siteOf(parts: SiteParts): Site {
  const home: Hub = {
    ...page({ file: "index.md", title: "Help" }),
    type: "hub",
    name: "home",
    hub: null,
    position: null,
    ...parts.home,
  };
  const hubs = (parts.hubs ?? []).map((hub): Hub => ({
    ...page(hub),
    layout: "hub.njk",
    type: "hub",
    hub: "home",
    position: null,
    ...given(hub),
    name: hub.name,
  }));
  const articles = (parts.articles ?? []).map((article): Article => ({
    ...page(article),
    type: "article",
    hub: "home",
    position: null,
    ...given(article),
  }));
  const byName = new Map([home, ...hubs].map((hub) => [hub.name, hub]));
  return {
    settings: { ...siteSettings({ name: "Help centre" }, {}), ...parts.settings },
    contact: {
      introduction: null,
      medicalNotice: null,
      ways: [{ name: "Phone", link: "tel:03001234567" }],
      form: null,
      ...parts.contact,
    },
    services: parts.services ?? [],
    synonyms: [],
    day: null,
    registeredCodes: null,
    home,
    hubs: byName,
    lists: hubLists(byName, articles),
    articles,
    plainPages: (parts.plainPages ?? []).map((plain): PlainPage => ({
      ...page(plain),
      layout: "page.njk",
      type: "page",
      ...given(plain),
    })),
    files: parts.files ?? [],
    redirects: parts.redirects ?? [],
    settingSpans: new Map(),
    codeMentions: [],
    errorReferences: parts.errorReferences ?? [],
    dictionary: [],
    translations: [],
    editionOf: null,
  };
}

/** An error reference that a page explains, and of which no register says anything. */
export function reference(parts: Partial<ErrorReference> & { readonly code: string }): ErrorReference {
  const unsaid = { whatHappened: null, whatToDo: null, owner: null, replacedBy: null, severity: null };
  return { title: "A title", home: null, status: "active", ...unsaid, ...parts };
}

/** A contact form as it is where `contact.yml` says nothing but its address, and what a test adds. */
export function formTo(address: string, parts: Partial<ContactForm> = {}): ContactForm {
  return { address, fields: defaultFields, problems: [], firstServices: [], ticket: null, ...parts };
}

/** A website or app that is always offered. */
export function service(key: string, name: string): Service {
  return { key, name, aliases: [], from: null, until: null };
}

function given<Page>({ html: _, headings: __, firstSentence: ___, ...fields }: Written<Page>) {
  return fields as Partial<Page>;
}

function page(written: Written<Article | Hub | PlainPage>) {
  const title = written.title ?? written.file.replace(/(\/index)?\.md$/, "");
  return {
    file: written.file,
    address: addressOf(written.file),
    title,
    shortTitle: title,
    subtitle: null,
    pageName: "page",
    layout: "article.njk",
    aliases: { addresses: [], headings: new Map<string, string>() },
    lastReviewed: null,
    nextReview: null,
    owner: null,
    searchTerms: [],
    draft: false,
    lang: "en-GB",
    translationOf: null,
    allow: new Map<string, SourceSpan>(),
    fieldSpans: new Map<string, SourceSpan>(),
    body: bodyOf(written),
  };
}

function bodyOf({
  html = "",
  headings = [],
  firstSentence = "",
}: Pick<Written<Article | Hub | PlainPage>, "html" | "headings" | "firstSentence">): Body {
  const whole = headings.map((heading) => ({
    level: 2,
    text: "Heading",
    id: "heading",
    aliases: [],
    span: spanAt("page.md", 1, 1),
    ...heading,
  }));
  const facts = {
    headings: whole,
    links: [],
    contactLinks: [],
    pictures: [],
    expanders: [],
    boxes: [],
    ids: new Set<string>(),
    blocks: [],
    firstSentence,
  };
  return { html, facts };
}
