import type { Diagnostic } from "../model/diagnostic.ts";
import { conflictMarkerAt } from "./faults/conflict-marker.ts";
import { controlCharacterAt } from "./faults/control-character.ts";
import { emptyFileAt } from "./faults/empty-file.ts";
import { misreadCharacterAt } from "./faults/misread-character.ts";
import { notUtf8At, savedAsUtf16 } from "./faults/not-utf-8.ts";

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
  if (typed.trim() === "") return { ok: false, diagnostics: [emptyFileAt(file)] };

  const lines = typed.split("\n");
  const conflicts = lines.findIndex((line) => conflictMarker.test(line));
  if (conflicts >= 0 && lines.some((line) => line.startsWith("<<<<<<< ")) && lines.some((line) => line.startsWith(">>>>>>> "))) {
    return { ok: false, diagnostics: [conflictMarkerAt(file, conflicts + 1, lines[conflicts] ?? "")] };
  }
  const diagnostics = lines.flatMap((line, index) => lineFaults(file, index + 1, line));
  return { ok: true, text: typed.replace(controlCharacters, "").replace(misreadCharacters, meantCharacter), diagnostics };
}

/** The first character of each kind that does not belong in a line. */
function lineFaults(file: string, number: number, line: string): readonly Diagnostic[] {
  const [control] = line.matchAll(controlCharacters);
  const [misread] = line.matchAll(misreadCharacters);
  return [
    ...(control ? [controlCharacterAt(file, number, control.index, control[0])] : []),
    ...(misread ? [misreadCharacterAt(file, number, misread.index, meantCharacter(misread[0]))] : []),
  ];
}

function encodingFault(file: string, bytes: Uint8Array): Diagnostic | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return savedAsUtf16(file);
  }
  if (isUtf8(bytes, false)) return null;
  const offset = firstFault(bytes);
  const before = new TextDecoder("utf-8").decode(bytes.subarray(0, offset)).split(/\r\n?|\n/);
  return notUtf8At(file, before.length, (before.at(-1)?.length ?? 0) + 1, offset);
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

/** The sign that Windows-1252 has under a character's number: U+0092 → ’. */
function meantCharacter(misread: string): string {
  return new TextDecoder("windows-1252").decode(Uint8Array.of(misread.charCodeAt(0)));
}
