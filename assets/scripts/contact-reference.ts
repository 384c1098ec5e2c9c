import { jsonAt } from "./json-at.ts";

/**
 * Carries the reference that the address asks for (`?error=CID7023`) in the form, and shows it. It must be one of those
 * that the page knows, sign by sign: what is shown and sent is the page's own code and the catalogue's title.
 */
export async function carryReference(form: HTMLFormElement): Promise<void> {
  const { codes, catalogue } = form.dataset;
  const asked = new URLSearchParams(location.search).getAll("error");
  const code = codes?.split(" ").find((known) => known !== "" && known === asked[0]);
  const field = form.querySelector<HTMLInputElement>('input[name="error"]');
  if (code === undefined || asked.length !== 1 || !field) return;
  field.value = code;
  fill("code", code);
  fill("spelled", [...code].join(" "));
  const shown = document.querySelector<HTMLElement>(".app-contact-reference");
  for (const hidden of [shown, shown?.querySelector("p")]) if (hidden) hidden.hidden = false;
  fill("title", await titleOf(code, `${catalogue}${code}.json`));
}

function fill(name: string, text: string): void {
  const place = document.querySelector(`.app-contact-reference [data-fill="${name}"]`);
  if (place) place.textContent = text;
}

/** What a code means, as the catalogue says it; nothing where it cannot be had: the code alone is enough for support. */
async function titleOf(code: string, address: string): Promise<string> {
  const said = (await jsonAt(address)) as { readonly code?: unknown; readonly title?: unknown } | null;
  return said?.code === code && typeof said.title === "string" ? said.title : "";
}
