/** What tests in the real browser begin with, and what is seen to when they end. Called where hooks are. */
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { launchBrowser } from "./browser.ts";
import type { Visit } from "./browsing.ts";
import type { BuiltSite } from "./built-sites.ts";

/** The visit of the test that runs: the last that it has started. */
export type RunningVisit<AVisit extends Visit = Visit> = AVisit & {
  /** Begins a visit to a site. It is closed after the test. */
  readonly start: (site: BuiltSite, options?: BrowserContextOptions) => Promise<void>;
  /** Names the faults that the running test asks for. Without it a test fails for every fault of its visits. */
  readonly mayMeet: (faults: RegExp) => void;
};

type Begin<AVisit> = (browser: Browser, site: BuiltSite, options?: BrowserContextOptions) => Promise<AVisit>;

/** Starts a browser before the tests of a file, and closes it after them. @returns what gives it while they run */
export function useBrowser(): () => Browser {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  return () => browser;
}

/**
 * Starts a browser for visits. After each test its visits are closed, and the test fails if one of them has met
 * anything that a visitor should never meet.
 *
 * @param begin - `startVisit`, or `visitContact` where the receiver of the contact form must be there
 */
export function useVisit<AVisit extends Visit>(begin: Begin<AVisit>): RunningVisit<AVisit> {
  const browser = useBrowser();
  const begun: AVisit[] = [];
  let askedFor: RegExp | null = null;
  const running = {
    start: async (site: BuiltSite, options?: BrowserContextOptions) => {
      const visit = await begin(browser(), site, options);
      begun.push(visit);
      Object.assign(running, visit);
    },
    mayMeet: (faults: RegExp) => {
      askedFor = faults;
    },
  } as RunningVisit<AVisit>;

  afterEach(async () => {
    const visits = begun.splice(0);
    const allowed = askedFor;
    askedFor = null;
    await Promise.all(visits.map((visit) => visit.close()));
    const faults = visits.flatMap((visit) => visit.faults);
    expect(faults.filter((fault) => !allowed?.test(fault))).toEqual([]);
  });
  return running;
}
