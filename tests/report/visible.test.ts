import { describe, expect, test } from "vitest";
import { visible } from "../../src/report/visible.ts";

describe("words of the content in a report", () => {
  test.each(["Don’t: é, 日本, 👩\u200D⚕ and a soft\u00ADhyphen", "C::D, ## Heading"])(
    "stay as they are: %j",
    (words) => {
      expect(visible(words)).toBe(words);
    },
  );

  test.each([
    ["cursors", "a\u001B[2Jb", "a\uFFFD[2Jb"],
    ["lines", "a\nb\u2028c", "a\uFFFDb\uFFFDc"],
    ["directions", "a\u202Eb\u2066c\u200Fd\u061Ce", "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe"],
  ])("change no %s", (_, words, shown) => {
    expect(visible(words)).toBe(shown);
  });

  test.each(["::error::a", "  ::error::a", "##[error]a"])("give no order to GitHub Actions: %j", (words) => {
    expect(visible(words)).not.toContain(words.trim());
  });
});
