/** Whatever an address says beside the page that it leads to: none of it runs, is shown, is sent, or leaves this host. */
import { beforeEach, describe, expect, test } from "vitest";
import { startVisit } from "../support/browsing.ts";
import { encodedTexts } from "../support/hostile-texts.ts";
import { contentsOf, openAddress, takeAnyLength } from "../support/hostile-visit.ts";
import { builtSite, editionOf, languages, pageOfEachKind, seedAddress } from "../support/site-pages.ts";
import { sample } from "../support/tier.ts";
import { useVisit } from "../support/use-browser.ts";

const site = builtSite("root");
const visit = useVisit(startVisit);
beforeEach(() => visit.start(site));

const open = (address: string, behind: string) => openAddress(visit.page, site, address, behind);

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

/** The page of all codes, in any language: it looks one up itself. */
const listsCodes = (address: string) => address.endsWith("/errors/");

/** What scripts of other sites of this kind have read from addresses. */
const names = ["error", "page", "return-link", "desc", "next", "callback"];
const namesFor = (address: string) => (listsCodes(address) ? names : names.concat("code"));

/** The page as it is; the list of references also as it says that a reference is not known, and offers one that is near. */
async function plainPages(address: string) {
  const behind = listsCodes(address) ? ["", "?code=x", "?code=012"] : [""];
  const pages: Awaited<ReturnType<typeof open>>[] = [];
  for (const rest of behind) pages.push(await open(address, rest));
  return pages;
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
  const queries = encodedTexts.map(
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
    const texts = encodedTexts.filter((text) => text.length < 100).slice(0, 80);
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
  const asked = [...encodedTexts, encodeURIComponent("₀₁₂"), "(a+)+b".repeat(166_000)];
  for (const text of asked)
    expect(await open("/errors/", `?code=${text}`), text.slice(0, 50)).toEqual(pages[saysOfCode(text)]);
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
