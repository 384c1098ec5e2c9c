import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { altRepeatsCaption } from "../../../src/checks/rules/alt-repeats-caption.ts";
import { runRules } from "../../../src/checks/run-rules.ts";
import { loadSite } from "../../../src/content/load-site.ts";
import { article, inShort } from "../../support/site-from.ts";

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';

/** What is said of a picture with a caption: only of files that are there is it known that they are pictures. */
async function faults(picture: string): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), "captions-"));
  try {
    await writeFile(join(folder, "a.svg"), drawing);
    await writeFile(join(folder, "page.md"), article(picture));
    const { site } = await loadSite(folder, { layouts: new Set(["article.njk"]), drafts: false });
    return runRules([altRepeatsCaption], site).map(inShort);
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe("alt-repeats-caption", () => {
  test.each(['![The number is at the top](a.svg "A letter")', '![](a.svg "A letter")', "![A letter](a.svg)"])(
    "lets %s be",
    async (picture) => {
      expect(await faults(picture)).toEqual([]);
    },
  );

  test("names a picture whose words are said twice at its address", async () => {
    expect(await faults('![A letter](a.svg "a  letter")')).toEqual(["warning alt-repeats-caption page.md:9:13"]);
  });
});
