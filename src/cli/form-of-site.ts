import { builtAddresses, publishedHref } from "../model/address.ts";
import type { MessageRules } from "../model/contact-message.ts";
import type { ContactForm } from "../model/contact.ts";
import { editionsOf } from "../model/edition.ts";
import type { Site } from "../model/site.ts";
import { carriedPages } from "../output/carried-pages.ts";
import { requiredFields } from "../output/contact-form-view.ts";
import { contactFormPage } from "../output/contact-pages.ts";
import { contentPolicyForMeta, headersFor } from "../output/deploy-headers.ts";
import type { AssetsView } from "../output/entry.ts";
import type { Layouts } from "../output/layouts.ts";
import type { MessageNames } from "../receiver/delivery.ts";
import type { ReceivedForm } from "../receiver/receiver.ts";

/** What a receiver must know of a site. */
export interface FormOfSite {
  readonly form: ReceivedForm;
  /** Go with every answer. */
  readonly headers: Readonly<Record<string, string>>;
  readonly names: MessageNames;
}

/** What a receiver must know of a site; `null` for a site without a form. */
export function formOfSite(site: Site, layouts: Layouts, assets: AssetsView): FormOfSite | null {
  const { form } = site.contact;
  if (form === null) return null;
  const { url, pathPrefix } = site.settings;
  const editions = editionsOf(site);
  const [own, ...others] = editions;
  const pages = editions.flatMap((edition) => carriedPages(edition));
  const whole = form.address.startsWith("/") ? null : new URL(form.address);
  const isElsewhere = whole !== null && url !== null && whole.origin !== new URL(url).origin;
  const base = (edition: Site) =>
    whole !== null && edition.settings.url !== null ? edition.settings.url : edition.settings.pathPrefix;
  const answersOf = (edition: Site) => ({
    page: contactFormPage(edition, layouts, assets),
    sentHref: publishedHref(builtAddresses.contactSent, base(edition)),
  });
  const policy = `${contentPolicyForMeta(site, isElsewhere ? "receiver" : "site")}; frame-ancestors 'none'`;
  return {
    form: {
      path: whole?.pathname ?? publishedHref(form.address, pathPrefix),
      isElsewhere,
      rules: {
        ...rulesOf(site, form),
        pages: new Set(pages.map(({ path }) => path)),
        languages: new Set(others.map(({ settings }) => settings.lang)),
      },
      ...answersOf(own),
      otherLanguages: new Map(others.map((edition) => [edition.settings.lang, answersOf(edition)])),
      contactHref: publishedHref(builtAddresses.contact, base(own)),
    },
    headers: { ...Object.fromEntries(headersFor(site, "pages")), "Content-Security-Policy": policy },
    names: {
      services: new Map(site.services.map(({ key, name }) => [key, name])),
      problems: new Map(form.problems.map(({ key, name }) => [key, name])),
      codes: new Map(site.errorReferences.map(({ code, title }) => [code, title])),
      pages: new Map(pages.map(({ path, text }) => [path, text])),
    },
  };
}

/** What holds for a message in whichever language. */
function rulesOf(site: Site, form: ContactForm): Omit<MessageRules, "pages" | "languages"> {
  return {
    required: new Set(requiredFields(site)),
    // Whatever the day: a page that was opened yesterday may offer what is not offered today.
    services: new Set(site.services.map(({ key }) => key)),
    problems: new Set(form.problems.map(({ key }) => key)),
    codes: new Set(site.errorReferences.map(({ code }) => code)),
  };
}
