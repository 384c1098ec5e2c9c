/**
 * Nothing is tracked: a visit to every kind of page in every language, with all that people do there, leaves nothing on
 * the device, tells no other host of it, and is given nothing to be known by. The cookies page says so.
 */
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Visit } from "../support/browsing.ts";
import { fillIn, sendButton, typedByDefault } from "../support/contact-form.ts";
import { visitContact } from "../support/contact-visit.ts";
import { builtSite, languages, pageOfEachKind, seedAddress, served } from "../support/site-pages.ts";
import { useVisit } from "../support/use-browser.ts";

const site = builtSite("root");
/** Where each edition begins, and the file with what its layouts say. */
const editions = languages.map((root) => ({ lang: root === "/" ? "en" : root.replaceAll("/", ""), root }));

const visit = useVisit(visitContact);
let traces: readonly string[];
beforeEach(async () => {
  await visit.start(site);
  traces = await watchTraces(visit);
});

/** What a site has left on the visitor's device, or in the tab for its next page. */
async function leftBehind({ page, context }: Visit): Promise<readonly string[]> {
  const cookies = (await context.cookies()).map(({ name }) => `cookie ${name}`);
  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const workers = await navigator.serviceWorker.getRegistrations();
    return [
      ...(document.cookie === "" ? [] : ["cookie of the page"]),
      ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
      ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
      ...databases.map(({ name }) => `indexedDB ${name}`),
      ...(await caches.keys()).map((key) => `cache ${key}`),
      ...workers.map(({ scope }) => `service worker ${scope}`),
      ...(window.name === "" ? [] : [`name of the window ${window.name}`]),
    ];
  });
  return [...cookies, ...kept];
}

/** Notes whatever pages try to keep or to send unseen, whether or not it stays, and what hosts ask browsers to keep. */
async function watchTraces({ context }: Visit): Promise<readonly string[]> {
  const noted: string[] = [];
  context.on("request", (request) => {
    if (["ping", "cspviolationreport"].includes(request.resourceType())) noted.push(`ping to ${request.url()}`);
    if (request.headers()["cookie"] !== undefined) noted.push(`cookie for ${request.url()}`);
  });
  context.on("response", (response) => {
    const note = (all: readonly { readonly name: string }[]) => {
      if (all.some(({ name }) => name.toLowerCase() === "set-cookie")) noted.push(`Set-Cookie of ${response.url()}`);
    };
    void response.headersArray().then(note, () => {});
  });
  await context.exposeBinding("noteTrace", (_source, what: string) => noted.push(what));
  await context.addInitScript(() => {
    const { noteTrace } = globalThis as unknown as { readonly noteTrace: (what: string) => void };
    const watch = (owner: object, name: string) => {
      const descriptor = Object.getOwnPropertyDescriptor(owner, name);
      const key = descriptor?.set ? "set" : "value";
      const original = descriptor?.[key] as (...values: unknown[]) => unknown;
      const noting = function (this: unknown, ...values: unknown[]) {
        noteTrace(name);
        return original.apply(this, values);
      };
      Object.defineProperty(owner, name, { ...descriptor, [key]: noting });
    };
    watch(Storage.prototype, "setItem");
    watch(Document.prototype, "cookie");
    watch(IDBFactory.prototype, "open");
    watch(CacheStorage.prototype, "open");
    watch(ServiceWorkerContainer.prototype, "register");
    watch(Navigator.prototype, "sendBeacon");
  });
  return noted;
}

/** Fails unless nothing is left, and nobody tried. */
async function expectNothing(where: string): Promise<void> {
  expect([...(await leftBehind(visit)), ...traces, ...visit.faults], where).toEqual([]);
}

/** The addresses of one page of each kind in an edition. */
function addressesIn(root: string): readonly string[] {
  const addresses = new Set(pageOfEachKind().map(([, address]) => address));
  return [...addresses].filter((address) => root === languages.findLast((start) => address.startsWith(start)));
}

describe.each(editions)("in the edition $lang, nothing is left and nobody is told", ({ lang, root }) => {
  test("by every kind of page, with all that opens in it, and by an address where nothing is", async () => {
    const { page } = visit;
    const addresses = addressesIn(root);
    expect(addresses.length).toBeGreaterThan(5);
    for (const address of [...addresses, `${root}nothing/here/`]) {
      await page.goto(served(visit.desk.site, address), { waitUntil: "networkidle" });
      for (const summary of await page.locator("main summary:visible").all()) await summary.click();
      await expectNothing(address);
    }
  });

  test("by a search, with what is suggested, and by going back from what was found", async () => {
    const { page } = visit;
    await visit.go(root);
    for (const typed of ["CID7023", "change my email"]) {
      await page.locator('header input[type="search"]').pressSequentially(typed);
      await page.waitForLoadState("networkidle");
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.searchParams.get("q") === typed);
      await page.waitForLoadState("networkidle");
      await expectNothing(`a search for ${typed}`);
      await page.locator("main a").first().click();
      await page.waitForURL((url) => url.searchParams.get("q") !== typed);
      await page.goBack();
      await expectNothing(`going back to the search for ${typed}`);
      await visit.go(root);
    }
  });

  test("by a message about a page, wrong at first and then sent, and by going back to all of them", async () => {
    const { page } = visit;
    await visit.go(root + seedAddress.slice(1));
    await page.locator("main summary").first().click();
    await page.locator(".app-page-problem a").click();
    await page.locator(".app-contact-reference").waitFor();
    await sendButton(page).click();
    await page.locator(".nhsuk-error-summary").waitFor();
    await expectNothing("a message that must be put right");
    await fillIn(page);
    await sendButton(page).click();
    await page.waitForURL(/\/contact\/sent\/$/);
    await page.waitForLoadState("networkidle");
    await expectNothing("a message that was sent");
    expect(visit.desk.messages()).toHaveLength(1);
    for (const place of ["the form", "the page"]) {
      await page.goBack({ waitUntil: "networkidle" });
      await expectNothing(`going back to ${place}`);
      const state = JSON.stringify(await page.evaluate(() => history.state as unknown));
      for (const typed of Object.values(typedByDefault)) expect(state).not.toContain(JSON.stringify(typed));
    }
  });

  test("and the cookies page says so, and what browsers keep of themselves", async () => {
    const { page } = visit;
    const { cookies } = parse(readFileSync(`layouts/text/${lang}.yml`, "utf8")) as Record<"cookies", Words>;
    await visit.go(`${root}cookies/`);
    const words = await page.locator("main").innerText();
    for (const sentence of textsIn(cookies)) expect(words).toContain(sentence);
    expect(textsIn(cookies)).toHaveLength(9);
  });
});

test("the cookies page says that no cookie is set, that nothing else is stored, and that nobody is followed", async () => {
  await visit.go("/cookies/");
  const words = await visit.page.locator("main").innerText();
  expect(words).toContain("This help centre does not set any cookies. There is nothing to accept or refuse.");
  expect(words).toContain("This help centre stores nothing else on your device, and it does not follow what you do.");
});

type Words = { readonly [key: string]: string | Words };

function textsIn(words: Words): readonly string[] {
  return Object.values(words).flatMap((word) => (typeof word === "string" ? [word] : textsIn(word)));
}

test("whatever a page left on the device would be noticed", async () => {
  const { page } = visit;
  await page.goto(visit.desk.site.address);
  await page.evaluate(async () => {
    document.cookie = "a=1";
    localStorage.setItem("b", "1");
    sessionStorage.setItem("c", "1");
    await caches.open("d");
    const opened = indexedDB.open("e");
    await new Promise((done) => opened.addEventListener("success", done));
    window.name = "f";
  });
  expect(await leftBehind(visit)).toEqual([
    "cookie a",
    "cookie of the page",
    "localStorage b",
    "sessionStorage c",
    "indexedDB e",
    "cache d",
    "name of the window f",
  ]);
  expect(traces).toEqual(["cookie", "setItem", "setItem", "open", "open"]);
});

test("whatever a page sent unseen, and whatever a host asked a browser to keep, would be noticed", async () => {
  const { page, desk } = visit;
  visit.mayMeet(/status of 415|^415 for/);
  await visit.go("/contact/");
  await page.evaluate(() => {
    localStorage.setItem("a", "1");
    localStorage.clear();
    navigator.sendBeacon("/contact/send", "x");
  });
  await expect.poll(() => traces).toEqual(["setItem", "sendBeacon", `ping to ${served(desk.site, "/contact/send")}`]);
  desk.answerBy((request, response, receive) => {
    response.setHeader("Set-Cookie", "known=1");
    receive(request, response);
  });
  await fillIn(page);
  await visit.send();
  await visit.arrives();
  await expect.poll(() => traces).toContain(`Set-Cookie of ${served(desk.site, "/contact/send")}`);
});
