import type { SourceSpan } from "../model/diagnostic.ts";
import type { Site } from "../model/site.ts";
import { pagesOf } from "../model/site.ts";

/** The rules that were looked for in a site, for judging what its pages allow. */
export interface KnownRules {
  readonly names: ReadonlySet<string>;
  /** The one name that was probably meant; `null` where none is near. */
  readonly nearest: (typed: string, names: Iterable<string>) => string | null;
}

/** An entry of a page's `allow` field. */
export interface Allowance {
  readonly file: string;
  /** The name of a rule, as it is typed. */
  readonly name: string;
  /** The entry alone. */
  readonly span: SourceSpan;
}

/** Every entry of every page's `allow` field. */
export function allowances(site: Site): readonly Allowance[] {
  return pagesOf(site).flatMap(({ file, allow }) =>
    file === null ? [] : [...allow].map(([name, span]) => ({ file, name, span })),
  );
}
