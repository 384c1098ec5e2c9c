/** axe, in its newest version, on a page that is open: in every window and every way in which it can be looked at. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { sample } from "./tier.ts";

/** The rules for WCAG 2.2, A and AA. */
const standard = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What is asked of our own words: what goes beyond the standard too, such as headings in order. */
export const ownRules: readonly string[] = [...standard, "best-practice"];

/** What is asked of words of years ago: they meet the standard, and the rest is a warning to their editor. */
export const standardRules: readonly string[] = standard;

/** A way to look at a page. */
interface Look {
  /** In CSS pixels. */
  readonly width: number;
  readonly expanders: "open" | "closed";
  readonly colours: "usual" | "forced";
}

const looks: readonly Look[] = sample<readonly Look[]>({
  test: [320, 1280].map((width) => ({ width, expanders: "open", colours: "usual" })),
  full: everyLook(),
  soak: everyLook(),
});

/** What was found, and in how many ways it was looked for. */
export interface Findings {
  /** `320 px, expanders open, usual colours: color-contrast: .app-card a` */
  readonly found: readonly string[];
  readonly looks: number;
}

/**
 * Looks at a page that is open, without opening it again.
 *
 * @param rules - tags of axe's rules
 * @param widths - of the windows; by default those of the tier
 */
export async function lookWithAxe(page: Page, rules: readonly string[], widths?: readonly number[]): Promise<Findings> {
  const hasExpanders = (await page.locator("details").count()) > 0;
  const wanted = looks.filter(
    ({ width, expanders }) => (widths?.includes(width) ?? true) && (hasExpanders || expanders === "open"),
  );
  const found: string[] = [];
  for (const look of wanted) {
    await take(page, look);
    const names = await violations(page, rules);
    found.push(
      ...names.map((name) => `${look.width} px, expanders ${look.expanders}, ${look.colours} colours: ${name}`),
    );
  }
  return { found, looks: wanted.length };
}

/** The part of axe that is used here. It is called directly: its builder takes four times as long to say the same. */
interface Axe {
  readonly run: (
    root: Document,
    options: Readonly<Record<string, unknown>>,
  ) => Promise<{ readonly violations: readonly { id: string; nodes: readonly { target: readonly unknown[] }[] }[] }>;
}

/** The axe that `@axe-core/playwright` brings. */
const source = readFileSync(
  createRequire(import.meta.resolve("@axe-core/playwright")).resolve("axe-core/axe.min.js"),
  "utf8",
);

/** What axe finds on a page as it is, as `rule: selector`. */
export async function violations(page: Page, rules: readonly string[]): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
  return page.evaluate(async (values) => {
    const { axe } = globalThis as unknown as { readonly axe: Axe };
    const results = await axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] });
    return results.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
  }, rules);
}

/** The widths outermost: to lay a page out anew takes longest. */
function everyLook(): readonly Look[] {
  return [320, 768, 1280].flatMap((width) =>
    (["usual", "forced"] as const).flatMap((colours) =>
      (["open", "closed"] as const).map((expanders) => ({ width, expanders, colours })),
    ),
  );
}

async function take(page: Page, { width, expanders, colours }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ forcedColors: colours === "forced" ? "active" : null });
  await page.evaluate(async (open) => {
    for (const expander of document.querySelectorAll("details")) expander.open = open;
    // The header's menu counts again when the window changes: a few frames, as a reader's eye would give it.
    for (let frames = 0; frames < 3; frames += 1) await new Promise((done) => void requestAnimationFrame(done));
  }, expanders === "open");
}
