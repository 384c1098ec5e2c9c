import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formBody, send } from "../receiver/running-receiver.ts";
import type { Answered } from "../receiver/running-receiver.ts";
import { startProjectPreview } from "./preview-process.ts";
import type { ProjectPreview } from "./preview-process.ts";

let preview: ProjectPreview;
beforeAll(async () => {
  preview = await startProjectPreview();
});
afterAll(() => preview.close());

const fields = {
  name: "Amina Yusuf",
  email: "amina@example.org",
  service: "other",
  otherService: "not-listed",
  problem: "sign-in",
  details: "I cannot sign in.",
  error: "CID7023",
};

/** Sends the form as a browser does that shows the preview. */
function post(
  changed: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const { port } = new URL(preview.address);
  const host = `localhost:${port}`;
  const always = { host, origin: `http://${host}`, "content-type": "application/x-www-form-urlencoded" };
  return send(Number(port), { headers: { ...always, ...headers }, body: formBody({ ...fields, ...changed }) });
}

describe("npm start takes messages of the contact form", () => {
  test("as the published site's receiver does, says so, and forwards none", async () => {
    expect(await post()).toMatchObject({ status: 303, headers: { location: "/contact/sent/" } });
    await preview.untilSaid(/A message came \([0-9a-f-]{36}\)\. The preview forwards none/);
    expect(preview.said()).not.toContain("Amina");
    expect(await preview.get("/contact/sent/")).toMatchObject({ status: 200 });
    expect(await preview.get("/contact/send")).toMatchObject({ status: 303, location: "/contact/" });
  });

  test("and shows the form again with what must be put right, and all that was typed", async () => {
    const answer = await post({ email: "amina" });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain("There is a problem");
    expect(answer.body).toContain('value="Amina Yusuf"');
  });

  test("with the page that they are about, and gives a browser nothing to be known by", async () => {
    const question = /href="(\/contact\/\?page=\/cookies\/)"/.exec((await preview.get("/cookies/")).text)?.[1] ?? "";
    expect((await preview.get("/api/pages.json")).text).toContain('"address": "/cookies/"');
    const { origin } = new URL(preview.address);
    const answer = await post({ email: "amina" }, { referer: origin + question });
    expect(answer.body).toContain('name="page" value="/cookies/"');
    expect(answer.headers["set-cookie"]).toBeUndefined();
    for (const path of ["/", "/contact/", "/search/", "/api/pages.json", "/nowhere/"])
      expect((await fetch(new URL(path, preview.address))).headers.getSetCookie(), path).toEqual([]);
  });

  test("from its own pages alone", async () => {
    expect((await post({}, { host: "evil.example", origin: "http://evil.example" })).status).toBe(403);
    expect((await post({}, { origin: "https://evil.example" })).status).toBe(403);
    expect((await post({}, { origin: "null" })).status).toBe(403);
  });

  test("where no browser can read them", async () => {
    const kept = readdirSync(preview.at("temporary"));
    expect(kept.filter((name) => name.startsWith("help-centre-messages-"))).toHaveLength(1);
    for (const path of ["/messages.db", "/../messages.db", "/contact/messages.db"])
      expect((await preview.get(path)).status).not.toBe(200);
  });

  test("by the rules that the content has at the moment", async () => {
    expect((await post({ problem: "brand-new" })).status).toBe(422);
    const contact = preview.read("content/contact.yml");
    preview.write(
      "content/contact.yml",
      contact.replace("  problems:\n", "  problems:\n    brand-new: Something new\n"),
    );
    await preview.until("/contact/", ({ text }) => text.includes("Something new"));
    expect((await post({ problem: "brand-new" })).status).toBe(303);

    preview.write("content/contact.yml", contact.replace("/contact/send", "https://forms.example.org/send"));
    await preview.until("/contact/", ({ text }) => text.includes("https://forms.example.org/send"));
    expect((await post()).status).toBe(405);

    preview.write("content/contact.yml", contact);
    await preview.until("/contact/", ({ text }) => text.includes('action="/contact/send"'));
    expect((await post()).status).toBe(303);
  });

  test("and leaves none of them behind", async () => {
    await preview.end();
    const left = readdirSync(preview.at("temporary"));
    expect(left.filter((name) => name.startsWith("help-centre-"))).toEqual([]);
  });
});
