import type { AssetsView, Entry, LayoutData, SiteView } from "../../src/output/entry.ts";
import type { ContactFieldView, ContactFormView } from "../../src/output/contact-view.ts";
import type { Layouts } from "../../src/output/layouts.ts";

const hub = { text: "Your account", href: "/help/manage/", description: "Change your details", type: "hub" } as const;
const article = { text: "Sign in", href: "/help/sign-in/", description: null, type: "article" } as const;
const hubs = [{ text: "Help", href: "/help/", items: [article] }];

const siteView: SiteView = {
  name: "Login help centre",
  organisation: "NHS",
  lang: "en-GB",
  phase: "beta",
  banner: "This is an example.",
  example: false,
  nhsIdentity: true,
  homeHref: "/help/",
  searchHref: "/help/search/",
  searchIndexHref: "/help/api/search.json",
  contactHref: "/help/contact/",
  errorsHref: "/help/errors/",
  origin: "https://help.example.org",
  codeExample: "CID7023",
  navigation: [
    { text: "Sign in", href: "/help/sign-in/", section: "/sign-in/" },
    { text: "Your account", href: "/help/manage/", section: "/manage/" },
  ],
  footer: [{ text: "Cookies", href: "/help/cookies/" }],
  contact: {
    introduction: "Have your reference ready.",
    medicalNotice: "We run a website, and cannot see your records.",
    hasForm: true,
    ways: [
      { name: "Email", text: null, href: "mailto:help@example.org", linkText: null, openingTimes: null },
      {
        name: "Phone",
        text: "We answer in English.",
        href: "tel:03069990123",
        linkText: "0306 999 0123",
        openingTimes: "9am to 5pm",
      },
    ],
  },
  statements: {
    contact: {
      email: "help@example.org",
      phone: "0306 999 0123",
      phoneHref: "tel:03069990123",
      address: "Help team\n1 Example Street",
      replyDays: 5,
    },
    accessibility: {
      status: "partial",
      prepared: "20 October 2026",
      tested: "12 October 2026",
      testedBy: "the Help team",
    },
    privacy: { controller: "Example Trust", basis: "public-task", retention: "2 years", officer: "dpo@example.org" },
  },
};

const assets: AssetsView = {
  styles: "/help/assets/site-1.css",
  formStyles: "/help/assets/form-1.css",
  searchStyles: "/help/assets/search-1.css",
  script: "/help/assets/site-1.js",
  scriptEnabled: "/help/assets/enabled-1.js",
  searchScript: "/help/assets/search-1.js",
  notFoundScript: "/help/assets/not-found-1.js",
  referencesScript: "/help/assets/references-1.js",
  contactScript: "/help/assets/contact-1.js",
  favicon: "/help/assets/favicon-1.ico",
  faviconSvg: "/help/assets/favicon-1.svg",
  touchIcon: "/help/assets/touch-1.png",
  maskIcon: "/help/assets/mask-1.svg",
  shareImage: "/help/assets/share-1.png",
  manifest: "/help/assets/manifest-1.json",
};

const passwords: Entry = {
  type: "article",
  layout: "article.njk",
  address: "/manage/passwords/",
  outputPath: "manage/passwords/index.html",
  file: "manage/passwords.md",
  title: "Passwords",
  documentTitle: "Passwords – Your account – Login help centre – NHS",
  description: "How to change your password",
  pageName: "manage:passwords",
  lang: "en-GB",
  titleLang: "en-GB",
  frameLang: "en-GB",
  canonical: "https://help.example.org/help/manage/passwords/",
  draft: false,
  otherLanguages: [],
  alternates: [],
  isFallback: false,
  indexed: true,
  breadcrumbs: [
    { text: "Help", href: "/help/" },
    { text: "Your account", href: "/help/manage/" },
  ],
  html: '<h2 id="change-it">Change it</h2><p>Choose a new one.</p><h2 id="forget-it">Forget it</h2><p>Reset it.</p>',
  firstExpander: null,
  contents: [
    { text: "Change it", href: "#change-it" },
    { text: "Forget it", href: "#forget-it" },
  ],
  neighbours: {
    hub: { text: "Manage your account", href: "/help/manage/" },
    others: [
      { text: "Email", href: "/help/manage/email/" },
      { text: "Phone", href: "/help/manage/phone/" },
    ],
    previous: { text: "Email", href: "/help/manage/email/" },
    next: { text: "Phone", href: "/help/manage/phone/" },
  },
  items: [],
  hubs: [],
  letters: [],
  errorReferences: [],
  referenceGroups: [],
  retiredReferences: [],
  reference: null,
  referencePages: [],
  contact: null,
  problemHref: "/help/contact/?page=/help/manage/passwords/",
  lastReviewed: "31 January 2026",
  nextReview: "31 January 2027",
};

const nothing = {
  html: "",
  contents: [],
  neighbours: null,
  breadcrumbs: [],
  problemHref: null,
  lastReviewed: null,
  nextReview: null,
} as const;

const statement: Entry = { ...passwords, type: "page", contents: [], neighbours: null };

const references = [
  { code: "CID2011", title: "A problem with your number", href: "/help/errors/#cid2011" },
  { code: "CID7023", title: "We cannot connect", href: "/help/errors/#cid7023" },
];

function field(label: string, parts: Partial<ContactFieldView> = {}): ContactFieldView {
  return { label, hint: null, value: "", error: null, ...parts };
}

const form: ContactFormView = {
  action: "/help/contact/send",
  language: null,
  sentHref: "/help/contact/sent/",
  catalogueHref: "/help/api/errors/",
  pagesHref: "/help/api/pages.json",
  fields: {
    name: field("Full name"),
    email: field("Email address", { hint: "We use it to reply to you." }),
    service: field("Which app?", { hint: "The one on the screen." }),
    otherService: field("Which app?"),
    problem: field("What is it about?"),
    details: field("What happened? (optional)", { hint: "In a few words." }),
  },
  required: ["name", "email", "service", "problem"],
  firstServices: [{ key: "nhs-app", name: "NHS App" }],
  otherServices: [{ key: "gp", name: "GP online" }],
  problems: [{ key: "sign-in", name: "I cannot sign in" }],
  longestDetails: 1500,
  errors: [],
  privacy: { text: "Privacy", href: "/help/privacy/" },
  notSent: false,
};

const withErrors: ContactFormView = {
  ...form,
  fields: {
    ...form.fields,
    name: field("Full name", { value: '"><b>', error: "Enter your name" }),
    email: field("Email address", { value: "me", error: "Enter an email address" }),
    service: field("Which app?", { value: "other" }),
    otherService: field("Which app?", { value: "gp", error: "Select an app" }),
    problem: field("What is it about?", { error: "Select a problem" }),
    details: field("What happened?", { value: "\n  </textarea><b>{{ 7 * 7 }}", error: "Too long" }),
  },
  errors: [
    { text: "Enter your name", href: "#contact-name" },
    { text: "Select a problem", href: "#contact-problem" },
  ],
};

const contact: Entry = {
  ...passwords,
  ...nothing,
  type: "contact",
  layout: "contact.njk",
  address: "/contact/",
  contact: { reference: null, codes: ["CID2011", "CID7023"], page: null, form },
};

/** One entry of every kind of page, by the name of its layout, and more of those that look unlike. */
export const entries: Readonly<Record<string, Entry>> = {
  "article.njk": passwords,
  "page.njk": { ...passwords, type: "page", layout: "page.njk", contents: [], neighbours: null },
  "accessibility-statement.njk": { ...statement, layout: "accessibility-statement.njk" },
  "cookies.njk": { ...statement, layout: "cookies.njk" },
  "privacy.njk": { ...statement, layout: "privacy.njk" },
  "home.njk": { ...passwords, ...nothing, type: "home", layout: "home.njk", address: "/", items: [hub, article] },
  "hub.njk": { ...passwords, ...nothing, type: "hub", layout: "hub.njk", address: "/manage/", items: [hub, article] },
  "search.njk": {
    ...passwords,
    ...nothing,
    type: "search",
    layout: "search.njk",
    address: "/search/",
    hubs,
    letters: [{ letter: "S", id: "letter-s", items: [article] }],
    errorReferences: references,
  },
  "contact.njk": contact,
  "contact.njk about a reference": {
    ...contact,
    contact: {
      reference: { code: "CID7023", spelled: "C I D 7 0 2 3", title: "No connection", href: "/help/errors/CID7023/" },
      codes: [],
      page: null,
      form,
    },
  },
  "contact.njk with errors": {
    ...contact,
    contact: { reference: null, codes: ["CID7023"], page: null, form: withErrors },
  },
  "contact.njk where sending failed": {
    ...contact,
    contact: { reference: null, codes: [], page: null, form: { ...form, firstServices: [], notSent: true } },
  },
  "contact.njk without a form": {
    ...contact,
    contact: { reference: null, codes: ["CID7023"], page: null, form: null },
  },
  "contact.njk about a page": {
    ...contact,
    contact: {
      reference: null,
      codes: ["CID7023"],
      page: { path: "/help/manage/passwords/", text: "Passwords", href: "/help/manage/passwords/" },
      form,
    },
  },
  "contact-sent.njk": { ...contact, layout: "contact-sent.njk", address: "/contact/sent/", contact: null },
  "not-found.njk": {
    ...passwords,
    ...nothing,
    type: "not-found",
    layout: "not-found.njk",
    canonical: null,
    items: [hub, article],
    errorReferences: references,
    referencePages: [{ text: "Codes that we send", href: "/help/manage/codes/" }],
  },
  "references.njk": {
    ...passwords,
    ...nothing,
    type: "reference-list",
    layout: "references.njk",
    address: "/errors/",
    referenceGroups: [
      { name: "CID2000 to CID2099", items: references.slice(0, 1) },
      { name: null, items: references.slice(1) },
    ],
  },
  "reference.njk": {
    ...passwords,
    type: "reference",
    layout: "reference.njk",
    address: "/errors/CID7023/",
    contents: [],
    neighbours: null,
    reference: {
      code: "CID7023",
      spelled: "C I D 7 0 2 3",
      contactHref: "/help/contact/CID7023/",
      article: { text: "Passwords", href: "/help/manage/passwords/#cid7023" },
      catalogueHref: "/help/api/errors/CID7023.json",
      isRetired: false,
      replacedBy: null,
    },
  },
  "redirect.njk": { ...passwords, ...nothing, type: "redirect", layout: "redirect.njk", items: [article] },
};

/** What a test says of a page; the rest is as for any page. */
export interface PageParts {
  readonly layout?: string;
  readonly entry?: Partial<Entry>;
  readonly site?: Partial<SiteView>;
  readonly assets?: Partial<AssetsView>;
}

/** Everything that a layout is rendered with. */
export function layoutData(layouts: Layouts, parts: PageParts = {}): LayoutData {
  const entry = { ...(entries[parts.layout ?? "article.njk"] ?? passwords), ...parts.entry };
  return {
    entry,
    site: { ...siteView, ...parts.site },
    assets: { ...assets, ...parts.assets },
    text: layouts.text(entry.lang),
    contentPolicy: "default-src 'none'; style-src 'self'",
  };
}
