import { ErrorSummary } from "nhsuk-frontend/dist/nhsuk/components/error-summary/error-summary.mjs";
import type { ContactFieldName, MessageFault, MessageFaultKind } from "../../src/model/contact-message.ts";
import type { Outcome } from "./contact-send.ts";
import { element } from "./element.ts";

/** What the page says when something is wrong, as the form's `data-words` holds it. */
export interface ContactWords {
  /** Heading of the list of what must be put right. */
  readonly problem: string;
  /** Before the page's title while something is wrong. */
  readonly titlePrefix: string;
  /** Said before each message at a field, to those who listen. */
  readonly error: string;
  readonly sending: string;
  /** Heading of what is said when a message could not be sent, and the reasons. */
  readonly notSent: string;
  readonly noConnection: string;
  readonly busy: string;
  readonly failed: string;
  /** That nothing typed is lost. */
  readonly kept: string;
  readonly otherWays: string;
}

/** What is said of a field, by its name and by what is wrong: the form's `data-messages`. */
export type FaultMessages = Readonly<
  Partial<Record<ContactFieldName, Readonly<Partial<Record<MessageFaultKind, string>>>>>
>;

/** Says what must be put right: in a list above everything, which gets the focus, and at each field. */
export function showFaults(
  form: HTMLFormElement,
  faults: readonly MessageFault[],
  words: ContactWords,
  messages: FaultMessages,
): void {
  clearErrors(form, words);
  const links = faults.flatMap(({ field, kind }) => {
    const control = controlOf(form, field);
    const message = messages[field]?.[kind] ?? "";
    if (!control) return [];
    markField(control, message, words);
    return [link(control.id, message)];
  });
  showSummary(words, words.problem, [], links);
}

/** Says that the message was not sent, and what people can do. */
export function showNotSent(
  form: HTMLFormElement,
  kind: Exclude<Outcome["kind"], "received" | "refused">,
  words: ContactWords,
): void {
  clearErrors(form, words);
  const advice = element("p", "", [`${words[kind]} ${words.kept}`]);
  showSummary(words, words.notSent, [advice], [link("contact-ways", words.otherWays)]);
}

/** Takes away all that was said before, by this script or by the receiver's page. */
export function clearErrors(form: HTMLFormElement, { titlePrefix }: ContactWords): void {
  if (document.title.startsWith(titlePrefix)) document.title = document.title.slice(titlePrefix.length);
  summaryPlace()?.replaceChildren();
  // By its id: the count of characters looks like an error message too, when there are too many.
  for (const message of form.querySelectorAll('.nhsuk-error-message[id$="-error"]')) {
    for (const described of form.querySelectorAll(`[aria-describedby~="${message.id}"]`)) {
      const others = idsThatDescribe(described).filter((id) => id !== message.id);
      if (others.length > 0) described.setAttribute("aria-describedby", others.join(" "));
      else described.removeAttribute("aria-describedby");
    }
    message.remove();
  }
  for (const marked of form.querySelectorAll('[class*="--error"]'))
    marked.classList.remove(...[...marked.classList].filter((name) => name.endsWith("--error")));
  for (const invalid of form.querySelectorAll("[aria-invalid]")) invalid.removeAttribute("aria-invalid");
}

/** Where the layouts put what is wrong: above the heading. */
function summaryPlace(): Element | null {
  return document.querySelector(".app-contact-errors");
}

function showSummary(
  { titlePrefix }: ContactWords,
  heading: string,
  advice: readonly Node[],
  links: readonly HTMLAnchorElement[],
): void {
  const items = links.map((one) => element("li", "", [one]));
  const list = element("ul", "nhsuk-list nhsuk-error-summary__list", items);
  const alert = element("div", "", [
    element("h2", "nhsuk-error-summary__heading", [heading]),
    element("div", "nhsuk-error-summary__body", [...advice, list]),
  ]);
  alert.setAttribute("role", "alert");
  const summary = element("div", "nhsuk-error-summary", [alert]);
  document.title = titlePrefix + document.title;
  summaryPlace()?.replaceChildren(summary);
  // Gives it the focus, and leads its links to their fields.
  new ErrorSummary(summary);
}

/** The first control of a field; the list of services stands for the question where it is all that there is of it. */
function controlOf(form: HTMLFormElement, field: ContactFieldName): HTMLElement | null {
  const named = form.querySelector<HTMLElement>(`[name="${field}"]`);
  return named ?? (field === "service" ? controlOf(form, "otherService") : null);
}

/** The same marks as nhsuk-frontend's macros make. */
function markField(control: HTMLElement, text: string, { error }: ContactWords): void {
  const radios = control.closest('[type="radio"]')?.closest(".nhsuk-radios");
  const message = element("span", "nhsuk-error-message", [
    element("span", "nhsuk-u-visually-hidden", [`${error}:`]),
    ` ${text}`,
  ]);
  message.id = `${control.id}-error`;
  (radios ?? control).before(message);
  control.closest(".nhsuk-form-group")?.classList.add("nhsuk-form-group--error");
  const described = radios ? control.closest("fieldset") : control;
  if (described) described.setAttribute("aria-describedby", [...idsThatDescribe(described), message.id].join(" "));
  if (radios) return;
  control.setAttribute("aria-invalid", "true");
  control.classList.add(`nhsuk-${control.localName}--error`);
}

function idsThatDescribe(element: Element): readonly string[] {
  return element.getAttribute("aria-describedby")?.split(/\s+/) ?? [];
}

function link(id: string, text: string): HTMLAnchorElement {
  const made = element("a", "", [text]);
  made.href = `#${id}`;
  return made;
}
