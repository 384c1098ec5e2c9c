/** "Is there anything wrong with this page?": from the page to the message about it, with and without JavaScript. */
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { tabTo } from "../support/browsing.ts";
import { contactForm, field, fillIn, sendButton } from "../support/contact-form.ts";
import { visitContact } from "../support/contact-visit.ts";
import { builtSite, pageOfEachKind, seedAddress, served } from "../support/site-pages.ts";
import { useVisit } from "../support/use-browser.ts";

const words = "Is there anything wrong with this page?";
const code = "CID7023";

const visit = useVisit(visitContact);

const question = (page: Page) => page.getByRole("link", { name: words, exact: true });
const box = (page: Page) => page.locator(".app-contact-reference");
const said = async (page: Page) => (await box(page).innerText()).split(/\s*\n\s*/).filter((line) => line !== "");
const carried = (page: Page) => field(page, "page").inputValue();
/** Where an address of the site is on its host, as a message names it. */
const pathOf = (address: string) => new URL(served(visit.desk.site, address)).pathname;

/** Follows the question of a page to the contact page. @returns the title of the page */
async function ask(address: string, contact = "/contact/"): Promise<string> {
  const { page, desk } = visit;
  await visit.go(address);
  const title = await page.locator("h1").innerText();
  await question(page).click();
  await page.waitForURL(`${served(desk.site, contact)}?page=${pathOf(address)}`);
  return title;
}

describe.each(["root", "prefixed"] as const)("with JavaScript, on the site %s,", (name) => {
  beforeEach(() => visit.start(builtSite(name)));

  test.each(["/", "/manage/", seedAddress, "/cookies/"])(
    "the question at the end of %s leads to a form that shows the page and carries it",
    async (address) => {
      const { page, desk } = visit;
      const title = await ask(address);
      await box(page).waitFor();
      expect(await said(page)).toEqual([
        `You are telling us about the page: ${address === "/" ? await homeTitle() : title}`,
        "Ask about something else",
      ]);
      expect(await box(page).getByRole("link").first().getAttribute("href")).toBe(pathOf(address));
      await fillIn(page);
      await visit.send();
      await visit.arrives();
      expect(desk.messages()).toMatchObject([{ page: pathOf(address), code: null }]);
    },
  );

  test("the question of a page about a reference carries the reference and the page", async () => {
    const { page, desk } = visit;
    const title = await ask(`/errors/${code}/`, `/contact/${code}/`);
    await expect.poll(() => said(page)).toContain(`You are telling us about the page: ${title}`);
    expect((await said(page))[0]).toContain(code);
    await fillIn(page);
    await visit.send();
    await visit.arrives();
    expect(desk.messages()).toMatchObject([{ page: pathOf(`/errors/${code}/`), code }]);
  });

  test("in Welsh too, whether or not somebody has translated the page", async () => {
    const { page, desk } = visit;
    const addresses = ["/cy/cookies/", "/cy/error-messages-support/"];
    for (const address of addresses) {
      await visit.go(address);
      const heading = page.locator("h1");
      const [title, lang] = [await heading.innerText(), await heading.getAttribute("lang")];
      await page.locator(".app-page-problem a").click();
      await page.waitForURL(`${served(desk.site, "/cy/contact/")}?page=${pathOf(address)}`);
      await box(page).waitFor();
      expect((await said(page))[0]).toBe(`Rydych yn dweud wrthym am y dudalen: ${title}`);
      expect(await box(page).getByRole("link").first().getAttribute("lang")).toBe(lang);
      await fillIn(page);
      await visit.send();
      await page.waitForURL(served(desk.site, "/cy/contact/sent/"));
    }
    expect(desk.messages().map((message) => message.page)).toEqual(addresses.map(pathOf));
  });

  test("somebody who wants to ask about something else takes the page away", async () => {
    const { page, desk } = visit;
    await ask(seedAddress);
    await box(page).getByRole("link", { name: "Ask about something else" }).click();
    await page.waitForURL(served(desk.site, "/contact/"));
    expect([await box(page).isVisible(), await carried(page)]).toEqual([false, ""]);
    await fillIn(page);
    await visit.send();
    await visit.arrives();
    expect(desk.messages()).toMatchObject([{ page: null }]);
  });
});

/** The home page's h1 is the question of its search; what it is called stands in the list of pages. */
async function homeTitle(): Promise<string> {
  const list = (await (await fetch(served(visit.desk.site, "/api/pages.json"))).json()) as {
    readonly pages: readonly { readonly address: string; readonly title: string }[];
  };
  return list.pages.find(({ address }) => address === "/")?.title ?? "";
}

describe("where the list of pages cannot be had", () => {
  beforeEach(async () => {
    await visit.start(builtSite("root"));
    visit.mayMeet(/status of 404|^404 for .*\/api\/pages\.json$/);
  });

  test.each([
    ["is not there", { status: 404, body: "" }],
    ["is torn", { status: 200, body: '{"version":1,"pages":[{"address":"/coo' }],
    ["is something else", { status: 200, body: "[1]" }],
    ["holds nothing that could be a page", { status: 200, body: '{"pages":[null,{"address":7},{"title":"x"}]}' }],
    ["is null", { status: 200, body: "null" }],
  ])("as it %s, the form is as it is without a page", async (_, answer) => {
    const { page, desk } = visit;
    const errors: string[] = [];
    page.on("pageerror", ({ message }) => errors.push(message));
    await page.route("**/api/pages.json", (route) => route.fulfill({ contentType: "application/json", ...answer }));
    const asked = page.waitForResponse("**/api/pages.json");
    await visit.go("/contact/?page=/cookies/");
    await asked;
    await fillIn(page);
    expect([await box(page).isVisible(), await carried(page), errors]).toEqual([false, "", []]);
    await visit.send();
    await visit.arrives();
    expect(desk.messages()).toMatchObject([{ page: null }]);
  });
});

describe.each(["root", "prefixed"] as const)("without JavaScript, on the site %s,", (name) => {
  beforeEach(async () => {
    await visit.start(builtSite(name), { javaScriptEnabled: false });
    visit.mayMeet(/status of 422/);
  });

  test("the page goes with the message", async () => {
    await ask(seedAddress);
    await fillIn(visit.page);
    await visit.send();
    await visit.arrives();
    expect(visit.desk.messages()).toMatchObject([{ page: pathOf(seedAddress), code: null }]);
  });

  test("a message that must be put right comes back with the page shown, and keeps it", async () => {
    const { page, desk } = visit;
    const title = await ask(seedAddress);
    await fillIn(page, { email: "zoe" });
    await visit.send();
    expect(await said(page)).toEqual([`You are telling us about the page: ${title}`, "Ask about something else"]);
    await field(page, "email").fill("zoe@example.org");
    await visit.send();
    await visit.arrives();
    expect(desk.messages()).toMatchObject([{ page: pathOf(seedAddress) }]);
  });

  test("somebody who takes the page away there sends none", async () => {
    const { page, desk } = visit;
    await ask(seedAddress);
    await visit.send();
    await box(page).getByRole("link", { name: "Ask about something else" }).click();
    await page.waitForURL(served(desk.site, "/contact/"));
    await fillIn(page);
    await visit.send();
    await visit.arrives();
    expect(desk.messages()).toMatchObject([{ page: null }]);
  });

  test("an address that names no page of the site adds nothing to the message", async () => {
    await visit.go("/contact/?page=/<script>alert(1)</script>/");
    await fillIn(visit.page);
    await visit.send();
    await visit.arrives();
    expect(visit.desk.messages()).toMatchObject([{ page: null, code: null }]);
  });
});

describe("the question", () => {
  beforeEach(() => visit.start(builtSite("root")));

  const asking = pageOfEachKind().filter(
    ([kind]) => !["search", "reference-list", "contact", "not found"].includes(kind),
  );

  test.each([320, 1280])("can be hit with a thumb in a window of %i pixels, and is not printed", async (width) => {
    const { page } = visit;
    await page.setViewportSize({ width, height: 800 });
    for (const [kind, address] of asking) {
      await page.emulateMedia({ media: "screen" });
      await visit.go(address);
      const link = page.locator(".app-page-problem a");
      const place = await link.boundingBox();
      expect(
        [place?.height, place?.width].map((size) => (size ?? 0) >= 24),
        kind,
      ).toEqual([true, true]);
      await page.emulateMedia({ media: "print" });
      expect(await link.isVisible(), kind).toBe(false);
    }
  });

  test("is the last thing in the words of a page, and is reached by the keyboard", async () => {
    const { page } = visit;
    await visit.go("/cookies/");
    expect((await page.locator("main").innerText()).trim().endsWith(words)).toBe(true);
    await tabTo(page, ".app-page-problem a");
    await page.keyboard.press("Enter");
    await box(page).waitFor();
    await tabTo(page, ".app-contact-reference__page a");
  });

  test("leads to a form that holds nothing of an address that names two pages", async () => {
    const { page } = visit;
    await visit.go("/contact/?page=/cookies/&page=/privacy/");
    await sendButton(page).waitFor();
    await page.waitForLoadState("networkidle");
    expect([await box(page).isVisible(), await carried(page)]).toEqual([false, ""]);
    expect(await contactForm(page).count()).toBe(1);
  });
});
