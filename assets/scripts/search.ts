// Search: finds while somebody types, on the search page and below the search fields of other pages. The search page
// loads it; elsewhere search-loader.ts does, when a field is touched.
import { takeQueryAlong } from "./language-link.ts";
import { pageEngine } from "./page-engine.ts";
import { startSearchPage } from "./search-page.ts";
import { suggest } from "./suggestions.ts";

const isSupported = document.body.classList.contains("nhsuk-frontend-supported");
const pageField = isSupported ? startSearchPage() : null;
if (pageField) takeQueryAlong();

/** Gets ready for what will be typed into a search field. */
export function searchFrom(field: HTMLInputElement): void {
  if (!isSupported) return;
  if (field !== pageField) suggest(field);
  // Ahead of the first letter. Whether it can be had is said when there is something to look for.
  pageEngine().catch(() => {});
}
