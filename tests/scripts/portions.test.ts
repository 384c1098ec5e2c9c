import { expect, test } from "vitest";
import { inPortions } from "../../assets/scripts/portions.ts";

test("work is done for each item, in order, with its place", async () => {
  expect(await inPortions(["a", "b", "c"], 2, (item, at) => `${item}${at}`)).toEqual(["a0", "b1", "c2"]);
});

test("other work has its turn before each portion", async () => {
  const done: string[] = [];
  const working = inPortions([1, 2, 3, 4], 2, (item) => done.push(`item ${item}`));
  for (const turn of [1, 2]) setTimeout(() => done.push(`turn ${turn}`));
  await working;
  expect(done).toEqual(["item 1", "item 2", "turn 1", "turn 2", "item 3", "item 4"]);
});

test("nothing to do is done at once", async () => {
  expect(await inPortions([], 2, () => "never")).toEqual([]);
});

test("what goes wrong with an item reaches the one who asked", async () => {
  const failing = inPortions(["bad"], 2, (item) => {
    throw new Error(item);
  });
  await expect(failing).rejects.toThrow("bad");
});
