/** The contact form with JavaScript: what was typed is judged on the page, and sent once. */
import { beforeEach, describe, expect, test } from "vitest";
import { tabTo } from "../support/browsing.ts";
import {
  contactForm,
  field,
  filledIn,
  fillIn,
  saidToBeWrong,
  sendButton,
  typedByDefault,
} from "../support/contact-form.ts";
import { visitContact } from "../support/contact-visit.ts";
import { builtSite } from "../support/site-pages.ts";
import { useVisit } from "../support/use-browser.ts";

const visit = useVisit(visitContact);

describe.each(["root", "prefixed"] as const)("on the site %s", (name) => {
  beforeEach(() => visit.start(builtSite(name)));

  test("a message is kept, word for word, and its sender is told so", async () => {
    const { page } = visit;
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await visit.go("/contact/CID7023/");
    const picked = await fillIn(page);
    // Whoever fills in a form in less than two seconds is a program.
    await page.waitForFunction(() => performance.now() > 2000);
    await visit.send();
    await visit.arrives();
    const { name, email, details } = typedByDefault;
    expect(visit.desk.messages()).toMatchObject([
      { name, email, details, ...picked, code: "CID7023", status: "waiting" },
    ]);
    expect(decodeURIComponent(asked.join("\n"))).not.toMatch(/Zo|example\.org\/?[?&]|typed/);
  });

  test("a code in the address goes with the message", async () => {
    await visit.go("/contact/?error=CID7023");
    await fillIn(visit.page);
    await visit.send();
    await visit.arrives();
    expect(visit.desk.messages().map(({ code }) => code)).toEqual(["CID7023"]);
  });

  test("nothing of it is left on the device, and the form is empty for whoever goes back to it", async () => {
    const { page, context } = visit;
    await visit.go("/contact/");
    const before = await filledIn(page);
    await fillIn(page);
    await visit.send();
    await visit.arrives();
    const kept = await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]);
    expect([...kept, ...(await context.cookies())]).toEqual(["", 0, 0]);
    await page.goBack();
    expect(await filledIn(page)).toEqual(before);
  });
});

describe("a form that is not filled in, or not rightly,", () => {
  beforeEach(() => visit.start(builtSite("root")));

  test("is not sent: each question that must be answered is named above everything, and at the question", async () => {
    const { page } = visit;
    await visit.go("/contact/");
    const title = await page.title();
    await visit.send();
    await visit.isTold("There is a problem");
    const said = await saidToBeWrong(page);
    const messages = [
      "Enter your full name",
      "Enter your email address",
      "Select the website or app you were using",
      "Select what you need help with",
      "Enter what happened",
    ];
    expect(said).toEqual({
      title: `Error: ${title}`,
      heading: ["There is a problem"],
      summary: messages,
      fields: messages.map((message) => `Error: ${message}`),
    });
    expect(visit.desk.messages()).toEqual([]);
  });

  test("says so once, however often it is sent, and says nothing more of what has been put right", async () => {
    const { page } = visit;
    await visit.go("/contact/");
    const title = await page.title();
    const markup = await contactForm(page).evaluate((form) => form.innerHTML);
    await visit.send();
    await visit.send();
    expect((await saidToBeWrong(page)).title).toBe(`Error: ${title}`);
    expect((await saidToBeWrong(page)).fields).toHaveLength(5);
    await field(page, "name").fill("Zoë");
    await visit.send();
    expect((await saidToBeWrong(page)).fields).toHaveLength(4);
    await page.locator(".nhsuk-error-summary").waitFor();

    await fillIn(page);
    visit.desk.answerBy(() => {});
    await visit.send();
    await page.locator('[aria-disabled="true"]').waitFor();
    expect(await saidToBeWrong(page)).toEqual({ title, heading: [], summary: [], fields: [] });
    // What is left is the form as it was, but for the button, what it says, and what was counted and picked.
    const left = await contactForm(page).evaluate((form) => form.innerHTML);
    const marks = (html: string) => html.match(/aria-(?:describedby|invalid)="[^"]*"|class="[^"]*error[^"]*"/g);
    expect(marks(left)).toEqual(marks(markup));
  });

  test("has each message wired to its question, beside the hint", async () => {
    const { page } = visit;
    await visit.go("/contact/");
    const described = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) =>
          (element.getAttribute("aria-describedby") ?? "")
            .split(" ")
            .map(
              (id) =>
                document.getElementById(id)?.textContent.replace(/\s+/g, " ").trim() ?? `nothing has the id ${id}`,
            ),
        );
    const hint = await described('[name="email"]');
    await visit.send();
    expect(await described('[name="email"]')).toEqual([...hint, "Error: Enter your email address"]);
    expect(await described('fieldset:has([name="service"])')).toContain(
      "Error: Select the website or app you were using",
    );
    expect(await described('[name="details"]')).toContain("Error: Enter what happened");
    const invalid = contactForm(page).locator('[aria-invalid="true"]');
    expect(await invalid.evaluateAll((all) => all.map((one) => one.getAttribute("name")))).toEqual([
      "name",
      "email",
      "details",
    ]);
  });

  test.each([
    ["Enter your full name", "name"],
    ["Select the website or app you were using", "service"],
    ["Select what you need help with", "problem"],
    ["Enter what happened", "details"],
  ])("the link “%s” leads to the field %s, with its question in view", async (words, name) => {
    const { page } = visit;
    await page.setViewportSize({ width: 360, height: 500 });
    await visit.go("/contact/");
    await visit.send();
    await page.locator(".nhsuk-error-summary").getByRole("link", { name: words, exact: true }).click();
    const id = await field(page, name).getAttribute("id");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(id);
    const question = page.locator(`fieldset:has([name="${name}"]) legend, label[for="${id}"]`).first();
    expect(await question.evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
    expect(page.url()).not.toContain("#");
  });

  test.each([
    ["Full name must be 100 characters or fewer", "name", "x".repeat(101)],
    ["Enter an email address in the correct format, like name@example.com", "email", "zoe.oneill"],
    ["Enter an email address in the correct format, like name@example.com", "email", "a b@example.org"],
    ["Details must be 1,500 characters or fewer", "details", "x".repeat(1501)],
  ] as const)("is not sent before this is done: %s", async (message, name, typed) => {
    const { page } = visit;
    await visit.go("/contact/");
    await fillIn(page, { [name]: typed });
    const before = await filledIn(page);
    await visit.send();
    await visit.isTold("There is a problem");
    expect((await saidToBeWrong(page)).summary).toEqual([message]);
    expect(await filledIn(page)).toEqual(before);
    expect(visit.desk.messages()).toEqual([]);
  });

  test("another website or app is picked from the list, which comes when it is asked for", async () => {
    const { page } = visit;
    await visit.go("/contact/");
    await fillIn(page);
    const list = contactForm(page).locator("select");
    expect(await list.isVisible()).toBe(false);
    await contactForm(page).locator('[name="service"][value="other"]').check();
    expect(await list.isVisible()).toBe(true);
    await visit.send();
    const summary = await visit.isTold("There is a problem");
    await summary.getByRole("link").click();
    expect(await list.evaluate((element) => element === document.activeElement)).toBe(true);
    await list.selectOption("not-listed");
    await visit.send();
    await visit.arrives();
    expect(visit.desk.messages().map(({ service }) => service)).toEqual(["not-listed"]);
  });

  test("counts characters as its rules do, and a text that is as long as it may be is taken", async () => {
    const { page } = visit;
    const longest = "€".repeat(1497) + "\n😀";
    await visit.go("/contact/");
    await fillIn(page, { details: `${longest}!` });
    const count = contactForm(page).locator(".nhsuk-character-count__status");
    expect(await count.innerText()).toBe("You have 1 character too many");
    await field(page, "details").fill(longest);
    expect(await count.innerText()).toBe("You have 0 characters remaining");
    await visit.send();
    await visit.arrives();
    expect(visit.desk.messages().map(({ details }) => details)).toEqual([longest]);
  });
});

describe("somebody who", () => {
  beforeEach(() => visit.start(builtSite("root")));

  test("presses the button again and again sends one message, and is told that it is on its way", async () => {
    const { page } = visit;
    await visit.go("/contact/");
    await fillIn(page);
    const waiting: (() => void)[] = [];
    visit.desk.answerBy((request, response, receive) => void waiting.push(() => receive(request, response)));
    await visit.send();
    // A press is a press, whatever the button says of itself.
    await sendButton(page).dblclick({ force: true });
    await field(page, "name").press("Enter");
    await expect.poll(() => waiting.length).toBe(1);
    expect(await sendButton(page).getAttribute("aria-disabled")).toBe("true");
    expect(await page.getByRole("status").innerText()).toBe("Sending your message");
    waiting[0]?.();
    await visit.arrives();
    expect(waiting).toHaveLength(1);
    expect(visit.desk.messages()).toHaveLength(1);
  });

  test("has nothing but a keyboard gets a message through, by way of everything that can be wrong", async () => {
    const { page } = visit;
    await visit.go("/contact/");
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).id);
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await field(page, "name").focus();
    await press("Enter");
    await visit.isTold("There is a problem");
    await press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Enter your full name");
    await press("Enter");
    expect(await focused()).toBe("contact-name");
    await page.keyboard.type("Zoë");
    await press("Tab");
    expect(await focused()).toBe("contact-email");
    await page.keyboard.type("zoe@example.org");
    await press("Tab");
    expect(await focused()).toBe("contact-service");
    await press("Space", "Tab");
    expect(await focused()).toBe("contact-problem");
    await press("ArrowDown", "Tab");
    expect(await focused()).toBe("contact-details");
    await page.keyboard.type("It is broken.");
    await tabTo(page, ".app-contact-form [type=submit]", 3);
    await press("Enter");
    await visit.arrives();
    const message = { name: "Zoë", email: "zoe@example.org", details: "It is broken." };
    expect(visit.desk.messages()).toMatchObject([message]);
  });

  test("follows a link in the middle of it finds all that they typed when they come back", async () => {
    const { page } = visit;
    await visit.go("/contact/");
    await fillIn(page);
    const before = await filledIn(page);
    await page.locator("footer a").first().click();
    await page.waitForURL((url) => !url.pathname.includes("/contact/"));
    await page.goBack();
    expect(await filledIn(page)).toEqual(before);
  });

  test("has a browser too old for the rules sends a plain form", async () => {
    const { page } = visit;
    await page.addInitScript(() => Reflect.deleteProperty(String.prototype, "isWellFormed"));
    await visit.go("/contact/");
    await fillIn(page);
    const posted = page.waitForRequest((request) => request.method() === "POST");
    await visit.send();
    expect((await posted).isNavigationRequest()).toBe(true);
    await visit.arrives();
    expect(visit.desk.messages()).toHaveLength(1);
  });
});
