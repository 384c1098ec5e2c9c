/** The contact form without JavaScript: the receiver answers with pages, and nothing that was typed is lost. */
import { beforeEach, describe, expect, test } from "vitest";
import { sidewaysOverflow, tabTo } from "../support/browsing.ts";
import { contactForm, field, filledIn, fillIn, saidToBeWrong, sendButton } from "../support/contact-form.ts";
import { typedByDefault } from "../support/contact-form.ts";
import { visitContact } from "../support/contact-visit.ts";
import { builtSite, served } from "../support/site-pages.ts";
import { useVisit } from "../support/use-browser.ts";

const visit = useVisit(visitContact);

describe.each(["root", "prefixed"] as const)("on the site %s", (name) => {
  beforeEach(async () => {
    await visit.start(builtSite(name), { javaScriptEnabled: false });
    // A browser writes an error for a page that says what is wrong; that is what these tests ask for.
    visit.mayMeet(/status of 422/);
  });

  test("a message is kept, word for word, with the code of its page, and its sender is told so", async () => {
    await visit.go("/contact/CID7023/");
    const picked = await fillIn(visit.page);
    await visit.send();
    await visit.arrives();
    const message = { ...typedByDefault, ...picked, code: "CID7023", status: "waiting" };
    expect(visit.desk.messages()).toMatchObject([message]);
  });

  test("a form that is not filled in comes back with what is wrong, in the words that the script would use", async () => {
    const { page, desk } = visit;
    await visit.go("/contact/");
    const title = await page.title();
    await visit.send();
    const messages = [
      "Enter your full name",
      "Enter your email address",
      "Select the website or app you were using",
      "Select what you need help with",
      "Enter what happened",
    ];
    expect(await saidToBeWrong(page)).toEqual({
      title: `Error: ${title}`,
      heading: ["There is a problem"],
      summary: messages,
      fields: messages.map((message) => `Error: ${message}`),
    });
    expect(desk.messages()).toEqual([]);
    for (const link of await page.locator(".nhsuk-error-summary__list a").all()) {
      const target = contactForm(page).locator((await link.getAttribute("href")) ?? "");
      expect(await target.getAttribute("name")).toMatch(/^(name|email|service|problem|details)$/);
    }
  });

  test("a message with one thing wrong comes back as it was, can be put right, and is kept once", async () => {
    const { page, desk } = visit;
    await visit.go("/contact/CID7023/");
    await fillIn(page, { email: "zoe.oneill" });
    const before = await filledIn(page);
    await visit.send();
    expect((await saidToBeWrong(page)).summary).toEqual([
      "Enter an email address in the correct format, like name@example.com",
    ]);
    expect(await filledIn(page)).toEqual(before);
    expect(await page.locator(".app-contact-reference").innerText()).toContain("CID7023");

    await field(page, "email").fill(typedByDefault.email);
    await visit.send();
    await visit.arrives();
    expect(desk.messages()).toMatchObject([{ ...typedByDefault, code: "CID7023" }]);
  });
});

describe("without JavaScript", () => {
  beforeEach(async () => {
    const options = { javaScriptEnabled: false, viewport: { width: 320, height: 640 } };
    await visit.start(builtSite("root"), options);
    visit.mayMeet(/status of (422|500|503)/);
  });

  test("the list of all websites and apps stands open, and what is picked from it counts", async () => {
    const { page, desk } = visit;
    await visit.go("/contact/");
    for (const name of ["name", "email", "details"] as const) await field(page, name).fill(typedByDefault[name]);
    await field(page, "problem").check();
    const key = (await contactForm(page).locator("select option").nth(1).getAttribute("value")) ?? "";
    await contactForm(page).locator("select").selectOption(key);
    await visit.send();
    await visit.arrives();
    expect(desk.messages().map(({ service }) => service)).toEqual([key]);
  });

  test("a text that is too long comes back whole", async () => {
    const { page } = visit;
    const details = "A line.\n".repeat(200).trim();
    await visit.go("/contact/");
    await fillIn(page, { details });
    await visit.send();
    expect((await saidToBeWrong(page)).summary).toEqual(["Details must be 1,500 characters or fewer"]);
    expect(await field(page, "details").inputValue()).toBe(details);
  });

  test("a message that cannot be kept comes back as it was, with what to do, and can be sent again", async () => {
    const { page, desk } = visit;
    await visit.go("/contact/CID7023/");
    await fillIn(page);
    const before = await filledIn(page);
    desk.fillDisk(true);
    await visit.send();
    const box = page.locator(".nhsuk-error-summary");
    expect(await box.innerText()).toContain("Your message was not sent");
    expect(await box.getByRole("link").getAttribute("href")).toBe("#contact-ways");
    expect(await filledIn(page)).toEqual(before);
    desk.fillDisk(false);
    await visit.send();
    await visit.arrives();
    expect(desk.messages()).toHaveLength(1);
  });

  test("what was typed is still there for whoever goes back from an error that no page was made for", async () => {
    const { page, desk } = visit;
    await visit.go("/contact/");
    await fillIn(page);
    const before = await filledIn(page);
    desk.answerBy((_request, response) => response.writeHead(500, { "content-type": "text/plain" }).end("Error"));
    await visit.send();
    expect(await page.locator("body").innerText()).toBe("Error");
    await page.goBack();
    expect(await filledIn(page)).toEqual(before);
  });

  test("what only programs fill in cannot be reached, and a message with it is held back", async () => {
    const { page, desk } = visit;
    await visit.go("/contact/");
    await fillIn(page);
    await field(page, "name").focus();
    await tabTo(page, ".app-contact-form [type=submit]", 10);
    await contactForm(page).evaluate((form) => form.querySelector('[name="website"]')?.setAttribute("value", "x"));
    await sendButton(page).press("Enter");
    await visit.arrives();
    expect(desk.messages()).toMatchObject([{ status: "held", ...typedByDefault }]);
  });

  test("the page with errors fits a window of 320 pixels", async () => {
    await visit.go("/contact/");
    await visit.send();
    await visit.page.locator(".nhsuk-error-summary").waitFor();
    expect(await sidewaysOverflow(visit.page)).toBeLessThanOrEqual(0);
  });
});

describe("a page of the receiver's in a browser with JavaScript", () => {
  beforeEach(async () => {
    await visit.start(builtSite("root"));
    visit.mayMeet(/status of 422/);
  });

  test("has its errors read out at once, and taken away by the script when they are put right", async () => {
    const { page, desk } = visit;
    await visit.go("/contact/CID7023/");
    const title = await page.title();
    await fillIn(page, { email: "zoe.oneill", name: "" });
    // As the page sends it that has not got its script yet.
    await contactForm(page).evaluate((form) => HTMLFormElement.prototype.submit.call(form));
    await page.waitForURL((url) => url.href !== served(desk.site, "/contact/CID7023/"));
    await visit.isTold("There is a problem");
    expect(await page.title()).toBe(`Error: ${title}`);
    expect((await saidToBeWrong(page)).fields).toHaveLength(2);
    await field(page, "name").fill(typedByDefault.name);
    await visit.send();
    await visit.isTold("There is a problem");
    expect(await saidToBeWrong(page)).toMatchObject({
      title: `Error: ${title}`,
      fields: ["Error: Enter an email address in the correct format, like name@example.com"],
    });
    await field(page, "email").fill(typedByDefault.email);
    await visit.send();
    await visit.arrives();
    expect(desk.messages()).toMatchObject([{ ...typedByDefault, code: "CID7023" }]);
  });
});
