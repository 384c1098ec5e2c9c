/** pa11y-ci, with axe and HTML CodeSniffer: WCAG 2.2 AA, as far as machines can tell, on phones and desktops. */
import pa11yCi from "pa11y-ci";
import { afterAll, expect, test } from "vitest";
import { browserLaunch } from "../support/browser.ts";
import { builtSite, languages, pageOfEachKind, readablePagesOf, served } from "../support/site-pages.ts";
import { patience, sample } from "../support/tier.ts";

const site = builtSite("root");
const everyPage = () => readablePagesOf(site).map(({ address }) => address);
const addresses = sample({
  test: () => pageOfEachKind().map(([, address]) => address),
  full: everyPage,
  soak: everyPage,
})();

const widths = sample({ test: [320, 1280], full: [320, 768, 1280], soak: [320, 768, 1280] });

/** Of axe's rules, those that are new in WCAG 2.2 must be named; HTML CodeSniffer refuses names that it does not know. */
const runners = [
  { runner: "axe", rules: ["target-size"] },
  { runner: "htmlcs", rules: [] },
] as const;

const cases = widths.flatMap((width) => runners.map((runner) => ({ width, ...runner })));

/** Looks at pages with one runner. */
async function lookAt(pages: Parameters<typeof pa11yCi>[0], { runner, rules }: (typeof runners)[number]) {
  const { args, ...launch } = await browserLaunch();
  return pa11yCi(pages, {
    // A process for each page would have to read the runner's script anew: that takes a third of the time.
    chromeLaunchConfig: { ...launch, args: [...args, "--renderer-process-limit=2"], headless: "shell" },
    // When a page has come, pa11y waits half a second for more to come: others are looked at meanwhile.
    concurrency: 4,
    reporters: [],
    rules,
    runners: [runner],
    standard: "WCAG2AA",
    timeout: patience,
    useIncognitoBrowserContext: false,
  });
}

/** What only shows when something has been done: a contact form that is sent empty, what a search finds, and nothing. */
const states = languages.flatMap((path) => {
  const at = (address: string) => served(site, path + address);
  return [
    {
      url: at("contact/?with-errors"),
      actions: ["click element .app-contact-form [type=submit]", "wait for element .nhsuk-error-summary to be visible"],
    },
    { url: at("search/?q=password"), actions: ["wait for element .app-search-result__heading to be visible"] },
    { url: at("search/?q=zzzzqqqq"), actions: ["wait for element .app-search-results__none to be visible"] },
  ];
});

const pages = [...new Set(addresses)].map((address) => ({ url: served(site, address) }));

let looks = 0;
afterAll(() => {
  const total = `${pages.length} pages, ${states.length} pages after something was done with them`;
  process.stdout.write(`pa11y-ci, axe and htmlcs: ${total}, ${looks} looks in all\n`);
});

/** One test looks at many pages: on a machine that has other things to do it takes minutes. */
const timeout = 20 * 60_000;

test.each(cases)(
  `$runner finds nothing on ${pages.length} pages at $width pixels`,
  { timeout },
  async ({ width, ...runner }) => {
    const viewport = { width, height: 800 };
    const wanted = [...pages, ...states].map((page) => ({ ...page, viewport }));
    // With no page to look at, pa11y-ci would be content.
    expect(wanted.length).toBeGreaterThanOrEqual(20);

    const report = await lookAt(wanted, runner);
    const found = Object.entries(report.results).flatMap(([url, issues]) =>
      issues.map((issue) =>
        issue instanceof Error ? `${url}: ${issue.message}` : `${url}: ${issue.code} ${issue.selector}`,
      ),
    );
    looks += report.total;
    expect(found).toEqual([]);
    expect(report.passes).toBe(wanted.length);
  },
);

test("both find a picture without words", async () => {
  const spoiled = `data:text/html,${encodeURIComponent('<html lang="en"><title>x</title><main><h1>x</h1><img src="x.png"></main>')}`;
  for (const runner of runners) {
    const report = await lookAt([{ url: spoiled, viewport: { width: 320, height: 800 } }], runner);
    expect(Object.values(report.results).flat()).toHaveLength(1);
  }
});
