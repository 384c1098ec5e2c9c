import type { LoadedSite, LoadOptions } from "../../src/content/load-site.ts";
import { assembleSite } from "../../src/content/load-site.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { compareText } from "../../src/model/diagnostic.ts";

/** Files held in memory, by their path inside the content folder. */
export type FilesInMemory = { readonly [file: string]: string };

const layouts: ReadonlySet<string> = new Set([
  "accessibility-statement.njk",
  "article.njk",
  "cookies.njk",
  "home.njk",
  "hub.njk",
  "page.njk",
  "privacy.njk",
]);

/** Loads a site from files in memory: the real loader, without a disk. What is no page and no register is a picture. */
export function siteFrom(files: FilesInMemory, options: Partial<LoadOptions> = {}): Promise<LoadedSite> {
  const names = Object.keys(files).toSorted(compareText);
  const isText = (name: string) => /\.(md|yml)$|^dictionary\.txt$/.test(name);
  return assembleSite(
    {
      sources: names.filter(isText).map((file) => ({ file, text: files[file] ?? "" })),
      others: names
        .filter((name) => !isText(name))
        .map((path) => ({ path, diskPath: `/nowhere/${path}`, size: (files[path] ?? "").length })),
      unread: [],
      diagnostics: [],
    },
    { layouts, drafts: false, ...options },
  );
}

/** An article of home with a body, right in every field. */
export function article(body: string, fields: FilesInMemory = {}): string {
  return page(
    { title: "Passwords", subtitle: "About passwords", type: "article", hub: "home", position: "1", ...fields },
    body,
  );
}

/** A hub with a name, right in every field. */
export function hub(name: string, fields: FilesInMemory = {}): string {
  return page(
    { title: `Hub ${name}`, subtitle: `All of ${name}`, type: "hub", name, hub: "home", position: "1", ...fields },
    "",
  );
}

/** A Markdown file with fields as they are typed. A field of `""` is left out. */
export function page(fields: FilesInMemory, body = "Some words.\n"): string {
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}: ${value}`);
  return ["---", ...lines, "---", "", body].join("\n");
}

/** A diagnostic in one line: `error broken-link passwords.md:8:12`. */
export function inShort({ severity, rule, span }: Diagnostic): string {
  return `${severity} ${rule} ${span.file}:${span.line}:${span.column}`;
}
