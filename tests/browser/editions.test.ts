/** Somebody reads the help centre in Welsh: from the English page to the Welsh one, to its search and its contact form. */
import { beforeEach, describe, expect, test } from "vitest";
import { contactForm, fillIn } from "../support/contact-form.ts";
import { visitContact } from "../support/contact-visit.ts";
import { builtSite } from "../support/site-pages.ts";
import { useVisit } from "../support/use-browser.ts";

const visit = useVisit(visitContact);

describe.each([true, false])("in Welsh, with scripts: %s", (javaScriptEnabled) => {
  beforeEach(async () => {
    await visit.start(builtSite("prefixed"), { javaScriptEnabled });
    visit.mayMeet(/status of 422/);
  });

  test("somebody goes from an English page to the Welsh one, and stays in Welsh up to the answer", async () => {
    const { page, desk } = visit;
    const path = () => new URL(page.url()).pathname.replace(/^\/help/, "");
    await visit.go("/sign-in/security-codes/");
    await page.getByRole("link", { name: "Cymraeg", exact: true }).click();
    expect(path()).toBe("/cy/sign-in/security-codes/");

    await page.locator('header input[name="q"]').fill("cod");
    await page.locator('header button[type="submit"]').click();
    await page.waitForURL("**/cy/search/?q=cod");
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Chwilio");

    await page.locator("footer").getByRole("link", { name: "Cysylltu â ni" }).click();
    await page.waitForURL("**/cy/contact/");
    await contactForm(page).locator('button[type="submit"]').click();
    const summary = page.locator(".nhsuk-error-summary");
    await summary.waitFor();
    expect(await summary.innerText()).toContain("Mae problem");

    await fillIn(page);
    await contactForm(page).locator('button[type="submit"]').click();
    await page.waitForURL("**/cy/contact/sent/");
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Mae eich neges gennym");
    expect(desk.messages()).toHaveLength(1);
  });
});
