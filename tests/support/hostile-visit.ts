/** A visit to an address that says more than where it leads. */
import type { Page, Route } from "playwright-core";
import type { BuiltSite } from "./built-sites.ts";
import { served } from "./site-pages.ts";

/** Everything that a visitor could meet in a page: its elements, its attributes, its title, what stands in its fields. */
export async function contentsOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>("input, select, textarea")];
    return [
      document.title,
      document.documentElement.outerHTML,
      ...fields.map(({ name, value }) => `${name}=${value}`),
    ].join("\n");
  });
}

/**
 * Opens a page with this behind its address.
 *
 * @param behind - `?error=CID7023#top`
 * @returns what the page holds, and what it asked for beside its own files
 */
export async function openAddress(page: Page, site: BuiltSite, address: string, behind: string) {
  const asked: string[] = [];
  const note = (request: { isNavigationRequest: () => boolean; url: () => string }) => {
    if (!request.isNavigationRequest() && !request.url().startsWith(served(site, "/assets/")))
      asked.push(request.url());
  };
  page.on("request", note);
  await page.goto(served(site, address) + behind);
  page.off("request", note);
  return { contents: await contentsOf(page), asked };
}

/** Lets the host take an address of any length: the files are the same. */
export async function takeAnyLength(page: Page): Promise<void> {
  await page.route(
    (url) => url.href.length > 2000,
    async (route: Route) => {
      const { origin, pathname } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: origin + pathname, headers: {} }) });
    },
  );
}
