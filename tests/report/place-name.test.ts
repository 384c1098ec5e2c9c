import { expect, test } from "vitest";
import { placeName } from "../../src/report/place-name.ts";

test.each([
  ["content", "content/a/b.md"],
  ["content/", "content/a/b.md"],
  ["./content//help/", "content/help/a/b.md"],
  [".", "a/b.md"],
  ["../content", "../content/a/b.md"],
  ["/srv/content/", "/srv/content/a/b.md"],
])("placeName names a file in the folder %s as somebody would type it: %s", (folder, name) => {
  expect(placeName(folder, "a/b.md")).toBe(name);
});
