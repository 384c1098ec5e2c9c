/** What the address asks for. @param longest - in UTF-16 units; of more, the beginning */
export function queryInAddress(longest: number): string {
  return new URLSearchParams(location.search).get("q")?.slice(0, longest) ?? "";
}

/** The search page's address with a query in it, written as the form writes it; without one, as the site links to it. */
export function addressOf(query: string): string {
  return query.trim() === ""
    ? location.pathname
    : `${location.pathname}?${new URLSearchParams({ q: query }).toString()}`;
}

/** How many results this step of the history showed. @param least - for a step that says nothing of it */
export function shownInHistory(least: number): number {
  const { results } = (history.state ?? {}) as { readonly results?: unknown };
  return typeof results === "number" && results > least ? results : least;
}
