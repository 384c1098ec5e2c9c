/**
 * What a first visit may cost, for every kind of page: bytes with Brotli at its best, and requests. None of the scripts
 * is needed to read a page: expanders.test.ts and journeys.test.ts read without them.
 */
import { describe, expect, test } from "vitest";
import { bytesOf, firstVisit } from "../support/first-visit.ts";
import type { Fetched } from "../support/first-visit.ts";
import { heaviestParts } from "../support/heaviest-parts.ts";
import { builtSite, pageOfEachKind, served } from "../support/site-pages.ts";
import { useBrowser } from "../support/use-browser.ts";

/** The most that a first visit may cost: KB of 1,024 bytes, pictures left out, and requests of any kind. */
interface Budget {
  readonly html: number;
  readonly css: number;
  readonly javascript: number;
  readonly requests: number;
}

/** What an article may cost holds for every page that is only read. */
const reading: Budget = { html: 7, css: 16, javascript: 4, requests: 5 };

/** Kinds of page that load what only they need. To give a kind more, add a row, and say what for. */
const exceptions: Readonly<Record<string, Partial<Budget>>> = {
  // Every article and every reference, twice: by hub and by letter. The script that finds, and its styles.
  search: { css: 17, javascript: 18, requests: 7 },
  // A field that finds the page of a reference: its styles and its script.
  "reference-list": { css: 19, javascript: 5.5, requests: 6 },
  // A form, and the script that judges what was typed and sends it.
  contact: { css: 19, javascript: 11.5, requests: 6 },
  // A script that finds the reference in the address.
  "not found": { javascript: 4.5, requests: 6 },
};

const kilobyte = 1024;

const browser = useBrowser();

describe.each(pageOfEachKind().map(([kind, address]) => ({ kind, address })))(
  "$kind, $address,",
  ({ kind, address }) => {
    test("costs no more than it may", async () => {
      const visit = await firstVisit(browser(), served(builtSite("root"), address));
      expect(await overspent(visit, { ...reading, ...exceptions[kind] })).toEqual([]);
    });
  },
);

describe("the budget", () => {
  const visit: readonly Fetched[] = [
    { path: "/", kind: "html", bytes: 7 * kilobyte, text: "<p>Words</p>" },
    {
      path: "/assets/site-0123456789.css",
      kind: "css",
      bytes: 16 * kilobyte,
      text: ".nhsuk-card__link{top:0}a{top:0}",
    },
    { path: "/assets/site-0123456789.js", kind: "javascript", bytes: 4 * kilobyte, text: "" },
  ];

  test("is kept to the byte", async () => {
    expect(await overspent(visit, reading)).toEqual([]);
  });

  test("names the file that grew, by how much it is over and what weighs most in it", async () => {
    const grown = visit.map((one) => ({ ...one, bytes: one.bytes + 1 }));
    const [page, sheet, script, ...more] = await overspent(grown, reading);
    expect(page).toBe("html: 7169 bytes of 7168: / 7169");
    expect(sheet).toBe(
      "css: 16385 bytes of 16384: /assets/site-0123456789.css 16385 (before compression: nhsuk-card 24, elements 8)",
    );
    expect(script).toMatch(/^javascript: 4097 bytes of 4096: .*\.js 4097 \(before compression: .*header\.mjs \d+/);
    expect(more).toEqual([]);
  });

  test("counts the requests of every kind, and names them", async () => {
    const pictures = ["/a.png", "/b.png", "/c.png"].map(
      (path) => ({ path, kind: "other", bytes: 1, text: "" }) as const,
    );
    expect(await overspent([...visit, ...pictures], reading)).toEqual([
      "requests: 6 of 5: /, /assets/site-0123456789.css, /assets/site-0123456789.js, /a.png, /b.png, /c.png",
    ]);
  });
});

/** Where a visit cost more than it may: a sentence each, with the files and what weighs most in them. */
async function overspent(visit: readonly Fetched[], budget: Budget): Promise<readonly string[]> {
  const kinds = (["html", "css", "javascript"] as const).filter(
    (kind) => bytesOf(visit, kind) > budget[kind] * kilobyte,
  );
  const said = await Promise.all(
    kinds.map(async (kind) => {
      const files = await Promise.all(visit.filter((one) => one.kind === kind).map(described));
      return `${kind}: ${bytesOf(visit, kind)} bytes of ${budget[kind] * kilobyte}: ${files.join(", ")}`;
    }),
  );
  if (visit.length <= budget.requests) return said;
  return [...said, `requests: ${visit.length} of ${budget.requests}: ${visit.map(({ path }) => path).join(", ")}`];
}

async function described(one: Fetched): Promise<string> {
  const parts = await heaviestParts(one);
  return `${one.path} ${one.bytes}${parts === "" ? "" : ` (before compression: ${parts})`}`;
}
