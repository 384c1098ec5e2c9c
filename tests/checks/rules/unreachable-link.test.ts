import { describe, expect, test } from "vitest";
import { unreachableLink } from "../../../src/checks/rules/unreachable-link.ts";
import { insecureLink } from "../../../src/checks/rules/insecure-link.ts";
import { placesOf } from "../../support/run-rule.ts";
import { article } from "../../support/site-from.ts";

describe("unreachable-link", () => {
  test.each([
    "https://www.nhs.uk/localhost",
    "https://local.nhs.uk/",
    "https://8.8.8.8/",
    "https://172.32.0.1/",
    "https://100.10.10.10/",
    "https://[2001:4860:4860::8888]/",
    "mailto:a@localhost",
    "/localhost/",
    "https://a b/",
  ])("lets %s be", async (href) => {
    expect(await placesOf(unreachableLink, `[a](<${href}>)`)).toEqual([]);
  });

  test.each([
    "http://localhost:8080/x",
    "https://help.LOCALHOST/",
    "https://127.0.0.1/",
    "https://10.1.2.3:3000/",
    "https://192.168.0.1/",
    "https://172.16.0.1/",
    "https://[::1]/",
    "https://help.internal/",
    "https://intranet/page",
  ])("names %s at its address, and no other rule does", async (href) => {
    expect(await placesOf(unreachableLink, `[a](${href})`)).toEqual(["9:5"]);
    expect(await placesOf(insecureLink, `[a](${href})`)).toEqual([]);
  });

  test("leaves a link to this site to its own rule", async () => {
    const files = { "a.md": article("[A](http://localhost:8080/a/)"), "site.yml": "url: http://localhost:8080/\n" };
    expect(await placesOf(unreachableLink, files)).toEqual([]);
  });
});
