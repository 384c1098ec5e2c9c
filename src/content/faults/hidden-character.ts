import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import { replace } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";
import type { FoundInText } from "../found-in-text.ts";

/** A character that nobody sees, and that hides or turns round the words beside it. */
export const hiddenCharacter: RuleFacts = {
  name: "hidden-character",
  severity: "warning",
  kind: "safety",
  title: "A character that nobody sees changes the words beside it",
  source: "Unicode Technical Report 36, 3.9",
  fixable: true,
};

/** Spaces and joiners without width, and marks that set the direction of what follows. */
const hidden = /[\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]+/g;

/** Those that show words in another order than they are read. */
const override = /[\u202D\u202E]/;

const direction = /^[\u202A-\u202E\u2066-\u2069]+$/;

/** Scripts that are written from right to left, and need marks beside words of others. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Scripts without spaces between words, whose lines break at spaces without width. */
const withoutSpaces =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The hidden characters of a text. */
export function hiddenCharacterFaults(text: string): readonly FoundInText[] {
  const found: FoundInText[] = [];
  for (const { 0: written, index } of text.matchAll(hidden)) {
    const line = lineAround(text, index);
    if (isNeeded(written, line)) continue;
    const edited = canGo(text, index, written) && !override.test(line);
    found.push({
      offset: index,
      length: written.length,
      diagnosticAt: (span) => hiddenCharacterAt(span, written, edited),
    });
  }
  return found;
}

/** The nearest characters of the line that an offset stands in: lines may be very long. */
function lineAround(text: string, at: number): string {
  const [before, after] = [text.slice(Math.max(0, at - reach), at), text.slice(at, at + reach)];
  return before.slice(before.lastIndexOf("\n") + 1) + (/^[^\n]*/.exec(after)?.[0] ?? "");
}

const reach = 500;

function isNeeded(written: string, line: string): boolean {
  if (override.test(written)) return false;
  return direction.test(written) ? rightToLeft.test(line) && !override.test(line) : withoutSpaces.test(line);
}

/** Whether nothing but words stands beside it: it may keep apart signs that mean something together. */
function canGo(text: string, at: number, written: string): boolean {
  return /[\p{L}\p{N}.,!?] ?$/u.test(text.slice(Math.max(0, at - 3), at)) && isPlain(text[at + written.length] ?? "\n");
}

function isPlain(character: string): boolean {
  return /[\p{L}\p{N}.,!?\s]/u.test(character);
}

function hiddenCharacterAt(span: SourceSpan, written: string, canBeDeleted: boolean): Diagnostic {
  const codes = Array.from(written, (sign) => `U+${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const isTurned = override.test(written);
  return faultAt(hiddenCharacter, span, {
    message: `A character that nobody sees stands here (${[...new Set(codes)].join(", ")})`,
    why: isTurned
      ? "It shows the words behind it backwards: what a citizen sees is not what is written"
      : "Search does not find the word that it stands in, and screen readers may stumble over it",
    fix: "Delete it, or type the words beside it again",
    ...(canBeDeleted ? { edits: [replace(span, "")] } : {}),
  });
}
