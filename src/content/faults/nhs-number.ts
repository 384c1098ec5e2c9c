import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";
import type { FoundInText } from "../found-in-text.ts";

/** A number that can be somebody's NHS number. */
export const nhsNumber: RuleFacts = {
  name: "nhs-number",
  severity: "warning",
  kind: "safety",
  title: "An NHS number that can be somebody's stands in the content",
  source: "NHS data dictionary, NHS number",
  fixable: false,
};

/** Ten digits on their own, in one or as they are printed: no part of a longer number, an address, a code or a sum. */
const tenDigits = /(?=\d)(?<![\w.,/=?&#%+@£$-]|\d )\d{3}(?<gap>[ -]?)\d{3}\k<gap>\d{4}(?![\w/=?&#%@£$-]|[.,:]\w| \d)/g;

/** The NHS numbers of a text. */
export function nhsNumberFaults(text: string): readonly FoundInText[] {
  return [...text.matchAll(tenDigits)]
    .filter(([written]) => canBeGiven(written.replace(/\D/g, "")))
    .map(({ 0: written, index }) => ({
      offset: index,
      length: written.length,
      diagnosticAt: (span) => nhsNumberAt(span, written),
    }));
}

function nhsNumberAt(span: SourceSpan, written: string): Diagnostic {
  return faultAt(nhsNumber, span, {
    message: `${written} can be somebody's NHS number`,
    why: "With it, others can ask about that person's health",
    fix: "Write a number that nobody can have: one that starts with 999, such as 999 000 0018",
  });
}

/** Numbers from 999 are for tests; those with 0 in front are telephone numbers. The last digit proves the others. */
function canBeGiven(digits: string): boolean {
  if (/^(?:0|999|(\d)\1{9})/.test(digits)) return false;
  const sum = Array.from(digits.slice(0, 9)).reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}
