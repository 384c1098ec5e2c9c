/** What `npm start` adds to a page is in no build. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { builtSites } from "../support/site-pages.ts";

test.each(builtSites())("the site %s holds nothing of the preview's panel", (_, { folder }) => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((file) => /preview/.test(file))).toEqual([]);
  const texts = files.filter((file) => /\.(html|css|js|json)$/.test(file));
  expect(texts.filter((file) => /_preview|preview-panel/.test(readFileSync(join(folder, file), "utf8")))).toEqual([]);
});
