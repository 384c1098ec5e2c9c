import { contentTypes } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { compareText } from "../model/diagnostic.ts";
import type { Site } from "../model/site.ts";
import type { PrintedSite } from "../output/print-site.ts";
import { plural } from "../report/terminal.ts";

/** What a build did. */
export interface BuildFacts {
  readonly printed: PrintedSite;
  readonly diagnostics: readonly Diagnostic[];
  readonly seconds: number;
  /** Where the site stands, as the reader would type it. */
  readonly output: string;
  readonly notes: readonly string[];
}

/** What a build did, in a few lines: pages by type, warnings, bytes, seconds, where the site is. */
export function buildSummary({ printed, diagnostics, seconds, output, notes }: BuildFacts): readonly string[] {
  const counts = [...printed.pagesByType];
  const pages = counts.reduce((sum, [, count]) => sum + count, 0);
  return [
    `Built ${plural(pages, "page")}: ${counts.map(([type, count]) => plural(count, nameOf(type))).join(", ")}`,
    warningSummary(diagnostics) ?? "No warnings",
    `${sizeInWords(printed.bytes)} in ${plural(printed.files, "file")}, ${seconds.toFixed(1)} s`,
    ...notes,
    `The site is in ${output}`,
  ];
}

/** Types that are called by their name alone; of the others, one says that they are pages: two search pages. */
const namedAlone: ReadonlySet<string> = new Set(["home", "redirect", ...contentTypes]);

function nameOf(type: string): string {
  return namedAlone.has(type) ? type : `${type} page`;
}

/**
 * What the site is built without, for want of a setting. It is no warning: a folder without a `contact.yml` is right as
 * it is, and whoever has nowhere to send a form to would be told at each check of what they cannot change. A `form`
 * without an address is a slip, and a warning.
 */
export function siteNotes({ settings, contact }: Pick<Site, "settings" | "contact">): readonly string[] {
  return [...(settings.url === null ? [noAddress] : []), ...(contact.form === null ? [noForm] : [])];
}

const noAddress =
  "The site's address is not known, so pages name none and there is no sitemap.xml: write url in site.yml, or give --url";

const noForm =
  "The contact page shows no form, for want of an address to send it to: write one in contact.yml, under form";

/** How many warnings of which rule, and how to read them; `null` where there are none. */
export function warningSummary(diagnostics: readonly Diagnostic[]): string | null {
  const counts = new Map<string, number>();
  for (const { rule, severity } of diagnostics) {
    if (severity === "warning") counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  if (counts.size === 0) return null;
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const byRule = [...counts]
    .toSorted(([a, x], [b, y]) => y - x || compareText(a, b))
    .map(([rule, count]) => `${count} ${rule}`);
  return `${plural(total, "warning")} (npm run check shows where): ${byRule.join(", ")}`;
}

/** Bytes as people say them, in units of a thousand: `312 KB`. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return plural(bytes, "byte");
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
