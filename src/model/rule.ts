import type { Diagnostic, Problem, Severity, SourceSpan } from "./diagnostic.ts";

/** What a rule is about; the list of rules is grouped by it. */
export type RuleKind = "fields" | "files" | "structure" | "links" | "words" | "safety" | "site" | "references";

/** A rule, as the list of rules shows it. `docs/rules/<name>.md` explains it with examples, which run as tests. */
export interface RuleFacts {
  /** The fault, as the file is named: `broken-link`. */
  readonly name: string;
  /** What it usually is; design, section 7, says what stops publishing. */
  readonly severity: Severity;
  readonly kind: RuleKind;
  /** The fault in a few words, as a heading: `A link leads to nothing`. */
  readonly title: string;
  /** Where the rule comes from, such as `NHS service manual, Punctuation`; `null` where it is this site's own. */
  readonly source: string | null;
  /** Whether `npm run check -- --fix` can put it right, at least in its plain cases. */
  readonly fixable: boolean;
}

/**
 * What a rule says of a place.
 *
 * @param severity - where it is another than the rule's own: the same fault can lose words in one place and not in another
 */
export function faultAt(
  rule: RuleFacts,
  span: SourceSpan,
  words: Omit<Problem, "span">,
  severity: Severity = rule.severity,
): Diagnostic {
  return { rule: rule.name, severity, span, ...words };
}
