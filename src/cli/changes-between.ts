import type { LoadedSite } from "../content/load-site.ts";
import { addressOf } from "../model/address.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { compareText } from "../model/diagnostic.ts";
import { pagesOf } from "../model/site.ts";

/** A page, as it is listed. */
export interface ListedPage {
  readonly address: string;
  readonly title: string;
  /** Path inside the content folder, with `/`. */
  readonly file: string;
}

/** What lies between two states of a content folder. */
export interface Changes {
  readonly added: readonly ListedPage[];
  readonly changed: readonly ListedPage[];
  /** `leadsTo` is where the address leads now; `null`: nowhere. */
  readonly removed: readonly (ListedPage & { readonly leadsTo: string | null })[];
  /** Registers that are not as they were, by file. */
  readonly registers: readonly string[];
  /** Addresses and headings that went without a trace. */
  readonly lost: readonly Diagnostic[];
  /** What was not found before. */
  readonly found: readonly Diagnostic[];
  /** How often each rule finds something, in order of the rules' names. */
  readonly rules: readonly { readonly rule: string; readonly before: number; readonly now: number }[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Rules about what went: they need to know the site before. */
const lostRules: ReadonlySet<string> = new Set(["removed-address", "removed-heading"]);

/**
 * Compares two states of a content folder.
 *
 * @param after - loaded with the pages of `before` as the previous ones
 */
export function changesBetween(before: LoadedSite, after: LoadedSite): Changes {
  const [old, now] = [listedPages(before), listedPages(after)];
  const ways = new Map(after.site.redirects.map(({ from, to }) => [from, to]));
  const isChanged = ({ address, file }: ListedPage) => {
    const was = old.get(address);
    return was !== undefined && (was.file !== file || before.sources.get(file) !== after.sources.get(file));
  };
  const registers = new Set(
    [...before.sources.keys(), ...after.sources.keys()].filter((file) => !file.endsWith(".md")),
  );
  const diagnostics = after.diagnostics.filter(({ rule }) => !lostRules.has(rule));
  return {
    added: [...now.values()].filter(({ address }) => !old.has(address)),
    changed: [...now.values()].filter(isChanged),
    removed: [...old.values()]
      .filter(({ address }) => !now.has(address))
      .map((page) => ({ ...page, leadsTo: ways.get(page.address) ?? null })),
    registers: [...registers]
      .filter((file) => before.sources.get(file) !== after.sources.get(file))
      .toSorted(compareText),
    lost: after.diagnostics.filter(({ rule }) => lostRules.has(rule)),
    found: newOnes(before.diagnostics, diagnostics),
    rules: countsByRule(before.diagnostics, diagnostics),
    diagnostics,
  };
}

/** The pages that editors wrote, by address; one that has an error is listed too, under the name of its file. */
function listedPages({ site, leftOut }: LoadedSite): ReadonlyMap<string, ListedPage> {
  const broken = leftOut
    .filter((file) => file.endsWith(".md"))
    .map((file) => ({ address: addressOf(file), title: file, file }));
  const sound = pagesOf(site).flatMap(({ address, title, file }) => (file === null ? [] : [{ address, title, file }]));
  const pages = [...broken, ...sound].toSorted((a, b) => compareText(a.address, b.address));
  return new Map(pages.map((page) => [page.address, page]));
}

/** A finding is the same as before though it has moved to another line. */
function newOnes(before: readonly Diagnostic[], now: readonly Diagnostic[]): readonly Diagnostic[] {
  const nameOf = ({ rule, severity, span, message }: Diagnostic) =>
    JSON.stringify([rule, severity, span.file, message]);
  const left = new Map<string, number>();
  for (const diagnostic of before) left.set(nameOf(diagnostic), (left.get(nameOf(diagnostic)) ?? 0) + 1);
  return now.filter((diagnostic) => {
    const known = left.get(nameOf(diagnostic)) ?? 0;
    left.set(nameOf(diagnostic), known - 1);
    return known <= 0;
  });
}

function countsByRule(before: readonly Diagnostic[], now: readonly Diagnostic[]): Changes["rules"] {
  const count = (diagnostics: readonly Diagnostic[], name: string) =>
    diagnostics.filter(({ rule }) => rule === name).length;
  return [...new Set([...before, ...now].map(({ rule }) => rule))]
    .toSorted(compareText)
    .map((rule) => ({ rule, before: count(before, rule), now: count(now, rule) }));
}
