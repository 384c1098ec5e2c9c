import { referenceIn } from "./reference.ts";

/**
 * Shows the reference that a text names, out of those that the page holds hidden. What is shown are the page's own
 * words; the text itself is never shown.
 *
 * @param text - a search, or an address's path
 */
export function showReference(text: string): void {
  const items = [...document.querySelectorAll<HTMLElement>(".app-reference-match [data-code]")];
  const code = referenceIn(
    text,
    items.map((item) => item.dataset["code"] ?? ""),
  );
  const panel = document.querySelector<HTMLElement>(".app-reference-match__panel");
  for (const item of items) item.hidden = item.dataset["code"] !== code;
  if (panel) panel.hidden = code === null;
}
