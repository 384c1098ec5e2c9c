import { expect, test } from "vitest";
import { hubNeighbours } from "../../src/output/hub-neighbours.ts";
import { siteOf } from "./site-values.ts";

const manage = {
  file: "manage/index.md",
  name: "manage",
  title: "Manage your account",
  shortTitle: "Account",
} as const;
const safety = { file: "manage/safety/index.md", name: "safety", hub: "manage", title: "Safety", position: 2 } as const;
const article = (name: string, position: number) => ({
  file: `manage/${name}.md`,
  title: name,
  hub: "manage",
  position,
});

/** What stands beside the article of a title, in short. */
function beside(site: ReturnType<typeof siteOf>, title: string) {
  const page = site.articles.find((other) => other.title === title);
  if (!page) throw new Error(`There is no article ${title}`);
  const { hub, others, previous, next } = hubNeighbours(site, page);
  return {
    hub: hub.text,
    others: others.map(({ text }) => text),
    order: [previous?.text ?? null, next?.text ?? null],
  };
}

test("the hub's other pages come in its order, and the articles beside pass over hubs", () => {
  const site = siteOf({
    hubs: [manage, safety],
    articles: [article("Email", 1), article("Phone", 3), article("Name", 4)],
  });
  expect(beside(site, "Phone")).toEqual({
    hub: "Manage your account",
    others: ["Email", "Safety", "Name"],
    order: ["Email", "Name"],
  });
  expect(beside(site, "Email").order).toEqual([null, "Phone"]);
  expect(beside(site, "Name").order).toEqual(["Phone", null]);
});

test("an article that is alone in its hub has nothing beside it", () => {
  const site = siteOf({ hubs: [manage], articles: [article("Email", 1)] });
  expect(beside(site, "Email")).toEqual({ hub: "Manage your account", others: [], order: [null, null] });
});

test("an article of the front page has the front page as its hub", () => {
  const site = siteOf({
    home: { title: "Help" },
    articles: [
      { file: "a.md", title: "A" },
      { file: "b.md", title: "B" },
    ],
  });
  expect(beside(site, "A")).toEqual({ hub: "Help", others: ["B"], order: [null, "B"] });
});

test("of a long hub, the eight pages nearest to the article are named, at its ends too", () => {
  const names = Array.from({ length: 20 }, (_, index) => `Page ${index + 1}`);
  const site = siteOf({ hubs: [manage], articles: names.map((name, index) => article(name, index + 1)) });
  const numbers = (title: string) => beside(site, title).others.map((text) => Number(text.slice(5)));
  expect(numbers("Page 10")).toEqual([6, 7, 8, 9, 11, 12, 13, 14]);
  expect(numbers("Page 1")).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  expect(numbers("Page 20")).toEqual([12, 13, 14, 15, 16, 17, 18, 19]);
});

test("links carry the path prefix", () => {
  const site = siteOf({
    settings: { pathPrefix: "/help/" },
    hubs: [manage],
    articles: [article("a", 1), article("b", 2)],
  });
  const [page] = site.articles;
  const { hub, others } = hubNeighbours(site, page!);
  expect([hub.href, others[0]?.href]).toEqual(["/help/manage/", "/help/manage/b/"]);
});
