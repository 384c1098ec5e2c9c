/** What the contact page really sends, held to the contract that other receivers are written from. */
import type { Request } from "playwright-core";
import { describe, expect, test } from "vitest";
import { isMessage, openApi, schemaOf } from "../docs/contact-schemas.ts";
import { field, fillIn } from "../support/contact-form.ts";
import { visitContact } from "../support/contact-visit.ts";
import type { ContactVisit } from "../support/contact-visit.ts";
import { builtSite } from "../support/site-pages.ts";
import { useVisit } from "../support/use-browser.ts";

const visit = useVisit(visitContact);

const known = (name: string) => Object.keys(openApi.components.schemas[name]?.properties ?? {});

/** Everything that a visit posts. */
function postsOf({ page }: ContactVisit): readonly Request[] {
  const posts: Request[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") posts.push(request);
  });
  return posts;
}

describe("the page with its script", () => {
  test.each(["/contact/", "/contact/CID7023/"])("sends from %s a message of the contract", async (address) => {
    await visit.start(builtSite("root"));
    const posts = postsOf(visit);
    await visit.go(address);
    await fillIn(visit.page);
    await visit.send();
    await visit.arrives();
    expect(posts).toHaveLength(1);
    const sent: unknown = JSON.parse(posts[0]?.postData() ?? "");
    expect(isMessage(sent), JSON.stringify(isMessage.errors)).toBe(true);
    expect(sent).toMatchObject({ error: address === "/contact/" ? "" : "CID7023", website: "" });
    expect(Object.keys(sent as object)).toEqual(expect.arrayContaining(["name", "email", "details", "id", "seconds"]));
    expect(await posts[0]?.headerValue("content-type")).toBe("application/json");
    expect((await posts[0]?.response())?.status()).toBe(200);
  });

  test("sends an app of the list as the answer to other", async () => {
    await visit.start(builtSite("root"));
    const posts = postsOf(visit);
    await visit.go("/contact/");
    await fillIn(visit.page);
    await visit.page.locator('[name="service"][value="other"]').check();
    await field(visit.page, "otherService").selectOption("not-listed");
    await visit.send();
    await visit.arrives();
    const sent: unknown = JSON.parse(posts[0]?.postData() ?? "");
    expect(isMessage(sent), JSON.stringify(isMessage.errors)).toBe(true);
    expect(sent).toMatchObject({ service: "other", otherService: "not-listed" });
  });
});

describe("the page without scripts", () => {
  test("sends a plain form of the contract's fields", async () => {
    await visit.start(builtSite("root"), { javaScriptEnabled: false });
    const posts = postsOf(visit);
    await visit.go("/contact/CID7023/");
    await fillIn(visit.page);
    await visit.send();
    await visit.arrives();
    expect(await posts[0]?.headerValue("content-type")).toBe("application/x-www-form-urlencoded");
    const sent = Object.fromEntries(new URLSearchParams(posts[0]?.postData() ?? ""));
    expect(schemaOf("PlainForm")(sent)).toBe(true);
    expect(known("PlainForm")).toEqual(expect.arrayContaining(Object.keys(sent)));
    expect(Object.keys(sent)).toEqual(expect.arrayContaining(["name", "email", "details", "error", "website"]));
  });
});
