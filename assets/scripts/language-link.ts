/** Lets the link to another language take along what the address asks for: a reference, a search. */
export function takeQueryAlong(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".app-language-link a"))
    // Not before: the search page changes its address while somebody types.
    link.addEventListener("click", () => (link.search = location.search));
}
