import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { siteOf } from "./site-values.ts";

/** Every file in a folder: its path inside it, and its bytes as one character each. */
export function filesIn(root: string): ReadonlyMap<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return new Map(paths.map((path) => [path.slice(root.length + 1), readFileSync(path, "latin1")]));
}

/** A hub. */
export const manage = { file: "manage/index.md", name: "manage", title: "Manage" } as const;
/** A site with a page of nearly every kind, under a path. */
export const smallSite = siteOf({
  settings: { url: "https://example.org/help/", pathPrefix: "/help/" },
  hubs: [manage],
  articles: [
    { file: "manage/passwords.md", hub: "manage", title: "Passwords", html: "<p>Reset it.</p>" },
    { file: "draft.md", title: "Draft", draft: true },
  ],
  redirects: [{ from: "/old/", to: "/manage/passwords/" }],
});
