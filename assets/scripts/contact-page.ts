import { publishedHref } from "../../src/model/address.ts";
import { element } from "./element.ts";
import { jsonAt } from "./json-at.ts";

/** A page that the site has. */
interface KnownPage {
  /** As the form carries it: not encoded, and without the host. */
  readonly path: string;
  readonly href: string;
  readonly title: string;
  /** The language of the title; nothing where it is that of the page around it. */
  readonly lang: string | undefined;
}

/**
 * Carries the page that the address asks for (`?page=/manage/`) in the form, and shows it. It must be one that the site
 * has: what is shown and sent are the site's own words. For what cannot be the path of a page, nobody is asked.
 */
export async function carryPage(form: HTMLFormElement): Promise<void> {
  const place = document.querySelector<HTMLElement>(".app-contact-reference__page");
  const field = form.querySelector<HTMLInputElement>('input[name="page"]');
  const [asked, ...others] = new URLSearchParams(location.search).getAll("page");
  if (!place || !field || asked === undefined || others.length > 0) return;
  const page = ownPage(place.dataset, asked) ?? (await listedPage(place.dataset["pages"] ?? "", asked));
  if (page === null) return;
  field.value = page.path;
  const link = element("a", "", [page.title]);
  link.href = page.href;
  if (page.lang !== undefined) link.lang = page.lang;
  place.append(link);
  for (const hidden of [place, place.closest<HTMLElement>(".app-contact-reference")]) if (hidden) hidden.hidden = false;
}

/** The page about the reference that the contact page is about. */
function ownPage({ page, title = "", lang }: DOMStringMap, asked: string): KnownPage | null {
  return page !== undefined && page === asked ? { path: page, href: page, title, lang } : null;
}

/** @param list - where the site lists its pages: `/help/api/pages.json` */
async function listedPage(list: string, asked: string): Promise<KnownPage | null> {
  const prefix = list.replace(/api\/pages\.json$/, "");
  if (prefix === "" || !asked.startsWith(prefix) || !/^\/(?:[^/\\?#%<>"]+\/)*$/.test(asked)) return null;
  const { pages } = ((await jsonAt(list)) ?? {}) as { readonly pages?: unknown };
  const listed = Array.isArray(pages) ? pages.filter(isPage) : [];
  const found = listed.find(({ address }) => prefix + address.slice(1) === asked);
  if (found === undefined) return null;
  const { address, title, lang } = found;
  return { path: prefix + address.slice(1), href: publishedHref(address, prefix), title, lang };
}

/** What this script reads of a page in the list. */
interface ListedPage {
  readonly address: string;
  readonly title: string;
  readonly lang?: string;
}

function isPage(one: unknown): one is ListedPage {
  const { address, title } = (one ?? {}) as Readonly<Record<string, unknown>>;
  return typeof address === "string" && typeof title === "string";
}
