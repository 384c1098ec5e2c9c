import type { BrowserContextOptions, Page } from "playwright-core";

/** A way in which a page is met: a column of the index. */
export interface Mode {
  /** The file name of its pictures, and what `--mode` names. */
  readonly name: string;
  readonly title: string;
  readonly context: BrowserContextOptions;
  /** What is done to the page before its picture is taken. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** Whether the page is also printed, as a PDF beside the picture. */
  readonly printed?: true;
}

/** The windows of the two devices that every page is made for. */
export const windows = { phone: { width: 360, height: 800 }, desktop: { width: 1280, height: 800 } } as const;

/** A4 at 96 pixels an inch. */
const paper = { width: 794, height: 1123 } as const;

/** 400 % zoom in a window of 1280 by 1024 (WCAG 2.2, 1.4.10 Reflow). */
const zoomed = { width: 320, height: 256 } as const;

/** Every way to look at a page. To add one, add a row. */
export const modes: readonly Mode[] = [
  { name: "phone", title: "Phone, 360 px", context: { viewport: windows.phone } },
  { name: "desktop", title: "Desktop, 1280 px", context: { viewport: windows.desktop } },
  { name: "open", title: "Expanders open, 360 px", context: { viewport: windows.phone }, prepare: openExpanders },
  { name: "no-script", title: "No JavaScript, 360 px", context: { viewport: windows.phone, javaScriptEnabled: false } },
  { name: "zoom", title: "400 % zoom, 320 px", context: { viewport: zoomed } },
  {
    name: "forced-light",
    title: "Forced colours, light",
    context: { viewport: windows.desktop, forcedColors: "active", colorScheme: "light" },
  },
  {
    name: "forced-dark",
    title: "Forced colours, dark",
    context: { viewport: windows.desktop, forcedColors: "active", colorScheme: "dark" },
  },
  { name: "print", title: "Print, A4", context: { viewport: paper }, prepare: printOut, printed: true },
  {
    name: "focus",
    title: "Every control focused",
    context: { viewport: windows.desktop },
    prepare: (page) => forceState(page, ["focus", "focus-visible"]),
  },
  {
    name: "hover",
    title: "Every control hovered over",
    context: { viewport: windows.desktop },
    prepare: (page) => forceState(page, ["hover"]),
  },
];

async function openExpanders(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
}

/** What a browser does when somebody prints: the styles for paper, and the event that the page's scripts wait for. */
async function printOut(page: Page): Promise<void> {
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => void dispatchEvent(new Event("beforeprint")));
}

/** Puts every control of a page into a state at once: only developer tools can. */
async function forceState(page: Page, states: readonly string[]): Promise<void> {
  // A picture of a whole page makes the window as high; the header would then lay its menu out anew, without the state.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: windows.desktop.width, height });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const tools = await page.context().newCDPSession(page);
  await tools.send("DOM.enable");
  await tools.send("CSS.enable");
  const { root } = await tools.send("DOM.getDocument");
  const selector = "a[href], button, summary, input, select, textarea";
  const { nodeIds } = await tools.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector });
  for (const nodeId of nodeIds) {
    await tools.send("CSS.forcePseudoState", { nodeId, forcedPseudoClasses: [...states] });
  }
}
