import { builtAddresses, contactAddress, publishedHref, referenceAddress } from "../model/address.ts";
import type { ErrorReference } from "../model/error-reference.ts";
import type { Site } from "../model/site.ts";
import { carriedPages } from "./carried-pages.ts";
import type { CarriedPage } from "./carried-pages.ts";
import { contactFormView, emptyForm } from "./contact-form-view.ts";
import type { ContactFormState } from "./contact-form-view.ts";
import type { ContactFormView, ContactReferenceView } from "./contact-view.ts";
import { contentPolicyForMeta } from "./deploy-headers.ts";
import type { AssetsView, LinkView } from "./entry.ts";
import { wordsAt } from "./layout-words.ts";
import type { Layouts } from "./layouts.ts";
import { built } from "./page-entry.ts";
import type { BareEntry, TextIn } from "./page-entry.ts";
import { siteView, titleLang } from "./site-view.ts";
import { nameApart } from "./unique-names.ts";

/** The contact page, and the same about each error code. */
export function contactEntries(site: Site, textIn: TextIn): readonly BareEntry[] {
  const form = contactFormView(site, textIn(site.settings.lang), emptyForm);
  return [null, ...site.errorReferences].map((reference) => contactEntry(site, textIn, reference, form));
}

/** The page that says that a message has come; none where nobody can send one. */
export function contactSentEntries(site: Site, textIn: TextIn): readonly BareEntry[] {
  if (site.contact.form === null) return [];
  const page = built(site, textIn, "contactSent", builtAddresses.contactSent);
  return [{ ...page, indexed: false, breadcrumbs: [...page.breadcrumbs, contactLink(site, textIn)] }];
}

/**
 * The contact page as the receiver of messages answers with it: with what was typed, and what is wrong with it. A
 * receiver on another host gets it with whole addresses, and without scripts: they would be asked for across hosts.
 *
 * It has no link to itself in the other languages, as built pages have: who followed it would lose what they typed.
 *
 * @param assets - hrefs of the built assets
 * @returns makes the page's HTML
 * @throws Error for a site without a form: it has no receiver
 */
export function contactFormPage(site: Site, layouts: Layouts, assets: AssetsView): (state: ContactFormState) => string {
  const { form } = site.contact;
  if (form === null) throw new Error("A site without a contact form has no page for one");
  const { settings } = site;
  const isElsewhere = !form.address.startsWith("/") && settings.url !== null;
  const seen = isElsewhere ? { ...site, settings: { ...settings, pathPrefix: settings.url } } : site;
  const whole = isElsewhere ? wholeAddresses(assets, settings.url) : assets;
  const view = siteView(seen, layouts.text);
  const text = layouts.text(settings.lang);
  const references = new Map(site.errorReferences.map((reference) => [reference.code, reference]));
  const pages = new Map(carriedPages(site).map((page) => [page.path, page]));
  return (state) => {
    const reference = references.get(state.code ?? "") ?? null;
    const page = pages.get(state.page ?? "");
    const about = page && isElsewhere ? { ...page, href: new URL(page.href, settings.url).href } : page;
    const draft = contactEntry(seen, layouts.text, reference, contactFormView(seen, text, state), about);
    const [entry] = nameApart([{ ...draft, type: "contact", layout: "contact.njk" }], settings);
    if (entry === undefined) throw new Error("One page has one name");
    const isRight = state.faults.length === 0 && state.notice === null;
    const prefix = isRight ? "" : wordsAt(text, "contact.form.script.titlePrefix");
    return layouts.render({
      entry: { ...entry, documentTitle: prefix + entry.documentTitle },
      site: view,
      assets: whole,
      text,
      contentPolicy: contentPolicyForMeta(site, isElsewhere ? "receiver" : "site"),
    });
  };
}

/**
 * @param reference - `null` for the page about no code
 * @param about - the page that somebody's message is about
 */
function contactEntry(
  site: Site,
  textIn: TextIn,
  reference: ErrorReference | null,
  form: ContactFormView | null,
  about: CarriedPage | null = null,
): BareEntry {
  if (reference === null) {
    const codes = site.errorReferences.map(({ code }) => code);
    return {
      ...built(site, textIn, "contact", builtAddresses.contact),
      contact: { reference: null, codes, page: about, form },
    };
  }
  const { code, title } = reference;
  const text = textIn(site.settings.lang);
  const page = built(site, textIn, "contactAbout", contactAddress(code));
  return {
    ...page,
    title: wordsAt(text, "pages.contactAbout.title", { code }),
    description: wordsAt(text, "pages.contactAbout.description", { code, title }),
    pageName: `contact-${code.toLowerCase()}`,
    // It says nothing that the page about the code does not say, and nobody should land on it from a search engine.
    indexed: false,
    breadcrumbs: [...page.breadcrumbs, contactLink(site, textIn)],
    contact: { reference: referenceView(site, reference), codes: [], page: about, form },
  };
}

function referenceView(site: Site, { code, title }: ErrorReference): ContactReferenceView {
  const href = publishedHref(referenceAddress(code), site.settings.pathPrefix);
  return { code, spelled: [...code].join(" "), title, ...titleLang(site, code), href };
}

function contactLink(site: Site, textIn: TextIn): LinkView {
  const text = wordsAt(textIn(site.settings.lang), "pages.contact.title");
  return { text, href: publishedHref(builtAddresses.contact, site.settings.pathPrefix) };
}

function wholeAddresses(assets: AssetsView, url: string): AssetsView {
  const whole = Object.entries(assets).map(([name, href]: [string, string | null]) => [
    name,
    href && new URL(href, url).href,
  ]);
  return Object.fromEntries(whole) as AssetsView;
}
