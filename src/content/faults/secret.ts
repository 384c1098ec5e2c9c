import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";
import type { FoundInText } from "../found-in-text.ts";

/** Something that opens a door: a password, a key, a token. */
export const secret: RuleFacts = {
  name: "secret",
  severity: "error",
  kind: "safety",
  title: "A password or key stands in the content",
  source: null,
  fixable: false,
};

/** Secrets that are known by their form. */
const forms: readonly { readonly what: string; readonly form: RegExp }[] = [
  { what: "an AWS access key", form: /(?<![A-Za-z0-9])A(?:KIA|SIA)[A-Z0-9]{16}(?![A-Za-z0-9])/g },
  { what: "a private key", form: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/g },
  { what: "a sign-in token", form: /(?<![\w-])eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g },
  { what: "a GitHub token", form: /(?<!\w)(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{60,})/g },
  { what: "a Google key", form: /(?<![\w-])AIza[\w-]{35}(?![\w-])/g },
  { what: "a Slack token", form: /(?<![\w-])xox[abprs]-[\w-]{20,}/g },
];

/** Words that are followed by a secret. */
const named =
  /(?<![A-Za-z])(?:pass(?:word|wd|phrase)|secret|token|api[_ -]?key|(?:access|auth|client|private)[_ -]?(?:key|token|secret))["']?[ \t]{0,3}[=:][ \t]{0,3}["']?([\w+/=.~-]{16,})/gi;

/** A name and a password before the host of an address. */
const inAddress = /(?<![\w+.-])[a-z][a-z\d+.-]{1,20}:\/\/[^\s/?#@:<>"'()[\]]{1,100}:([^\s/?#@<>"'()[\]]{4,200})@(?=[\w[])/gi;

/** What stands for a password in instructions, and numbers of ports. */
const standIn = /^(?:\d{1,5}|pass(?:word|wd|phrase)?|your[\w-]*|secret|x+|\*+|\.+|[$%{].*)$/i;

/** How the forms start: most texts hold none of it, and need not be searched form by form. */
const anyStart = /AKIA|ASIA|PRIVATE KEY|eyJ|gh[pousr]_|github_pat_|AIza|xox/;

/** The secrets of a text. */
export function secretFaults(text: string): readonly FoundInText[] {
  const found: { readonly what: string; readonly offset: number; readonly length: number }[] = [];
  for (const { what, form } of anyStart.test(text) ? forms : []) {
    for (const { 0: written, index } of text.matchAll(form)) {
      found.push({ what, offset: index, length: written.length });
    }
  }
  for (const { 0: whole, 1: value = "", index } of text.includes("@") ? text.matchAll(inAddress) : []) {
    if (standIn.test(value)) continue;
    found.push({ what: "a password", offset: index + whole.length - value.length - 1, length: value.length });
  }
  for (const { 0: whole, 1: value = "", index } of text.matchAll(named)) {
    const offset = index + whole.length - value.length;
    const isKnown = found.some((other) => offset < other.offset + other.length && other.offset < offset + value.length);
    if (!isKnown && looksRandom(value)) found.push({ what: "a password or key", offset, length: value.length });
  }
  return found.map(({ what, offset, length }) => ({ offset, length, diagnosticAt: (span) => secretAt(span, what) }));
}

function secretAt(span: SourceSpan, what: string): Diagnostic {
  return faultAt(secret, span, {
    message: `This looks like ${what}`,
    why: "Everybody who can see this file can use it, and it stays in the history when you delete it here",
    fix: "Delete it, and tell whoever looks after the service at once, so that it can be changed",
  });
}

/** Whether nobody would write it as words or as a date: digits among letters, more than once. */
function looksRandom(value: string): boolean {
  const changes = value.match(/[A-Za-z](?=[0-9])|[0-9](?=[A-Za-z])/g) ?? [];
  return changes.length >= 3;
}
