/** Which rules of the published styles a browser has applied: every kind of page, in every state that styles know. */
import type { BrowserContext, CDPSession, Page } from "playwright-core";

/** A published style sheet, and which of its bytes belong to a rule that was applied. */
export interface SheetUse {
  readonly text: string;
  readonly used: Uint8Array;
}

/** By the path of the sheet: `/assets/site-0123456789.css`. */
export type StyleUse = Map<string, SheetUse>;

/** Where a style can ask for the state of a control: in a narrow and a wide window, and where the system chooses colours. */
const windows = [{ width: 320 }, { width: 1280 }, { width: 1280, forcedColors: "active" }] as const;

/** What else a style can ask of the window, and paper, where nothing has a state. */
const otherMedia = [{ width: 700 }, { width: 320, forcedColors: "active" }, { width: 794, media: "print" }] as const;

/** What a style can ask of a control. */
const states: readonly (readonly string[])[] = [
  [],
  ["visited"],
  ["hover"],
  ["active"],
  ["focus", "focus-visible", "focus-within"],
  ["focus", "focus-visible", "hover"],
  ["focus", "active"],
];

/**
 * Opens a page, brings it into every state, and notes which rules were applied.
 *
 * @param use - what was applied before; it grows
 * @param address - of the page
 * @param prepare - brings the page into the state that it is looked at in
 */
export async function noteStyleUse(
  context: BrowserContext,
  use: StyleUse,
  address: string,
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<void> {
  const page = await context.newPage();
  const tools = await context.newCDPSession(page);
  const sheets = new Map<string, string>();
  tools.on("CSS.styleSheetAdded", ({ header }) => sheets.set(header.styleSheetId, header.sourceURL));
  await tools.send("DOM.enable");
  await tools.send("CSS.enable");
  await tools.send("CSS.startRuleUsageTracking");
  await page.goto(address, { waitUntil: "networkidle" });
  await prepare(page);
  for (const one of otherMedia) await show(page, one);
  for (const state of states) {
    await forceState(page, tools, state);
    for (const one of windows) await show(page, one);
  }
  const { coverage } = await tools.send("CSS.takeCoverageDelta");
  for (const [styleSheetId, url] of sheets) {
    const sheet = await sheetOf(use, tools, styleSheetId, url);
    for (const rule of coverage) {
      if (rule.styleSheetId === styleSheetId && rule.used) sheet?.used.fill(1, rule.startOffset, rule.endOffset);
    }
  }
  await page.close();
}

/** The part of a sheet that was never applied, from 0 to 1: conditions around rules count as what never is. */
export function unusedShare({ used }: SheetUse): number {
  return 1 - used.reduce((sum, one) => sum + one, 0) / used.length;
}

/** What was never applied, the longest first, each cut off after a line. */
export function unusedRules({ text, used }: SheetUse, most = 20): readonly string[] {
  const gaps: string[] = [];
  for (let start = used.indexOf(0); start !== -1;) {
    const end = used.indexOf(1, start) === -1 ? text.length : used.indexOf(1, start);
    gaps.push(text.slice(start, end));
    start = used.indexOf(0, end);
  }
  return gaps
    .toSorted((a, b) => b.length - a.length)
    .slice(0, most)
    .map((gap) => `${gap.length} bytes: ${gap.slice(0, 120)}`);
}

/** The sheet as it was noted before, or with nothing used yet; none for what is not a sheet of the site. */
async function sheetOf(
  use: StyleUse,
  tools: CDPSession,
  styleSheetId: string,
  url: string,
): Promise<SheetUse | undefined> {
  if (url === "") return undefined;
  const path = new URL(url).pathname;
  if (!use.has(path)) {
    const { text } = await tools.send("CSS.getStyleSheetText", { styleSheetId });
    use.set(path, { text, used: new Uint8Array(text.length) });
  }
  return use.get(path);
}

/** Puts one control of each look into a state: only developer tools can. */
async function forceState(page: Page, tools: CDPSession, forcedPseudoClasses: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    const looks = new Set<string>();
    for (const control of document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex]")) {
      const parents = [control.parentElement, control.parentElement?.parentElement, control.closest("[class*=card--]")];
      const look = [control, ...parents].map((one) => `${one?.tagName} ${one?.className}`).join(">");
      control.toggleAttribute("data-look", !looks.has(look));
      looks.add(look);
    }
  });
  const { root } = await tools.send("DOM.getDocument");
  const selector = "[data-look], .nhsuk-card";
  const { nodeIds } = await tools.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector });
  await Promise.all(
    nodeIds.map((nodeId) =>
      tools.send("CSS.forcePseudoState", { nodeId, forcedPseudoClasses: [...forcedPseudoClasses] }),
    ),
  );
}

/** Shows the page in a window or on paper, with the header's menu open where it has one. */
async function show(page: Page, { width, ...rest }: (typeof windows | typeof otherMedia)[number]): Promise<void> {
  await page.emulateMedia({ media: null, forcedColors: null, ...rest });
  await page.setViewportSize({ width, height: 800 });
  const frame = () =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await frame();
  await page.evaluate(() => document.querySelector<HTMLElement>("#toggle-menu[aria-expanded=false]")?.click());
  await frame();
}
