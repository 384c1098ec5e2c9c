import type { Diagnostic } from "../model/diagnostic.ts";

/** Whom a check is for: somebody who edits, continuous integration, or those who publish. */
export const profiles = ["editor", "ci", "release"] as const;
/** One of `profiles`. */
export type Profile = (typeof profiles)[number];

/**
 * Warnings that are errors under the profile `release`: they must not stop years of old content on the first day, and yet
 * no citizen should meet them. In order of the names.
 */
export const releaseErrors: readonly string[] = [
  "example-content",
  "missing-alternative-text",
  "missing-setting",
  "missing-statement",
  "nhs-number",
  "personal-email",
  "removed-address",
  "removed-heading",
];

/**
 * What of everything that was found a profile shows, and how bad it is there.
 *
 * @param changed - the files that were changed since the last commit; `null` where that is not known: then all count as changed
 */
export function underProfile(
  profile: Profile,
  diagnostics: readonly Diagnostic[],
  changed: ReadonlySet<string> | null,
): readonly Diagnostic[] {
  if (profile === "editor") {
    return diagnostics.filter(({ severity, span }) => severity === "error" || changed?.has(span.file) !== false);
  }
  if (profile === "ci") return diagnostics;
  return diagnostics.map((diagnostic) =>
    releaseErrors.includes(diagnostic.rule) ? { ...diagnostic, severity: "error" } : diagnostic,
  );
}
