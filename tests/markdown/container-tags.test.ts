import { describe, expect, test } from "vitest";
import { findRawContainers } from "../../src/markdown/container-tags.ts";

/** The containers of a text, each as it is written. */
function found(text: string): readonly string[] {
  return [...findRawContainers(text).byStart.values()].map(
    ({ kind, start, endEnd }) => `${kind}: ${text.slice(start, endEnd)}`,
  );
}

describe("findRawContainers", () => {
  test("pairs each start tag with its own end tag", () => {
    const inner = '<div class="nhsuk-inset-text"><div>b</div></div>';
    expect(found(`<details>a${inner}</details> <details>c</details>`)).toEqual([
      `expander: <details>a${inner}</details>`,
      `inset: ${inner}`,
      "expander: <details>c</details>",
    ]);
  });

  test.each([
    ["fences", "```\n<details>\n```\n<details>a</details>"],
    ["fences in quotes and lists", "> - ~~~\n>   <details>\n>   ~~~\n<details>a</details>"],
    ["code spans", "`<details>` and `` `<details>` `` <details>a</details>"],
    ["comments", "<!-- <details> --><details>a</details>"],
    ["preformatted text", "<pre><details></pre><details>a</details>"],
    ["escaped tags", "\\<details> <details>a</details>"],
  ])("passes over tags in %s", (_, text) => {
    expect(found(text)).toEqual(["expander: <details>a</details>"]);
  });

  test("finds none that is never closed, and those inside it", () => {
    expect(found("<details>a <details>b</details>")).toEqual(["expander: <details>b</details>"]);
  });

  test("lets no end tag reach out of the expander that it stands in", () => {
    const text = '<div class="nhsuk-inset-text"><details>a</div></details>b</div>';
    expect(found(text)).toEqual([`inset: ${text}`, "expander: <details>a</div></details>"]);
  });

  test("knows where the outermost element around a container ends", () => {
    const text = "<ul><li><details>a</details></li></ul> b";
    expect(findRawContainers(text).byStart.get(8)?.surroundingEnd).toBe(text.indexOf(" b"));
  });
});
