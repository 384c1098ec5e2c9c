import type { Diagnostic } from "../model/diagnostic.ts";
import { compareDiagnostics } from "../model/diagnostic.ts";
import { pagesOf } from "../model/site.ts";
import type { Site } from "../model/site.ts";
import type { KnownRules } from "./allowances.ts";
import type { Moment, Rule } from "./rule.ts";
import { needlessAllowances } from "./rules/needless-allowance.ts";
import { unknownAllowances } from "./rules/unknown-allowance.ts";
import { safeEdits } from "./safe-edits.ts";

/**
 * Runs rules over a site.
 *
 * @returns sorted; without the warnings that the page they stand on allows
 */
export function runRules(rules: readonly Rule[], site: Site, today: string | null = null): readonly Diagnostic[] {
  return withoutAllowed(findings(rules, site, { today }), allowedIn(site)).toSorted(compareDiagnostics);
}

/** What has been found while a site was loaded. */
export interface LoadedFacts {
  readonly site: Site;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Runs rules over a site that was loaded, and judges what its pages allow.
 *
 * @returns sorted: what was found while it was loaded, by the rules and in `allow` fields, without what those turn off
 */
export function checkLoaded(
  rules: readonly Rule[],
  loaded: LoadedFacts,
  known: KnownRules,
  when: Moment,
): readonly Diagnostic[] {
  const { site, diagnostics } = loaded;
  const found = [...diagnostics, ...findings(rules, site, when), ...unknownAllowances(site, known)];
  return withoutAllowed([...found, ...needlessAllowances(site, found, known)], allowedIn(site)).toSorted(
    compareDiagnostics,
  );
}

/**
 * Leaves out the warnings that a page turns off in its `allow` field. Errors stay.
 *
 * @param allowed - names of rules, by file
 */
export function withoutAllowed(
  diagnostics: readonly Diagnostic[],
  allowed: ReadonlyMap<string | null, Pick<ReadonlySet<string>, "has">>,
): readonly Diagnostic[] {
  return diagnostics.filter(
    ({ severity, rule, span }) => severity === "error" || allowed.get(span.file)?.has(rule) !== true,
  );
}

function findings(rules: readonly Rule[], site: Site, when: Moment): readonly Diagnostic[] {
  const safe = safeEdits(site);
  return rules.flatMap(({ name, severity, check }) =>
    [...check(site, when)].map((problem): Diagnostic => ({ rule: name, severity, ...safe(problem) })),
  );
}

function allowedIn(site: Site): ReadonlyMap<string | null, Pick<ReadonlySet<string>, "has">> {
  return new Map(pagesOf(site).map((page) => [page.file, page.allow]));
}
