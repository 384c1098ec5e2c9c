/** A visit to a built site in the real browser, which notes everything that a visitor should never have met. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { BuiltSite } from "./built-sites.ts";
import { patience } from "./tier.ts";

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors in the console, scripts that failed, what the content policy refused, requests to other hosts. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens a page in a fresh context. Close the visit when done. */
export async function startVisit(
  browser: Browser,
  site: BuiltSite,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const faults: string[] = [];
  const { origin } = new URL(site.address);

  page.on("console", (message) => {
    if (message.type() === "error" && !isOwnNotFound(message.text(), message.location().url, page)) {
      faults.push(`console: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol !== "data:") faults.push(`request to ${request.url()}`);
  });
  context.on("response", (response) => {
    const isPage = response.request().isNavigationRequest();
    if (response.status() >= 400 && !isPage) faults.push(`${response.status()} for ${response.url()}`);
  });
  await context.exposeBinding("noteRefusal", (_source, what: string) => faults.push(`policy: ${what}`));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const note = (globalThis as unknown as { noteRefusal: (what: string) => void }).noteRefusal;
      note(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return { page, context, faults, close: () => context.close() };
}

/** A browser writes an error for a page that is not there; that is what a test of the 404 page asks for. */
function isOwnNotFound(text: string, url: string, page: Page): boolean {
  return /status of 404/.test(text) && url === page.url();
}

/** Presses Tab until an element has the focus. @throws Error if it never gets it */
export async function tabTo(page: Page, selector: string, most = 100): Promise<void> {
  const target = page.locator(selector).first();
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${most} presses of Tab did not reach ${selector}`);
}

/** How many CSS pixels of a page stand out to the right of the window. */
export async function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Waits while the page answers (the header's menu counts again): a few frames, as a reader's eye would give it. */
export async function letPageAnswer(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frame = () => new Promise((done) => void requestAnimationFrame(done));
    return [1, 2, 3, 4].reduce<Promise<unknown>>((before) => before.then(frame), Promise.resolve());
  });
}

/** Spaces the text of a page out as far as some readers need it (WCAG 2.2, 1.4.12 Text Spacing). */
export async function spaceTextOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-bottom: 2em !important; }
    `);
    document.adoptedStyleSheets = [sheet];
  });
  await letPageAnswer(page);
}
