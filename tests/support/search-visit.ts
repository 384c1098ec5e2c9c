/** Searching as a visitor does it. */
import type { Locator, Page } from "playwright-core";

/** What the search page shows of what was found. */
export const resultsOf = (page: Page): Locator => page.locator(".app-search-results");

/** Searches in the field of the search page, which must be open, and waits for the answer. */
export async function searchFor(page: Page, query: string): Promise<void> {
  await page.locator("main input[type=search]").fill(query);
  await page.keyboard.press("Enter");
  await resultsOf(page).waitFor();
}

/** The search field of the header; with `main`, that of the page itself. */
export const searchField = (page: Page, place: "header" | "main" = "header"): Locator =>
  page.locator(`${place} input[type=search]`);

/** Types into a search field that suggests, and waits until its list is open. @returns the list */
export async function openSuggestions(
  page: Page,
  query: string,
  place: "header" | "main" = "header",
): Promise<Locator> {
  await searchField(page, place).click();
  // At once: a list may open for each letter of what is typed slowly.
  await searchField(page, place).fill(query);
  const list = page.locator(`${place} [role=listbox]`);
  await list.waitFor();
  return list;
}

/** What a screen reader is told by the live regions of a page, from now on: each text once for each time it is put in. */
export async function listenTo(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { saidByRegions: said });
    const note = (records: readonly MutationRecord[]) => {
      for (const { target } of records) {
        const region = target.parentElement?.closest("[role=status]") ?? (target as Element).closest?.("[role=status]");
        const text = region?.textContent ?? "";
        if (text !== "") said.push(text);
      }
    };
    new MutationObserver(note).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { saidByRegions: string[] }).saidByRegions);
}
