import { expect, test } from "vitest";
import { hubTrail } from "../../src/model/hub.ts";
import { hub, siteFrom } from "../support/site-from.ts";

test("hubTrail gives the hubs above a place, home first", async () => {
  const { site } = await siteFrom({ "a.md": hub("a"), "b.md": hub("b", { hub: "a" }) });
  expect(hubTrail("b", site.hubs).map(({ name }) => name)).toEqual(["home", "a", "b"]);
});

test("hubTrail throws for a hub that is its own ancestor, and does not walk in circles", async () => {
  const { site } = await siteFrom({ "a.md": hub("a") });
  const a = { ...site.home, name: "a", hub: "b" };
  const b = { ...site.home, name: "b", hub: "a" };
  const hubs = new Map([
    ["a", a],
    ["b", b],
  ]);
  expect(() => hubTrail("a", hubs)).toThrow('Hub "a" has no path to home');
});

test("hubTrail throws for a hub that the loader would never have let through", async () => {
  const { site } = await siteFrom({});
  expect(() => hubTrail("nowhere", site.hubs)).toThrow('Hub "nowhere" has no path to home');
});
