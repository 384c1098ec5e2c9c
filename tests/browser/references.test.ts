/** From a reference to its page: by the field of the list, by other spellings of its address, and out of an article. */
import { beforeEach, describe, expect, test } from "vitest";
import { startVisit } from "../support/browsing.ts";
import { builtSite, seedAddress, served } from "../support/site-pages.ts";
import { useVisit } from "../support/use-browser.ts";

const visit = useVisit(startVisit);

const main = () => visit.page.locator("main");
const field = () => main().getByRole("textbox", { name: "Reference on your screen" });
const selected = () => visit.page.evaluate(() => getSelection()?.toString());

/** The ids that describe the field, each with the words of its element. */
const describing = () =>
  field().evaluate((input) =>
    (input.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent),
  );

describe.each(["root", "prefixed"] as const)("on the site %s", (name) => {
  const site = builtSite(name);
  const list = served(site, "/errors/");
  const page = served(site, "/errors/CID7023/");
  const near = () => main().locator(".app-reference-form__near");

  async function lookUp(typed: string): Promise<void> {
    await field().fill(typed);
    await field().press("Enter");
  }

  beforeEach(() => visit.start(site));

  test.each(["CID7023", "cid7023", "7023", "CID7O23", "cid 7o23", "CID-7023", " Reference CID7023. "])(
    "somebody types %j and comes to the page of the reference in one step",
    async (typed) => {
      await visit.page.goto(list);
      await lookUp(typed);
      await visit.page.waitForURL(page);
      expect(await main().getByRole("heading", { level: 1 }).innerText()).toContain("connect to your GP surgery");
    },
  );

  test("an address with the reference behind the question mark leads there, and back to what was before", async () => {
    await visit.page.goto(served(site, "/"));
    await visit.page.goto(`${list}?code=cid+7023`);
    await visit.page.waitForURL(page);
    await visit.page.goBack();
    expect(visit.page.url()).toBe(served(site, "/"));
  });

  test("a reference that is not known is said at the field, and those one digit away are offered, not chosen", async () => {
    await visit.page.goto(list);
    const title = await visit.page.title();
    await lookUp("cid 7O24");
    expect(visit.page.url()).toBe(list);
    expect(await visit.page.title()).toBe(`Error: ${title}`);
    expect(await field().evaluate((input) => [input === document.activeElement, input.ariaInvalid])).toEqual([
      true,
      "true",
    ]);
    expect(await describing()).toEqual([
      expect.stringMatching(/For example, CID\d+/),
      "Error: Check the reference. The one that you entered is not in our list",
      "References that are almost the same:",
    ]);
    expect(await near().locator("li").allInnerTexts()).toEqual([
      expect.stringMatching(/^CID7023\s+Unable to connect/),
      expect.stringMatching(/^CID7029\s+We cannot connect/),
    ]);
    expect(await main().innerText()).not.toContain("7O24");

    await lookUp("7029");
    await visit.page.waitForURL(served(site, "/errors/CID7029/"));
  });

  test("what is wrong is said once: with the field where the focus comes to it, by itself where it is there already", async () => {
    await visit.page.goto(list);
    const said = () => main().getByRole("alert").allTextContents();
    await field().fill("CID9999");
    await field().press("Enter");
    expect(await said()).toEqual(["Error: Check the reference. The one that you entered is not in our list"]);
    await main().getByRole("button", { name: "Find" }).click();
    expect(await said()).toEqual([]);
    expect(await describing()).toHaveLength(2);
  });

  test("a reference in the address that is not known is said in the same way, as the page arrives", async () => {
    await visit.page.goto(`${list}?code=7024`);
    await main().locator(".nhsuk-error-message").waitFor();
    expect(await describing()).toEqual([
      expect.stringMatching(/For example, CID\d+/),
      "Error: Check the reference. The one that you entered is not in our list",
      "References that are almost the same:",
    ]);
    expect(await near().locator("li").count()).toBe(2);
    await lookUp("7029");
    await visit.page.waitForURL(served(site, "/errors/CID7029/"));
  });

  test("what was said goes when something else is typed", async () => {
    await visit.page.goto(list);
    const title = await visit.page.title();
    await lookUp("7024");
    await lookUp("");
    expect(await main().locator(".nhsuk-error-message").allInnerTexts()).toEqual([
      expect.stringContaining("Enter the reference that is on your screen"),
    ]);
    expect(await describing()).toHaveLength(2);
    expect(await near().isVisible()).toBe(false);
    await lookUp("words that are none");
    expect(await main().locator(".nhsuk-error-message").count()).toBe(1);
    expect(await near().isVisible()).toBe(false);
    expect(await visit.page.title()).toBe(`Error: ${title}`);
  });

  test.each([
    "CID9999",
    "//evil.example/CID9999",
    "https://evil.example/",
    "javascript:alert(1)",
    "<img src=x onerror=alert(1)>",
    `"><script>alert(1)</script>`,
    "__proto__",
    "constructor",
    "%00",
    "((((",
    "7".repeat(5000),
  ])("nothing that an address asks for is shown, followed or put into the field: %j", async (value) => {
    await visit.page.goto(`${list}?code=${encodeURIComponent(value)}`);
    await main().locator(".nhsuk-error-message").waitFor();
    expect(visit.page.url().startsWith(list)).toBe(true);
    expect(await field().inputValue()).toBe("");
    expect(await main().innerText()).not.toMatch(/evil|onerror|script|__proto__|constructor|CID9999|7777/);
    expect(await main().locator("img, script").count()).toBe(0);
  });

  test.each(["?code=", "?code", "?code=+", "?other=CID7023", "#CID7023", "?code=%E0%A4%A"])(
    "an address that asks for nothing shows the list as it is: %s",
    async (rest) => {
      await visit.page.goto(list + rest);
      await visit.page.waitForLoadState("load");
      expect(visit.page.url().startsWith(list)).toBe(true);
      expect(await main().getByRole("link", { name: "CID7023" }).isVisible()).toBe(true);
    },
  );

  test.each(["/errors/7023/", "/errors/7023", "/errors/CID7O23/"])(
    "the address %s leads to the page on a host without redirects",
    async (address) => {
      await visit.page.goto(served(site, address));
      await visit.page.waitForURL(page);
      expect(await main().locator("hgroup").innerText()).toContain("CID7023");
    },
  );

  test.each(["/errors/cid7023", "/contact/cid7023", "/errors/cid%207023/", "/errors/7O23", "/contact/CID7O23/"])(
    "the address %s, where nothing is, shows the reference at once",
    async (address) => {
      const answer = await visit.page.goto(served(site, address));
      expect(answer?.status()).toBe(404);
      const link = main().locator(".app-reference-match__panel").getByRole("link");
      await link.waitFor();
      await link.click();
      await visit.page.waitForURL(page);
    },
  );

  test.each(["#CID7023", "#cid7023"])("the address of the article with %s shows the heading", async (fragment) => {
    await visit.page.goto(served(site, seedAddress) + fragment);
    const heading = visit.page.locator("main :is(h2, h3)", { hasText: "CID7023" });
    const top = () => heading.evaluate((element) => element.getBoundingClientRect().top);
    await expect.poll(top).toBeLessThan(200);
    expect(await top()).toBeGreaterThanOrEqual(0);
    expect(await visit.page.locator(":target").evaluate((target) => target.parentElement?.textContent)).toBe(
      await heading.textContent(),
    );
  });

  test("a heading with a reference is copied as plain words, and a click takes the reference alone", async () => {
    await visit.page.goto(served(site, seedAddress));
    const heading = visit.page.locator("main :is(h2, h3)", { hasText: "CID7023" });
    await heading.evaluate((element) => getSelection()?.selectAllChildren(element));
    expect(await selected()).toBe("Unable to connect to your GP surgery’s system - Reference CID7023");
    // A click inside what is selected only takes the selection away.
    await visit.page.evaluate(() => getSelection()?.removeAllRanges());
    await heading.locator(".app-reference").click();
    expect(await selected()).toBe("CID7023");
  });

  test("the page of a reference is copied without the letters that are there to be heard", async () => {
    await visit.page.goto(page);
    const caption = main().locator("hgroup p");
    expect(await caption.textContent()).toContain("C I D 7 0 2 3");
    await caption.evaluate((element) => getSelection()?.selectAllChildren(element));
    expect((await selected())?.trim()).toBe("Reference CID7023");
  });
});

describe("without JavaScript", () => {
  const site = builtSite("prefixed");
  beforeEach(() => visit.start(site, { javaScriptEnabled: false }));

  test("the field leads to the list, in which every reference stands with its link", async () => {
    await visit.page.goto(served(site, "/errors/"));
    await field().fill("7023");
    await main().getByRole("button", { name: "Find" }).click();
    expect(visit.page.url()).toBe(`${served(site, "/errors/")}?code=7023`);
    await main().getByRole("link", { name: "CID7023" }).click();
    expect(visit.page.url()).toBe(served(site, "/errors/CID7023/"));
  });

  test("the digits alone lead to the page on a host without redirects", async () => {
    await visit.page.goto(served(site, "/errors/7023/"));
    await visit.page.waitForURL(served(site, "/errors/CID7023/"));
    expect(await main().locator("hgroup").innerText()).toContain("CID7023");
  });

  test("an address where nothing is leads to the list of all references", async () => {
    await visit.page.goto(served(site, "/errors/cid7023"));
    await main().getByRole("link", { name: "All error references" }).click();
    expect(visit.page.url()).toBe(served(site, "/errors/"));
  });
});
