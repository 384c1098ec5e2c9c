/** pa11y-ci, with axe and HTML CodeSniffer: WCAG 2.2 AA, as far as machines can tell, on phones and desktops. */
import pa11yCi from "pa11y-ci";
import { expect, test } from "vitest";
import { browserLaunch } from "../support/browser.ts";
import { builtSite, pageOfEachKind, readablePagesOf, served } from "../support/site-pages.ts";
import { sample } from "../support/tier.ts";

const site = builtSite("root");
const everyPage = () => readablePagesOf(site).map(({ address }) => address);
const addresses = sample({
  test: () => pageOfEachKind().map(([, address]) => address),
  full: everyPage,
  soak: everyPage,
})();

const windows = [
  { window: "a phone", viewport: { width: 320, height: 640 } },
  { window: "a desktop", viewport: { width: 1280, height: 900 } },
] as const;

/** Of axe's rules, those that are new in WCAG 2.2 must be named; HTML CodeSniffer refuses names that it does not know. */
const runners = [
  { runner: "axe", rules: ["target-size"] },
  { runner: "htmlcs", rules: [] },
] as const;

const cases = windows.flatMap((size) => runners.map((runner) => ({ ...size, ...runner })));

/** Looks at pages with one runner. */
async function lookAt(pages: Parameters<typeof pa11yCi>[0], { runner, rules }: (typeof runners)[number]) {
  return pa11yCi(pages, {
    chromeLaunchConfig: { ...(await browserLaunch()), headless: "shell" },
    concurrency: 2,
    reporters: [],
    rules,
    runners: [runner],
    standard: "WCAG2AA",
    timeout: 60_000,
    useIncognitoBrowserContext: false,
  });
}

/** The contact form, sent without anything in it. */
const withErrors = {
  url: `${served(site, "/contact/")}?with-errors`,
  actions: ["click element .app-contact-form [type=submit]", "wait for element .nhsuk-error-summary to be visible"],
};

test.each(cases)(
  `$runner finds nothing on ${addresses.length} pages, and one with errors, on $window`,
  async ({ viewport, ...runner }) => {
    const opened = [...new Set(addresses)].map((address) => ({ url: served(site, address), viewport }));
    const pages = [...opened, { ...withErrors, viewport }];
    // With no page to look at, pa11y-ci would be content.
    expect(pages.length).toBeGreaterThanOrEqual(7);

    const report = await lookAt(pages, runner);
    const found = Object.entries(report.results).flatMap(([url, issues]) =>
      issues.map((issue) =>
        issue instanceof Error ? `${url}: ${issue.message}` : `${url}: ${issue.code} ${issue.selector}`,
      ),
    );
    expect(found).toEqual([]);
    expect(report.passes).toBe(pages.length);
  },
);

test("both find a picture without words", async () => {
  const spoiled = `data:text/html,${encodeURIComponent('<html lang="en"><title>x</title><main><h1>x</h1><img src="x.png"></main>')}`;
  for (const runner of runners) {
    const report = await lookAt([{ url: spoiled, viewport: windows[0].viewport }], runner);
    expect(Object.values(report.results).flat()).toHaveLength(1);
  }
});
