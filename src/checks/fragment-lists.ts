import type { TextBlock } from "../model/text-block.ts";

/** A bulleted list whose items are parts of a sentence: each starts with a small letter. */
export interface FragmentList {
  /** The block straight before the list. */
  readonly leadIn: TextBlock | null;
  /** The items that hold one block of words and no list. */
  readonly items: readonly TextBlock[];
}

/** The bulleted lists of two items or more in which every item starts with a small letter. */
export function fragmentLists(blocks: readonly TextBlock[]): readonly FragmentList[] {
  const inLists = blocks.filter(({ item }) => item !== null && !item.list.isNumbered);
  const leads = new Set(blocks.map(({ item }) => item?.list.leadIn));
  return [...Map.groupBy(inLists, ({ item }) => item?.list).values()].flatMap((inList) => {
    const starts = inList.filter(({ item }) => item?.isFirst);
    if (starts.length < 2 || !starts.every(({ prose }) => /^["'(]?\p{Ll}/u.test(prose))) return [];
    const counts = Map.groupBy(inList, ({ item }) => item?.position);
    const items = starts.filter((block) => counts.get(block.item?.position)?.length === 1 && !leads.has(block));
    return [{ leadIn: starts[0]?.item?.list.leadIn ?? null, items }];
  });
}
