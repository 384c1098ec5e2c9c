/** A visit to the contact page of a built site, with the real receiver behind it. */
import type { Browser, BrowserContextOptions, Locator } from "playwright-core";
import { startVisit } from "./browsing.ts";
import type { Visit } from "./browsing.ts";
import type { BuiltSite } from "./built-sites.ts";
import { openDesk } from "./contact-desk.ts";
import type { ContactDesk } from "./contact-desk.ts";
import { sendButton } from "./contact-form.ts";
import { served } from "./site-pages.ts";

export interface ContactVisit extends Visit {
  readonly desk: ContactDesk;
  /** Opens a page of the site. */
  readonly go: (address: string) => Promise<unknown>;
  readonly send: () => Promise<void>;
  /** Waits for the page that says thank you. */
  readonly arrives: () => Promise<void>;
  /** Waits for the box above everything, with this heading and with the focus. */
  readonly isTold: (heading: string) => Promise<Locator>;
}

/** Begins a visit. Close it when done. */
export async function visitContact(
  browser: Browser,
  site: BuiltSite,
  options: BrowserContextOptions = {},
): Promise<ContactVisit> {
  const desk = await openDesk(site);
  const visit = await startVisit(browser, desk.site, options);
  const { page } = visit;
  return {
    ...visit,
    desk,
    go: (address) => page.goto(served(desk.site, address)),
    send: () => sendButton(page).click(),
    arrives: () => page.waitForURL(served(desk.site, "/contact/sent/")),
    isTold: async (heading) => {
      const box = page.locator(".nhsuk-error-summary:focus");
      await box.getByRole("heading", { name: heading, exact: true }).waitFor();
      return box;
    },
    close: async () => {
      await visit.close();
      await desk.close();
    },
  };
}
