import type { Problem, Severity } from "../model/diagnostic.ts";
import type { Site } from "../model/site.ts";

/** One thing to look for in a site that stands. A rule reads facts, never Markdown, and never prints. */
export interface Rule {
  /** The fault, as the file is named. */
  readonly name: string;
  readonly severity: Severity;
  readonly check: (site: Site) => Iterable<Problem>;
}
