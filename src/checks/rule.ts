import type { Problem } from "../model/diagnostic.ts";
import type { RuleFacts } from "../model/rule.ts";
import type { Site } from "../model/site.ts";

/** One thing to look for in a site that stands. A rule reads facts, never Markdown, and never prints. */
export interface Rule extends RuleFacts {
  readonly check: (site: Site, when: Moment) => Iterable<Problem>;
}

/** When a site is checked, and how much of it is there. */
export interface Moment {
  /** `YYYY-MM-DD`; `null` where nothing may depend on the day, as in a build. */
  readonly today: string | null;
  /** Files whose pages are not in the site because of an error: what they would add to it is not known. */
  readonly leftOut?: readonly string[];
}
