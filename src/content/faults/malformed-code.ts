import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import { replace } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";
import type { CodePattern } from "../../model/settings.ts";

/** A name in `error-references.yml` that no reference can have. */
export const malformedCode: RuleFacts = {
  name: "malformed-code",
  severity: "error",
  kind: "references",
  title: "An entry of the list of references does not start with a reference",
  source: null,
  fixable: true,
};

/**
 * At the name. `meant` is the only code that it can stand for, `null` where there is none; `isTaken` says that the code has
 * an entry of its own.
 */
export function malformedCodeAt(
  typed: string,
  span: SourceSpan,
  { prefix, fewestDigits, mostDigits }: CodePattern,
  { meant, isTaken }: { readonly meant: string | null; readonly isTaken: boolean },
): Diagnostic {
  const digits = fewestDigits === mostDigits ? `${mostDigits}` : `${fewestDigits} to ${mostDigits}`;
  const fix =
    meant === null
      ? `Write ${prefix} and ${digits} digits, without spaces between them; site.yml says what references look like`
      : isTaken
        ? `${meant} has an entry already: make one of the two`
        : `Write ${meant}`;
  return faultAt(malformedCode, span, {
    message: `"${typed}" is no reference`,
    why: "No screen shows it in this form, so what stands below it would be on no page",
    fix,
    ...(meant !== null && !isTaken && { edits: [replace(span, meant)] }),
  });
}
