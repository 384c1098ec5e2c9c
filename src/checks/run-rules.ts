import type { Diagnostic } from "../model/diagnostic.ts";
import { compareDiagnostics } from "../model/diagnostic.ts";
import { pagesOf } from "../model/site.ts";
import type { Site } from "../model/site.ts";
import type { Rule } from "./rule.ts";

/**
 * Runs rules over a site.
 *
 * @returns sorted; without the warnings that the page they stand on allows
 */
export function runRules(rules: readonly Rule[], site: Site): readonly Diagnostic[] {
  const allowed = new Map(pagesOf(site).map((page) => [page.file, page.allow]));
  const found = rules.flatMap(({ name, severity, check }) =>
    [...check(site)].map((problem): Diagnostic => ({ rule: name, severity, ...problem })),
  );
  return withoutAllowed(found, allowed).toSorted(compareDiagnostics);
}

/**
 * Leaves out the warnings that a page turns off in its `allow` field. Errors stay.
 *
 * @param allowed - names of rules, by file
 */
export function withoutAllowed(
  diagnostics: readonly Diagnostic[],
  allowed: ReadonlyMap<string | null, ReadonlySet<string>>,
): readonly Diagnostic[] {
  return diagnostics.filter(
    ({ severity, rule, span }) => severity === "error" || allowed.get(span.file)?.has(rule) !== true,
  );
}
