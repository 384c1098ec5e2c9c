import type { SiteSettings } from "../model/settings.ts";
import type { Entry } from "./entry.ts";

/** A page before its `<title>` and description are made unlike every other page's. */
export interface EntryDraft extends Omit<Entry, "documentTitle"> {
  /** The hubs that the page sits in, nearest first, home left out: what tells apart pages of one title. */
  readonly trail: readonly string[];
}

type Named = Omit<EntryDraft, "trail"> & Pick<Entry, "documentTitle">;

/** How much of where a page sits its `<title>` says: so many hubs, and at last the address. */
interface Detail {
  readonly hubs: number;
  readonly address: boolean;
}

/**
 * Gives every page its `<title>` in the service manual's form, `<h1> – <hub> – <site> – <organisation>`
 * (NHS service manual, page titles). Where two would be the same, both say the next hub above, at last the address.
 */
export function nameApart(drafts: readonly EntryDraft[], site: SiteSettings): readonly Named[] {
  const details: Detail[] = drafts.map(() => ({ hubs: 1, address: false }));
  for (;;) {
    const titles = drafts.map((draft, index) => titleOf(draft, site, details[index]!));
    const same = repeated(titles);
    let changed = false;
    drafts.forEach((draft, index) => {
      const detail = details[index]!;
      if (!same.has(titles[index]!) || detail.address || draft.type === "home") return;
      changed = true;
      details[index] = detail.hubs < draft.trail.length ? { hubs: detail.hubs + 1, address: false } : atLast(detail);
    });
    if (!changed) return drafts.map(({ trail: _, ...rest }, index) => ({ ...rest, documentTitle: titles[index]! }));
  }
}

/** Makes every description unlike the others: with the page's title in front, at last with the address behind. */
export function describeApart(entries: readonly Named[]): readonly Entry[] {
  const forms: readonly ((entry: Named) => string)[] = [
    (entry) => entry.description,
    (entry) => `${entry.title}: ${entry.description}`,
    (entry) => `${entry.title}: ${entry.description} (${entry.address})`,
  ];
  let descriptions = entries.map(forms[0]!);
  for (const form of forms.slice(1)) {
    const same = repeated(descriptions);
    descriptions = descriptions.map((words, index) => (same.has(words) ? form(entries[index]!) : words));
  }
  return entries.map((entry, index) => ({ ...entry, description: descriptions[index]! }));
}

function titleOf(draft: EntryDraft, site: SiteSettings, detail: Detail): string {
  const own = draft.type === "home" ? [] : [draft.title, ...draft.trail.slice(0, detail.hubs)];
  const address = detail.address ? [draft.address] : [];
  const parts = [...own, ...address, site.name, ...(site.organisation === null ? [] : [site.organisation])];
  return [...new Set(parts)].join(" – ");
}

function atLast(detail: Detail): Detail {
  return { ...detail, address: true };
}

function repeated(words: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const word of words) (seen.has(word) ? twice : seen).add(word);
  return twice;
}
