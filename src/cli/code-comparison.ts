import type { Site } from "../model/site.ts";

/** The codes of a service beside those that a site explains. */
export interface CodeComparison {
  /** How many both know. */
  readonly shared: number;
  /** Codes that the service can show and the site does not explain. */
  readonly unexplained: readonly string[];
  /** Codes that the site explains and the service does not know. */
  readonly unknown: readonly string[];
}

/** @param theirs - the codes that the service can show */
export function compareCodes(site: Site, theirs: ReadonlySet<string>): CodeComparison {
  const ours = new Set(site.errorReferences.map(({ code }) => code));
  const sorted = [...theirs].toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return {
    shared: sorted.filter((code) => ours.has(code)).length,
    unexplained: sorted.filter((code) => !ours.has(code)),
    unknown: [...ours].filter((code) => !theirs.has(code)),
  };
}

/** @param list - the name of the service's file, as typed */
export function comparisonInWords({ shared, unexplained, unknown }: CodeComparison, list: string): string {
  return [
    `${shared} ${shared === 1 ? "reference is" : "references are"} in ${list} and explained here`,
    ...named(unexplained, `in ${list}, and not explained here: citizens who see one find nothing`),
    ...named(unknown, `explained here, and not in ${list}`),
    "",
  ].join("\n");
}

function named(codes: readonly string[], words: string): readonly string[] {
  return codes.length === 0 ? [] : ["", `${codes.length} ${words}:`, ...codes.map((code) => `  ${code}`)];
}
