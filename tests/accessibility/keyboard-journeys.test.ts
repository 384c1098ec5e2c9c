/** What people do with nothing but a keyboard, and where the focus is at each step, as a screen reader says it. */
import type { BrowserContextOptions } from "playwright-core";
import { describe, expect, test } from "vitest";
import { focusedNode } from "../support/accessibility-tree.ts";
import { visitContact } from "../support/contact-visit.ts";
import { builtSite, seedAddress, served } from "../support/site-pages.ts";
import { called } from "../support/spoken.ts";
import { useVisit } from "../support/use-browser.ts";

const site = builtSite("root");
const narrow = { viewport: { width: 320, height: 640 } };
const visit = useVisit(visitContact);

async function open(address: string, options: BrowserContextOptions = {}): Promise<void> {
  await visit.start(site, options);
  await visit.go(address);
}

const press = (key: string) => visit.page.keyboard.press(key);
const type = (words: string) => visit.page.keyboard.type(words);
const focus = async () => called(await focusedNode(visit.page));
const heading = () => visit.page.locator("h1").innerText();
const arrives = (address: string) => visit.page.waitForURL(served(visit.desk.site, address));

/** Presses Tab until something that is called so has the focus. @throws Error if nothing is */
async function tabTo(words: string | RegExp): Promise<void> {
  const passed: string[] = [];
  while (passed.length < 60) {
    await press("Tab");
    const now = await focus();
    if (typeof words === "string" ? now.startsWith(words) : words.test(now)) return;
    passed.push(now);
  }
  throw new Error(`Tab does not lead to "${String(words)}" but to:\n${passed.join("\n")}`);
}

describe("with the keyboard alone, somebody", () => {
  test("skips what is on every page, and goes on in the words of this one", async () => {
    await open(seedAddress);
    await press("Tab");
    expect(await focus()).toBe("link: Skip to main content");
    await press("Enter");
    expect(await focus()).toBe("main");
    await press("Tab");
    expect(await focus()).toBe("link: There is already an account linked to my details");
  });

  test("follows the list of contents to a section, and goes on there", async () => {
    await open(seedAddress);
    await tabTo("link: I have not received an email with a security code");
    await press("Enter");
    await press("Tab");
    const next = await visit.page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? Number.NaN);
    const section = await visit.page.evaluate(() => document.querySelector(":target")?.getBoundingClientRect().top);
    expect(next).toBeGreaterThan(section ?? Number.NaN);
  });

  test("opens the menu on a phone, goes through it, and closes it again", async () => {
    await open("/contact/", narrow);
    await tabTo("button: More");
    expect(await focus()).toBe("button: More, collapsed");
    await press("Enter");
    expect(await focus()).toBe("button: More, expanded");
    await press("Tab");
    expect(await focus()).toMatch(/^link: /);
    expect(await visit.page.evaluate(() => document.activeElement?.closest("nav")?.ariaLabel)).toBe("Menu");
    await press("Escape");
    expect(await focus()).toBe("button: More, collapsed");
  });

  test("opens an expander, reads on inside it, and closes it", async () => {
    await open(seedAddress);
    await tabTo("button: Forgotten your password?");
    expect(await focus()).toBe("button: Forgotten your password?, collapsed");
    await press("Space");
    expect(await focus()).toBe("button: Forgotten your password?, expanded");
    await press("Enter");
    expect(await focus()).toBe("button: Forgotten your password?, collapsed");
  });

  test("opens all expanders with one button, and closes them with the same", async () => {
    await open(seedAddress);
    await tabTo("button: Show all");
    await expect.poll(focus).toBe("button: Show all details on this page, collapsed");
    await press("Enter");
    await expect.poll(focus).toBe("button: Hide all details on this page, expanded");
    await press("Tab");
    expect(await focus()).toBe("button: Forgotten your password?, expanded");
    await press("Shift+Tab");
    await press("Space");
    await expect.poll(focus).toBe("button: Show all details on this page, collapsed");
    expect(await visit.page.locator("details[open]").count()).toBe(0);
  });

  test("looks a reference up, is told that it is not known, and finds it one digit away", async () => {
    await open("/errors/");
    await tabTo("field: Reference on your screen");
    await type("CID7024");
    await press("Enter");
    expect(await focus()).toMatch(/^field: Reference on your screen, wrong \(.*Check the reference\./);
    await press("Tab");
    expect(await focus()).toBe("button: Find");
    await press("Tab");
    expect(await focus()).toBe("link: CID7023");
    await press("Enter");
    await arrives("/errors/CID7023/");
    await tabTo("link: Get help with reference CID7023");
    await press("Enter");
    await arrives("/contact/CID7023/");
    expect(await heading()).toBe("Contact us about CID7023");
  });
});

describe("with the keyboard alone, somebody who searches", () => {
  const field = /^(search field|field with suggestions): /;

  test("is offered suggestions in the header, puts them away, and follows one", async () => {
    await open("/contact/");
    await tabTo(field);
    await type("password");
    const options = visit.page.getByRole("option");
    await options.first().waitFor();
    expect(await focus()).toBe("field with suggestions: Search this help centre, expanded");
    await press("ArrowDown");
    expect(await focus()).toMatch(/^option: .+, selected$/);
    await press("Escape");
    expect(await options.count()).toBe(0);
    expect(await focus()).toBe("field with suggestions: Search this help centre, collapsed");
    await press("ArrowDown");
    await options.first().waitFor();
    await press("ArrowDown");
    const chosen = await focus();
    const href = await visit.page.locator('[role="option"][aria-selected="true"]').getAttribute("data-href");
    await press("Enter");
    await visit.page.waitForURL(new URL(href ?? "", visit.desk.site.address).href);
    expect(chosen).toContain(await visit.page.locator(":target, h1").last().innerText());
  });

  test("sends a search, is led to what was found, and follows the first result", async () => {
    await open("/search/");
    await tabTo("link: Skip to main content");
    await press("Enter");
    await tabTo(field);
    await type("password");
    await press("Enter");
    await expect.poll(focus).toMatch(/^heading: /);
    expect(new URL(visit.page.url()).search).toBe("?q=password");
    await press("Tab");
    const result = await focus();
    expect(result).toMatch(/^link: .*password/i);
    await press("Enter");
    await visit.page.waitForURL((url) => !url.pathname.startsWith("/search/"));
    await visit.page.goBack();
    await expect.poll(() => visit.page.locator("#search-query").inputValue()).toBe("password");
  });
});

describe("with the keyboard alone, somebody who writes to us", () => {
  test("is told what is wrong, puts it right from there, and sends the message", async () => {
    await open("/contact/");
    // Enter in a field sends the form: nothing is filled in yet.
    await tabTo("field: Full name");
    await press("Enter");
    // The box has the focus, as `isTold` makes sure.
    await visit.isTold("There is a problem");
    await press("Tab");
    expect(await focus()).toBe("link: Enter your full name");
    await press("Enter");
    expect(await focus()).toBe("field: Full name, wrong (Error: Enter your full name)");
    await type("Zoë O'Neill");
    await press("Tab");
    expect(await focus()).toMatch(/^field: Email address, wrong \(We use it to reply to you\. Error: /);
    await type("zoe.oneill@example.org");
    await press("Tab");
    expect(await focus()).toMatch(/^radio: NHS App, not checked/);
    await press("ArrowDown");
    expect(await focus()).toMatch(/^radio: GP online services, checked/);
    await press("Tab");
    expect(await focus()).toMatch(/^radio: I cannot sign in, not checked/);
    await press("Space");
    expect(await focus()).toMatch(/^radio: I cannot sign in, checked/);
    await press("Tab");
    expect(await focus()).toMatch(/^field: What happened\?, wrong/);
    await type("Nothing happened.");
    await tabTo("button: Send message");
    await press("Space");
    await visit.arrives();
    expect(await heading()).toBe("We have your message");
    expect(visit.desk.messages()).toHaveLength(1);
  });
});
