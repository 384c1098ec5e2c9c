import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startProgress } from "../../src/cli/progress.ts";

/** A stream that keeps what is written to it. */
function keep(isTTY: boolean) {
  const written: string[] = [];
  const stream = { isTTY, write: (text: string) => written.push(text) > 0 } as unknown as NodeJS.WriteStream;
  return { stream, written };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("progress", () => {
  test("is shown on a terminal once a second has gone, and taken away at the end", () => {
    const { stream, written } = keep(true);
    const progress = startProgress(stream);
    progress.stage("Reading content");
    vi.advanceTimersByTime(900);
    expect(written).toEqual([]);
    vi.advanceTimersByTime(1200);
    expect(written.at(-1)).toContain("Reading content … 2 s");
    progress.stage("Printing pages");
    expect(written.at(-1)).toContain("Printing pages");
    progress.end();
    expect(written.at(-1)).toBe("\r\u001B[K");
    const shown = written.length;
    vi.advanceTimersByTime(5000);
    expect(written).toHaveLength(shown);
  });

  test("says nothing of what is done within a second", () => {
    const { stream, written } = keep(true);
    const progress = startProgress(stream);
    progress.stage("Reading content");
    vi.advanceTimersByTime(800);
    progress.end();
    expect(written).toEqual([]);
  });

  test("says nothing to a file or a pipe", () => {
    const { stream, written } = keep(false);
    const progress = startProgress(stream);
    progress.stage("Reading content");
    vi.advanceTimersByTime(5000);
    progress.end();
    expect(written).toEqual([]);
  });
});
