/** The contact form while something is wrong: what is seen, and what is heard. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lookWithAxe, ownRules } from "../support/axe.ts";
import { sidewaysOverflow, spaceTextOut } from "../support/browsing.ts";
import { contactForm, fillIn } from "../support/contact-form.ts";
import { visitContact } from "../support/contact-visit.ts";
import type { ContactVisit } from "../support/contact-visit.ts";
import { builtSite } from "../support/site-pages.ts";
import { useBrowser } from "../support/use-browser.ts";

const browser = useBrowser();

/** What can be wrong, and how it comes to be. */
const states = {
  "a form that is not filled in": ({ page }: ContactVisit) =>
    contactForm(page).locator('[name="service"][value="other"]').check(),
  "a message that could not be sent": async ({ page, desk }: ContactVisit) => {
    await fillIn(page);
    desk.fillDisk(true);
  },
} as const;

/** Who says so: the page's script, or the receiver with a page of its own, as without JavaScript. */
const senders = {
  "the page itself": ({ send }: ContactVisit) => send(),
  "the receiver's page": ({ page }: ContactVisit) =>
    contactForm(page).evaluate((form) => HTMLFormElement.prototype.submit.call(form)),
} as const;

const cases = Object.entries(states).flatMap(([state, bringAbout]) =>
  Object.entries(senders).map(([sender, send]) => ({ state, bringAbout, sender, send })),
);

describe.each(cases)("$sender, for $state,", ({ bringAbout, send }) => {
  /** Brings it about in a window, and asks something of the page. */
  async function on<Answer>(width: number, ask: (visit: ContactVisit) => Promise<Answer>, forcedColors?: "active") {
    const options = {
      viewport: { width, height: 700 },
      forcedColors: forcedColors ?? null,
    };
    const visit = await visitContact(browser(), builtSite("root"), options);
    try {
      await visit.go("/contact/CID7023/");
      await bringAbout(visit);
      await send(visit);
      await visit.page.locator(".nhsuk-error-summary").waitFor();
      return await ask(visit);
    } finally {
      await visit.close();
    }
  }

  test("has nothing that axe finds, however it is looked at", async () => {
    const { found, looks } = await on(1280, ({ page }) => lookWithAxe(page, ownRules));
    expect(found).toEqual([]);
    expect(looks).toBeGreaterThanOrEqual(2);
  });

  test("fits a window of 320 pixels, with its text spaced out too", async () => {
    const overflow = await on(320, async ({ page }) => {
      const before = await sidewaysOverflow(page);
      await spaceTextOut(page);
      return [before, await sidewaysOverflow(page)];
    });
    expect(Math.max(...overflow)).toBeLessThanOrEqual(0);
  });

  test("is told from the rest by lines, not by colours alone, where the system chooses the colours", async () => {
    const lines = await on(
      360,
      ({ page }) =>
        page
          .locator(".nhsuk-error-summary, .nhsuk-form-group--error, .nhsuk-input--error, .nhsuk-textarea--error")
          .evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one).borderLeftWidth))),
      "active",
    );
    expect(lines.length).toBeGreaterThan(0);
    expect(Math.min(...lines)).toBeGreaterThanOrEqual(2);
  });
});

describe("to a screen reader", () => {
  let visit: ContactVisit;
  beforeAll(async () => {
    visit = await visitContact(browser(), builtSite("root"));
    await visit.go("/contact/");
    await visit.send();
    await visit.isTold("There is a problem");
  });
  afterAll(() => visit.close());

  test("what is wrong is an alert, first of all that the page has to say, with a link to each question", async () => {
    const outline = await visit.page.locator("main").ariaSnapshot();
    expect(outline).toMatch(
      /^- main:\n +- alert:\n +- heading "There is a problem" \[level=2\]\n +- list:\n +- listitem:\n +- link "Enter your full name"/,
    );
  });

  test("each question says what is wrong with it, with its hint", async () => {
    const said = await saidOfQuestions(visit.page);
    expect(said).toEqual([
      ["textbox", "Full name", "Error: Enter your full name", "true"],
      ["textbox", "Email address", "We use it to reply to you. Error: Enter your email address", "true"],
      ["group", "Which website or app were you using?", "Error: Select the website or app you were using", "false"],
      ["group", "What do you need help with?", "Error: Select what you need help with", "false"],
      ["textbox", "What happened?", expect.stringContaining("Error: Enter what happened"), "true"],
    ]);
  });
});

/** What a screen reader is told of each question: its kind, its name, what describes it, whether it is wrong. */
async function saidOfQuestions(page: Page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const questions = nodes.filter(
    ({ role, name }) => role?.value === "textbox" || (role?.value === "group" && String(name?.value) !== ""),
  );
  return questions.map(({ role, name, description, properties }) => [
    role?.value as unknown,
    name?.value as unknown,
    String(description?.value ?? "")
      .replace(/\s+/g, " ")
      .trim(),
    properties?.find((property) => property.name === "invalid")?.value.value as unknown,
  ]);
}
