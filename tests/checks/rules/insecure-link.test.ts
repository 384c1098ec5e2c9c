import { describe, expect, test } from "vitest";
import { insecureLink } from "../../../src/checks/rules/insecure-link.ts";
import { placesOf } from "../../support/run-rule.ts";
import { article } from "../../support/site-from.ts";

describe("insecure-link", () => {
  test("lets https, mailto and paths be", async () => {
    expect(await placesOf(insecureLink, "[A](https://www.nhs.uk/) [B](mailto:a@example.org) [C](/contact)")).toEqual(
      [],
    );
  });

  test("names http at its address", async () => {
    expect(await placesOf(insecureLink, "[A](http://www.nhs.uk/) [B]( HTTP://www.nhs.uk/)")).toEqual(["9:5", "9:30"]);
  });

  test("leaves a link to this site to its own rule", async () => {
    const files = {
      "a.md": article("[A](http://help.example.org/a/)"),
      "site.yml": "url: https://help.example.org/\n",
    };
    expect(await placesOf(insecureLink, files)).toEqual([]);
  });
});
