import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lengthOf, lengthSign, packPlaces, unpackPlaces } from "../../src/model/search-index.ts";

describe("packPlaces", () => {
  test("needs one small number for most places", () => {
    expect(
      packPlaces([
        [0, 1],
        [7, 1],
        [8, 3],
      ]),
    ).toEqual([1, 7, -3, 1]);
  });

  test("can be unpacked, whatever it holds", () => {
    const places = fc
      .uniqueArray(fc.nat(100_000))
      .chain((ids) => fc.tuple(fc.constant(ids.toSorted((a, b) => a - b)), fc.array(fc.integer({ min: 1, max: 50 }))))
      .map(([ids, times]) => ids.map((id, at) => [id, times[at] ?? 1] as const));
    fc.assert(
      fc.property(places, (some) => {
        expect(unpackPlaces(packPlaces(some))).toEqual(some);
      }),
    );
  });
});

test("a sign says a length about as exactly as it matters", () => {
  for (const length of [0, 1, 2, 5, 12, 60, 300, 4000]) {
    const read = lengthOf(lengthSign(length).charCodeAt(0));
    expect(Math.abs(read - length)).toBeLessThanOrEqual(0.1 * (length + 1));
  }
});
