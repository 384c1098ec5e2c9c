/** The contact form of a built site, as somebody fills it in. */
import type { Locator, Page } from "playwright-core";

/** What is typed where a test does not care. */
export const typedByDefault = {
  name: "Zoë O'Neill <script>",
  email: "zoe.oneill@example.org",
  details: "I typed my code.\nThen “nothing” happened & the page was empty.",
} as const;

/** The form of the page that is open. */
export function contactForm(page: Page): Locator {
  return page.locator(".app-contact-form");
}

/** A field, by its name; of radios, the first. */
export function field(page: Page, name: string): Locator {
  return contactForm(page).locator(`[name="${name}"]`).first();
}

/** The button that sends the form. */
export function sendButton(page: Page): Locator {
  return contactForm(page).locator('[type="submit"]');
}

/** Answers every question; what is given goes before. @returns the keys that were picked */
export async function fillIn(page: Page, typed: Partial<Record<keyof typeof typedByDefault, string>> = {}) {
  for (const [name, text] of Object.entries({ ...typedByDefault, ...typed })) await field(page, name).fill(text);
  for (const name of ["service", "problem"]) await field(page, name).check();
  return { service: await field(page, "service").inputValue(), problem: await field(page, "problem").inputValue() };
}

/** Everything that is typed and picked, by the name of its field. */
export async function filledIn(page: Page): Promise<Readonly<Record<string, unknown>>> {
  return contactForm(page).evaluate((form) => {
    const typed = [...new FormData(form as HTMLFormElement)];
    return Object.fromEntries(typed.map(([name, value]) => [name, String(value).replaceAll("\r\n", "\n")]));
  });
}

/** What the page says is wrong: its title, the words of the list above everything, and the message at each field. */
export async function saidToBeWrong(page: Page) {
  const messages = await contactForm(page).locator('.nhsuk-error-message[id$="-error"]').allTextContents();
  return {
    title: await page.title(),
    heading: await page.locator(".nhsuk-error-summary__heading").allInnerTexts(),
    summary: await page.locator(".nhsuk-error-summary__list a").allInnerTexts(),
    fields: messages.map((message) => message.replace(/\s+/g, " ").trim()),
  };
}
