/** Messages that cannot be sent, and words that cannot be had: nothing that was typed is lost, and people are told what to do. */
import type { ServerResponse } from "node:http";
import { beforeEach, describe, expect, test } from "vitest";
import { field, filledIn, fillIn, saidToBeWrong, typedByDefault } from "../support/contact-form.ts";
import { visitContact } from "../support/contact-visit.ts";
import { builtSite, served } from "../support/site-pages.ts";
import { useVisit } from "../support/use-browser.ts";

const visit = useVisit(visitContact);

/** Ways in which sending can fail: what the server does, and what the page says of it. */
const failures: readonly (readonly [string, string, (response: ServerResponse) => unknown])[] = [
  [
    "an error of the server",
    "Something went wrong at our end.",
    (response) => response.writeHead(500).end("<h1>Error</h1>"),
  ],
  ["a server that is closed for work", "Something went wrong at our end.", (response) => response.writeHead(503).end()],
  ["a message that is too large", "Something went wrong at our end.", (response) => response.writeHead(413).end()],
  [
    "too many messages",
    "We are getting a lot of messages.",
    (response) => response.writeHead(429).end('{"status":"error"}'),
  ],
  ["half an answer", "Something went wrong at our end.", (response) => response.writeHead(200).end('{"status":"rece')],
  ["an answer that is cut off", "Something went wrong at our end.", cutOff],
  [
    "the sign-in page of a network",
    "Something went wrong at our end.",
    (response) => response.writeHead(200).end("<html>"),
  ],
  ["faults that the page has no words for", "Something went wrong at our end.", unknownFault],
  [
    "a way to somewhere else",
    "We could not reach this help centre.",
    (response) => response.writeHead(303, { location: "/cookies/" }).end(),
  ],
  ["a connection that breaks", "We could not reach this help centre.", (response) => response.destroy()],
];

function cutOff(response: ServerResponse): void {
  response.writeHead(200, { "content-length": "100" });
  response.write('{"status":"received"', () => response.destroy());
}

function unknownFault(response: ServerResponse): void {
  response.writeHead(422).end('{"status":"refused","faults":[{"field":"__proto__","kind":"missing"},null,7]}');
}

describe("a message that cannot be sent", () => {
  beforeEach(async () => {
    await visit.start(builtSite("root"));
    visit.mayMeet(/Failed to load resource|^\d+ for .*\/contact\/send$/);
  });

  test.each(failures)("because of %s stays as it was typed, and can be sent again", async (_why, words, answer) => {
    const { page } = visit;
    await visit.go("/contact/CID7023/");
    const title = await page.title();
    await fillIn(page);
    const before = await filledIn(page);
    visit.desk.answerBy((request, response) => {
      request.resume().on("end", () => answer(response));
    });
    await visit.send();
    const box = await visit.isTold("Your message was not sent");
    expect(await box.innerText()).toContain(words);
    expect(await box.innerText()).toContain("You can send it again, and it will not reach us twice.");
    expect(await page.title()).toBe(`Error: ${title}`);
    expect(await filledIn(page)).toEqual(before);
    expect(page.url()).toBe(served(visit.desk.site, "/contact/CID7023/"));

    visit.desk.answerBy();
    await visit.send();
    await visit.arrives();
    expect(visit.desk.messages()).toMatchObject([typedByDefault]);
  });

  test("for want of a connection stays as it was typed", async () => {
    const { page, context } = visit;
    await visit.go("/contact/");
    await fillIn(page);
    const before = await filledIn(page);
    await context.setOffline(true);
    await visit.send();
    const box = await visit.isTold("Your message was not sent");
    expect(await box.innerText()).toContain("Check that you are connected to the internet.");
    expect(await filledIn(page)).toEqual(before);
    await context.setOffline(false);
    await visit.send();
    await visit.arrives();
    expect(visit.desk.messages()).toHaveLength(1);
  });

  test("in half a minute is given up, and is kept once when it is sent again", async () => {
    const { page } = visit;
    await page.clock.install();
    await visit.go("/contact/");
    await fillIn(page);
    // It comes, and is kept; its sender does not hear of it.
    visit.desk.answerBy((request, response, receive) => {
      response.end = () => response;
      receive(request, response);
    });
    await visit.send();
    await expect.poll(() => visit.desk.messages().length).toBe(1);
    await page.clock.runFor(29_000);
    expect(await page.locator(".nhsuk-error-summary").count()).toBe(0);
    await page.clock.runFor(2_000);
    await visit.isTold("Your message was not sent");
    visit.desk.answerBy();
    await visit.send();
    await visit.arrives();
    expect(visit.desk.messages()).toHaveLength(1);
  });

  test("and is changed before it is sent again is another message", async () => {
    const { page } = visit;
    await visit.go("/contact/");
    await fillIn(page);
    visit.desk.answerBy((request, response, receive) => {
      response.end = () => response.destroy();
      receive(request, response);
    });
    await visit.send();
    await visit.isTold("Your message was not sent");
    visit.desk.answerBy();
    await field(page, "details").fill("It is solved.");
    await visit.send();
    await visit.arrives();
    expect(visit.desk.messages().map(({ details }) => details)).toEqual([typedByDefault.details, "It is solved."]);
  });

  test("as the receiver asks for something else is told what, as the page would have told it", async () => {
    const { page } = visit;
    await visit.go("/contact/");
    await fillIn(page);
    const before = await filledIn(page);
    visit.desk.answerBy((_request, response) => {
      const faults = [
        { field: "email", kind: "malformed" },
        { field: "service", kind: "malformed" },
      ];
      response
        .writeHead(422, { "content-type": "application/json" })
        .end(JSON.stringify({ status: "refused", faults }));
    });
    await visit.send();
    await visit.isTold("There is a problem");
    const messages = [
      "Enter an email address in the correct format, like name@example.com",
      "Select a website or app from the list",
    ];
    expect(await saidToBeWrong(page)).toMatchObject({
      summary: messages,
      fields: messages.map((one) => `Error: ${one}`),
    });
    expect(await filledIn(page)).toEqual(before);
  });

  test("leads to the other ways to get in touch", async () => {
    const { page } = visit;
    await visit.go("/contact/");
    await fillIn(page);
    visit.desk.answerBy((_request, response) => response.writeHead(500).end());
    await visit.send();
    const box = await visit.isTold("Your message was not sent");
    await box.getByRole("link").click();
    const ways = page.locator("#contact-ways");
    expect(await ways.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(700);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => (document.activeElement as HTMLAnchorElement).protocol)).toMatch(
      /mailto:|tel:|https?:/,
    );
  });
});

describe("the words about a reference", () => {
  beforeEach(async () => {
    await visit.start(builtSite("root"));
    visit.mayMeet(/404/);
  });

  test.each(["a catalogue that is not there", "half a catalogue", "another code's words", "no answer"])(
    "can be missing because of %s: the code is carried all the same",
    async (why) => {
      const { page } = visit;
      await page.route("**/api/errors/**", async (route) => {
        if (why === "no answer") return;
        if (why === "half a catalogue") await route.fulfill({ body: '{"code":"CID7023","title":"Un' });
        else if (why === "another code's words") await route.fulfill({ json: { code: "CID2011", title: "Other" } });
        else await route.fulfill({ status: 404, body: "nothing here" });
      });
      await visit.go("/contact/?error=CID7023");
      const shown = page.locator(".app-contact-reference");
      await shown.waitFor();
      expect(await shown.innerText()).toContain("CID7023");
      expect(await shown.innerText()).not.toContain("Other");
      await fillIn(page);
      await visit.send();
      await visit.arrives();
      expect(visit.desk.messages().map(({ code }) => code)).toEqual(["CID7023"]);
      expect(visit.faults.filter((fault) => !fault.includes("404"))).toEqual([]);
    },
  );
});
