// The field for the reference on a screen: leads to the page of the one that is meant, or says that it is not known and
// shows those that are almost the same. All that is shown are the page's own words, never what was typed or asked for.
import { referenceIn, referencesNear } from "./reference.ts";

/** What is said, as the form's `data-words` holds it. */
interface Words {
  /** Before the page's title while something is wrong. */
  readonly titlePrefix: string;
  /** Said before a message, to those who listen. */
  readonly error: string;
  readonly missing: string;
  readonly unknown: string;
}

// Before what follows: the page may be asked for a code as it arrives.
const described = "aria-describedby";
const errorId = "reference-code-error";
const nearId = "reference-code-near";

const form = document.querySelector<HTMLFormElement>(".app-reference-form");
const field = form?.querySelector<HTMLInputElement>('[name="code"]');
if (form && field && document.body.classList.contains("nhsuk-frontend-supported")) {
  const words = JSON.parse(form.dataset["words"] ?? "") as Words;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    lookUp(form, field, words, field.value, (href) => location.assign(href));
  });
  // Where the form was sent without this script, or somebody has kept its address; no step back leads here again.
  const asked = new URLSearchParams(location.search).get("code");
  if (asked?.trim()) lookUp(form, field, words, asked, (href) => location.replace(href));
}

function lookUp(
  form: HTMLFormElement,
  field: HTMLInputElement,
  words: Words,
  typed: string,
  go: (href: string) => void,
): void {
  const items = new Map(
    [...document.querySelectorAll<HTMLElement>("main [data-code]")].map((item) => [item.dataset["code"] ?? "", item]),
  );
  const codes = [...items.keys()];
  const code = referenceIn(typed, codes);
  const link = items.get(code ?? "")?.querySelector("a");
  clear(form, field, words);
  if (link) {
    go(link.href);
    return;
  }
  const near = referencesNear(typed, codes).flatMap((one) => items.get(one) ?? []);
  showNear(form, near);
  showError(field, typed.trim() === "" ? words.missing : words.unknown, near.length > 0, words);
}

/** The items of the list again, by the field: the same codes, titles and links. */
function showNear(form: HTMLFormElement, near: readonly HTMLElement[]): void {
  const panel = form.querySelector<HTMLElement>(".app-reference-form__near");
  if (panel) panel.hidden = near.length === 0;
  const copies = near.map((item) => {
    const copy = item.cloneNode(true) as HTMLElement;
    copy.removeAttribute("data-code");
    return copy;
  });
  panel?.querySelector("ul")?.replaceChildren(...copies);
}

/** The same marks as nhsuk-frontend's macros make. */
function showError(field: HTMLInputElement, text: string, hasNear: boolean, { error, titlePrefix }: Words): void {
  const hidden = document.createElement("span");
  hidden.className = "nhsuk-u-visually-hidden";
  hidden.textContent = `${error}:`;
  const message = document.createElement("span");
  message.className = "nhsuk-error-message";
  message.id = errorId;
  message.append(hidden, ` ${text}`);
  // Where the focus comes to the field the message is said with it; where it stays there, nothing else says it.
  if (document.activeElement === field) message.setAttribute("role", "alert");
  field.before(message);
  field.classList.add("nhsuk-input--error");
  field.closest(".nhsuk-form-group")?.classList.add("nhsuk-form-group--error");
  field.setAttribute("aria-invalid", "true");
  const ids = [field.getAttribute(described), errorId, hasNear ? nearId : null];
  field.setAttribute(described, ids.filter(Boolean).join(" "));
  document.title = titlePrefix + document.title;
  field.focus();
}

function clear(form: HTMLFormElement, field: HTMLInputElement, { titlePrefix }: Words): void {
  if (!field.hasAttribute("aria-invalid")) return;
  document.getElementById(errorId)?.remove();
  field.classList.remove("nhsuk-input--error");
  form.querySelector(".nhsuk-form-group--error")?.classList.remove("nhsuk-form-group--error");
  field.removeAttribute("aria-invalid");
  const others =
    field
      .getAttribute(described)
      ?.split(" ")
      .filter((id) => id !== errorId && id !== nearId) ?? [];
  field.setAttribute(described, others.join(" "));
  document.title = document.title.slice(titlePrefix.length);
}
