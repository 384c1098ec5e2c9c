/** How good a search is: queries with the sections that answer them, and where a search puts those. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** Something that people type, and what answers it. */
export interface AskedQuery {
  /** How it is asked: `codes`, `slips`, `questions` … */
  readonly kind: string;
  readonly query: string;
  /** Hrefs of the sections that answer it; any of them counts. */
  readonly right: readonly string[];
  /** Whether nobody looked at it while the search was made. */
  readonly heldOut: boolean;
}

/** A search: the hrefs of what it finds, best first. */
export type Find = (query: string) => Promise<readonly string[]>;

/** Where a search puts what answers. */
export interface Quality {
  readonly queries: number;
  /** The share of queries whose first result answers them. */
  readonly first: number;
  /** The share with an answer among the first three. */
  readonly firstThree: number;
  /** The mean of one divided by the place of the first answer among the first ten results; 0 where there is none. */
  readonly reciprocalRank: number;
}

/** Where an answer stands among the results of one query, counted from 1. */
export interface AnsweredQuery extends AskedQuery {
  /** `null` where it is not among the first ten. */
  readonly place: number | null;
  readonly found: readonly string[];
}

/** How many results people look at. */
const looked = 10;

/** The queries of `queries.yml`, in its order. */
export function readQueries(): readonly AskedQuery[] {
  const text = readFileSync(join(import.meta.dirname, "queries.yml"), "utf8");
  const kinds = parse(text) as Record<string, readonly { query: string; right: string[]; heldOut?: boolean }[]>;
  return Object.entries(kinds).flatMap(([kind, asked]) =>
    asked.map(({ query, right, heldOut = false }) => ({ kind, query, right, heldOut })),
  );
}

/** Asks a search every query. */
export async function ask(queries: readonly AskedQuery[], find: Find): Promise<readonly AnsweredQuery[]> {
  const answered: AnsweredQuery[] = [];
  for (const asked of queries) {
    const found = (await find(asked.query)).slice(0, looked);
    const index = found.findIndex((href) => asked.right.includes(href));
    answered.push({ ...asked, found, place: index === -1 ? null : index + 1 });
  }
  return answered;
}

/** How good a search is by the queries that it was asked. */
export function qualityOf(answered: readonly AnsweredQuery[]): Quality {
  const share = (worth: (place: number) => number) =>
    answered.reduce((sum, { place }) => sum + (place === null ? 0 : worth(place)), 0) / answered.length;
  return {
    queries: answered.length,
    first: share((place) => (place === 1 ? 1 : 0)),
    firstThree: share((place) => (place <= 3 ? 1 : 0)),
    reciprocalRank: share((place) => 1 / place),
  };
}
