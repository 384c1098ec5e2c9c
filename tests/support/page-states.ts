/** What pages look like after somebody has done something with them: what opening a page does not show. */
import type { Locator, Page } from "playwright-core";
import { sendButton } from "./contact-form.ts";
import { seedAddress } from "./site-pages.ts";

export interface PageState {
  readonly name: string;
  /** The page that is opened. */
  readonly address: string;
  /** Brings the state about, and waits until it is there. */
  readonly bringAbout: (page: Page) => Promise<unknown>;
  /** In CSS pixels, where other windows have no such state. */
  readonly widths?: readonly number[];
}

/** States of the pages in the first language; each language has the same below its own address. */
const states: readonly PageState[] = [
  { name: "contact form, nothing filled in", address: "/contact/", bringAbout: sendNothing },
  { name: "contact form about a reference, nothing filled in", address: "/contact/CID7023/", bringAbout: sendNothing },
  { name: "reference field, nothing typed", address: "/errors/", bringAbout: (page) => lookUp(page, "") },
  { name: "reference field, one digit away", address: "/errors/", bringAbout: (page) => lookUp(page, "CID7024") },
  { name: "page not found, with a reference in its address", address: "/errors/cid7023", bringAbout: referenceShown },
  {
    name: "search results",
    address: "/search/?q=password",
    bringAbout: (page) => seen(page.locator(".app-search-result__heading")),
  },
  { name: "search for a reference", address: "/search/?q=CID7023", bringAbout: resultsShown },
  { name: "search for a reference that is not known", address: "/search/?q=CID7024", bringAbout: resultsShown },
  {
    name: "search without results",
    address: "/search/?q=zzzzqqqq",
    bringAbout: (page) => seen(page.locator(".app-search-results__none")),
  },
  { name: "suggestions in the header, one chosen", address: seedAddress, bringAbout: suggestionChosen },
  {
    name: "menu open",
    address: seedAddress,
    widths: [320],
    bringAbout: async (page) => {
      await page.locator("#toggle-menu").click();
      await seen(page.locator("#toggle-menu[aria-expanded=true]"));
    },
  },
];

/** @param languages - the path of each edition: `/`, `/cy/` */
export function pageStates(languages: readonly string[]): readonly PageState[] {
  return languages.flatMap((path) => states.map((state) => ({ ...state, address: path + state.address.slice(1) })));
}

async function seen(element: Locator): Promise<void> {
  await element.first().waitFor();
}

async function sendNothing(page: Page): Promise<void> {
  await sendButton(page).click();
  await seen(page.locator(".nhsuk-error-summary"));
}

async function lookUp(page: Page, typed: string): Promise<void> {
  const field = page.locator("#reference-code");
  await field.fill(typed);
  await field.press("Enter");
  await seen(page.locator("#reference-code-error"));
}

function referenceShown(page: Page): Promise<void> {
  return seen(page.locator(".app-reference-match__panel"));
}

function resultsShown(page: Page): Promise<void> {
  return seen(page.locator(".app-search-results__found > *"));
}

async function suggestionChosen(page: Page): Promise<void> {
  const field = page.locator("#search-field");
  await field.pressSequentially("password");
  await seen(page.getByRole("option"));
  await field.press("ArrowDown");
  await seen(page.locator('[role="option"][aria-selected="true"]'));
}
