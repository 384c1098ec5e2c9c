/** How long the words about a reference are waited for, in milliseconds. */
const timeLimit = 10_000;

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
  if (shown) shown.hidden = false;
  fill("title", await titleOf(code, `${catalogue}${code}.json`));
}

function fill(name: string, text: string): void {
  const place = document.querySelector(`.app-contact-reference [data-fill="${name}"]`);
  if (place) place.textContent = text;
}

/** What a code means, as the catalogue says it; nothing where it cannot be had: the code alone is enough for support. */
async function titleOf(code: string, address: string): Promise<string> {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), timeLimit);
  try {
    const answer = await fetch(address, { signal: waiting.signal });
    const said = (await answer.json()) as { readonly code?: unknown; readonly title?: unknown } | null;
    return answer.ok && said?.code === code && typeof said.title === "string" ? said.title : "";
  } catch {
    return "";
  } finally {
    clearTimeout(timer);
  }
}
