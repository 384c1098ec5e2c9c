/**
 * Does work for each item, in order, and in portions: before each of them the page answers to whoever is typing.
 *
 * @param size - the items of a portion; an old phone should be done with it in a twentieth of a second
 */
export async function inPortions<Item, Result>(
  items: readonly Item[],
  size: number,
  work: (item: Item, at: number) => Result,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const [at, item] of items.entries()) {
    if (at % size === 0) await new Promise((resolve) => setTimeout(resolve));
    results.push(work(item, at));
  }
  return results;
}
