import type { Diagnostic } from "../model/diagnostic.ts";
import { underProfile } from "./check-profile.ts";
import type { CheckRequest } from "./check-request.ts";
import { changedFiles } from "./git.ts";

/** What of all that was found is asked for: by the profile, then by the rules' names. */
export async function chooser({
  profile,
  content,
  rules,
}: CheckRequest): Promise<(diagnostics: readonly Diagnostic[]) => readonly Diagnostic[]> {
  const changed = profile === "editor" ? await changedFiles(content) : null;
  return (diagnostics) =>
    underProfile(profile, diagnostics, changed).filter(({ rule }) => rules === null || rules.has(rule));
}
