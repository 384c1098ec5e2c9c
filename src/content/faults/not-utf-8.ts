import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A text file in another encoding. */
export const notUtf8: RuleFacts = {
  name: "not-utf-8",
  severity: "error",
  kind: "files",
  title: "A file is not saved as UTF-8",
  source: null,
  fixable: false,
};

const why = "Letters such as é, ’ or £ would show as other signs";
const fix = "Open it in your editor and save it with the encoding UTF-8";

/** The file starts as UTF-16 does. */
export function savedAsUtf16(file: string): Diagnostic {
  return faultAt(notUtf8, spanAt(file, 1, 1), { message: "The file is saved as UTF-16", why, fix });
}

/** `offset` is that of the first byte that is not UTF-8, counted from 0. */
export function notUtf8At(file: string, line: number, column: number, offset: number): Diagnostic {
  const message = `The file is not saved as UTF-8: byte ${offset + 1} belongs to another encoding`;
  return faultAt(notUtf8, spanAt(file, line, column), { message, why, fix });
}
