import { compareCodes } from "../model/code-pattern.ts";
import type { Site } from "../model/site.ts";

/** The codes of a service beside those that a site explains. */
export interface CodeComparison {
  /** How many both know. */
  readonly shared: number;
  /** Codes that the service can show and the site does not explain. */
  readonly unexplained: readonly string[];
  /** Codes that the service can show and the site calls retired. */
  readonly retired: readonly string[];
  /** Codes that the site explains and the service does not know; without those that it is right not to know. */
  readonly unknown: readonly string[];
}

/** @param theirs - the codes that the service can show */
export function compareLists(site: Site, theirs: ReadonlySet<string>): CodeComparison {
  const statuses = new Map([
    ...(site.registeredCodes ?? []).map(({ code, status }) => [code, status] as const),
    ...site.errorReferences.map(({ code, status }) => [code, status] as const),
  ]);
  const ours = new Set(site.errorReferences.map(({ code }) => code));
  const retired = [...theirs].filter((code) => statuses.get(code) === "retired").toSorted(compareCodes);
  const shown = [...theirs].filter((code) => statuses.get(code) !== "retired").toSorted(compareCodes);
  return {
    shared: shown.filter((code) => ours.has(code)).length,
    unexplained: shown.filter((code) => !ours.has(code)),
    retired,
    unknown: [...ours].filter((code) => !theirs.has(code) && statuses.get(code) === "active"),
  };
}

/** Whether the two lists agree. */
export function isInStep({ unexplained, retired, unknown }: CodeComparison): boolean {
  return unexplained.length + retired.length + unknown.length === 0;
}

/** @param list - the name of the service's file, as typed */
export function comparisonInWords({ shared, unexplained, retired, unknown }: CodeComparison, list: string): string {
  return [
    `${shared} ${shared === 1 ? "reference is" : "references are"} in ${list} and explained here`,
    ...named(unexplained, `in ${list}, and not explained here: citizens who see one find nothing`),
    ...named(retired, `in ${list}, and retired here: citizens who see one read that no screen shows it`),
    ...named(unknown, `explained here, and not in ${list}`),
    "",
  ].join("\n");
}

function named(codes: readonly string[], words: string): readonly string[] {
  return codes.length === 0 ? [] : ["", `${codes.length} ${words}:`, ...codes.map((code) => `  ${code}`)];
}
