import type { Diagnostic } from "../model/diagnostic.ts";
import { spanAt } from "../model/diagnostic.ts";

/** The text of a file, or why it cannot be text. */
export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** C0 controls but tab and the line ends, and DEL: HTML forbids them in a page (HTML, 13.1.3). */
// oxlint-disable-next-line no-control-regex
const controlCharacters = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/** C1 controls: signs of Windows-1252 that a program has carried over number by number. */
// oxlint-disable-next-line no-control-regex
const misreadCharacters = /[\u0080-\u009F]/g;

/** How Git marks the two sides of a conflict. */
const conflictMarker = /^(<{7} |={7}$|>{7} )/;

/**
 * Makes text of a file's bytes: UTF-8 only, every kind of line end as `\n`, without byte order mark and control characters.
 *
 * @returns `ok: false` where words would be lost: another encoding, an empty file, an unsolved conflict
 */
export function decodeText(file: string, bytes: Uint8Array): DecodedText {
  const fault = encodingFault(file, bytes);
  if (fault !== null) return { ok: false, diagnostics: [fault] };

  const typed = new TextDecoder("utf-8").decode(bytes).replace(/\r\n?/g, "\n");
  if (typed.trim() === "") return { ok: false, diagnostics: [emptyFile(file)] };

  const lines = typed.split("\n");
  const conflicts = lines.findIndex((line) => conflictMarker.test(line));
  if (conflicts >= 0 && lines.some((line) => line.startsWith("<<<<<<< ")) && lines.some((line) => line.startsWith(">>>>>>> "))) {
    return { ok: false, diagnostics: [conflict(file, conflicts + 1, lines[conflicts] ?? "")] };
  }
  const diagnostics = lines.flatMap((line, index) =>
    [
      ...[...line.matchAll(controlCharacters)].slice(0, 1).map((match) => controlCharacter(file, index + 1, match)),
      ...[...line.matchAll(misreadCharacters)].slice(0, 1).map((match) => misreadCharacter(file, index + 1, match)),
    ],
  );
  return { ok: true, text: typed.replace(controlCharacters, "").replace(misreadCharacters, meantCharacter), diagnostics };
}

function encodingFault(file: string, bytes: Uint8Array): Diagnostic | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return notUtf8(file, "The file is saved as UTF-16", 1, 1);
  }
  if (isUtf8(bytes, false)) return null;
  const offset = firstFault(bytes);
  const before = new TextDecoder("utf-8").decode(bytes.subarray(0, offset)).split(/\r\n?|\n/);
  const message = `The file is not saved as UTF-8: byte ${offset + 1} belongs to another encoding`;
  return notUtf8(file, message, before.length, (before.at(-1)?.length ?? 0) + 1);
}

/** The offset, from 0, at which the first character starts that is not UTF-8; found by halving. */
function firstFault(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    // `stream` lets a character be cut off at the end.
    if (isUtf8(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  // What was cut off there is the character at fault: it has at most three bytes before the one that gives it away.
  while (good > 0 && !isUtf8(bytes.subarray(0, good), false)) good -= 1;
  return good;
}

function isUtf8(bytes: Uint8Array, stream: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}

function notUtf8(file: string, message: string, line: number, column: number): Diagnostic {
  return {
    rule: "not-utf-8",
    severity: "error",
    span: spanAt(file, line, column),
    message,
    why: "Letters such as é, ’ or £ would show as other signs",
    fix: "Open it in your editor and save it with the encoding UTF-8",
  };
}

function emptyFile(file: string): Diagnostic {
  return {
    rule: "empty-file",
    severity: "error",
    span: spanAt(file, 1, 1),
    message: "The file is empty",
    why: "A citizen would find a page with nothing on it",
    fix: "Write the page, or delete the file",
  };
}

function conflict(file: string, line: number, text: string): Diagnostic {
  return {
    rule: "conflict-marker",
    severity: "error",
    span: spanAt(file, line, 1, text.length),
    message: "Two people changed the same lines, and nobody has chosen between them",
    why: "A citizen would read both versions, with marks between them",
    fix: "Keep the right lines, and delete the lines that start with <<<<<<<, ======= and >>>>>>>",
  };
}

function controlCharacter(file: string, line: number, match: RegExpExecArray): Diagnostic {
  const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return {
    rule: "control-character",
    severity: "warning",
    span: spanAt(file, line, match.index + 1),
    message: `An invisible control character stands here (U+${code}); it is left out`,
    why: "Browsers and screen readers stumble over it",
    fix: "Delete the character, or type the line again",
  };
}

/** The sign that Windows-1252 has under a character's number: U+0092 → ’. */
function meantCharacter(misread: string): string {
  return new TextDecoder("windows-1252").decode(Uint8Array.of(misread.charCodeAt(0)));
}

function misreadCharacter(file: string, line: number, match: RegExpExecArray): Diagnostic {
  return {
    rule: "misread-character",
    severity: "warning",
    span: spanAt(file, line, match.index + 1),
    message: `An invisible character stands here; it is shown as the ${meantCharacter(match[0])} that was meant`,
    why: "It comes from a program with another encoding, and other readers of the file do not see the sign",
    fix: "Type the sign again",
  };
}
