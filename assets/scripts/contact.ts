// The contact form: what was typed is judged before it is sent, and it is sent without leaving the page. Without this
// script, or in a browser too old for its rules, the form is a plain one and its receiver judges.
import { CharacterCount } from "nhsuk-frontend/dist/nhsuk/components/character-count/character-count.mjs";
import { ErrorSummary } from "nhsuk-frontend/dist/nhsuk/components/error-summary/error-summary.mjs";
import { readMessage } from "../../src/model/contact-message.ts";
import type { ContactFieldName, MessageRules } from "../../src/model/contact-message.ts";
import { showWhatIsPicked } from "./contact-choices.ts";
import { clearErrors, showFaults, showNotSent } from "./contact-errors.ts";
import type { ContactWords, FaultMessages } from "./contact-errors.ts";
import { carryPage } from "./contact-page.ts";
import { carryReference } from "./contact-reference.ts";
import { send } from "./contact-send.ts";
import { takeQueryAlong } from "./language-link.ts";

/** What was typed last, and the id under which it is sent as often as it takes. */
interface Attempt {
  readonly typed: string;
  readonly id: string;
}

const form = document.querySelector<HTMLFormElement>(".app-contact-form");
if (form && document.body.classList.contains("nhsuk-frontend-supported")) {
  showWhatIsPicked(form);
  for (const counted of form.querySelectorAll('[data-module="nhsuk-character-count"]')) new CharacterCount(counted);
  const summary = document.querySelector(".app-contact-errors .nhsuk-error-summary");
  if (summary) new ErrorSummary(summary);
  void carryReference(form);
  void carryPage(form);
  takeQueryAlong();
  if ("isWellFormed" in String.prototype) sendFromPage(form);
}

function sendFromPage(form: HTMLFormElement): void {
  const words = dataOf(form, "words") as ContactWords;
  const messages = dataOf(form, "messages") as FaultMessages;
  let attempt: Attempt = { typed: "", id: "" };
  let isSending = false;
  const setSending = (now: boolean) => {
    isSending = now;
    form.querySelector('[type="submit"]')?.setAttribute("aria-disabled", String(now));
    const status = form.querySelector(".app-contact-form__status");
    if (status) status.textContent = now ? words.sending : "";
  };
  const submit = async (typed: Readonly<Record<string, unknown>>) => {
    setSending(true);
    attempt = attemptFor(typed, attempt);
    const seconds = Math.floor(performance.now() / 1000);
    const outcome = await send(form.action, { ...typed, id: attempt.id, seconds });
    if (outcome.kind === "received") return leave(form);
    setSending(false);
    if (outcome.kind === "refused") showFaults(form, outcome.faults, words, messages);
    else showNotSent(form, outcome.kind, words);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isSending) return;
    const typed = Object.fromEntries(new FormData(form));
    const reading = readMessage(typed, rulesOf(form));
    if (!reading.ok) return showFaults(form, reading.faults, words, messages);
    clearErrors(form, words);
    void submit(typed);
  });
  // Somebody who goes back from the next page may find this one as they left it.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) setSending(false);
  });
}

/** The same words keep their id, so that they arrive once however often they are sent; other words are another message. */
function attemptFor(typed: Readonly<Record<string, unknown>>, before: Attempt): Attempt {
  const now = JSON.stringify(typed);
  return now === before.typed ? before : { typed: now, id: randomId() };
}

/** A random UUID (RFC 9562, version 4). Browsers have `crypto.randomUUID` on https alone. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const marked = bytes.map((byte, at) => (at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte));
  const digits = [...marked].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Empties the form, so that nobody finds the message there by going back, and says thank you. */
function leave(form: HTMLFormElement): void {
  form.reset();
  // The count of characters hears of what is typed, not of this.
  form.querySelector("textarea")?.dispatchEvent(new Event("input"));
  location.assign(form.dataset["sent"] ?? "");
}

/** What the form asks for, as it stands in the page. */
function rulesOf(form: HTMLFormElement): MessageRules {
  const values = (selector: string) =>
    new Set([...form.querySelectorAll<HTMLInputElement | HTMLOptionElement>(selector)].map(({ value }) => value));
  return {
    required: new Set(dataOf(form, "required") as readonly ContactFieldName[]),
    services: values('[name="service"], [name="otherService"] option'),
    problems: values('[name="problem"]'),
    codes: values('[name="error"]'),
    pages: values('[name="page"]'),
    languages: values('[name="language"]'),
  };
}

function dataOf(form: HTMLFormElement, name: string): unknown {
  return JSON.parse(form.dataset[name] ?? "");
}
