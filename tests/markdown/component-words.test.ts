import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { render } from "./render.ts";

/** Every component that has words of its own, written without a heading. */
const everyComponent = ["expander", "inset", "warning", "non-urgent", "urgent", "emergency", "do", "dont"]
  .map((kind) => `::: ${kind}\n- x\n:::\n`)
  .concat("::: video\n[x](https://example.org/)\n\nx\n:::\n")
  .join("\n");

/** What a page says beside what its editor wrote. */
function saidIn(lang: string, markdown: string): readonly string[] {
  const { html } = render(markdown, { lang }).body;
  return html
    .replace(/<[^>]*>/g, "\n")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && line !== "x");
}

const english = [
  "Details",
  "Information:",
  "Important",
  "Non-urgent advice:",
  "Non-urgent advice",
  "Urgent advice:",
  "Urgent advice",
  "Immediate action required:",
  "Immediate action required",
  "Do",
  "Don't",
  "Video",
  "Transcript",
];

const welsh = [
  "Manylion",
  "Gwybodaeth:",
  "Pwysig",
  "Cyngor nad yw'n frys:",
  "Cyngor nad yw'n frys",
  "Cyngor brys:",
  "Cyngor brys",
  "Mae angen gweithredu ar unwaith:",
  "Mae angen gweithredu ar unwaith",
  "Gwnewch hyn",
  "Peidiwch â gwneud hyn",
  "Fideo",
  "Trawsgrifiad",
];

const plain = (words: readonly string[]) => words.map((word) => word.replaceAll("&#39;", "'"));

describe("what components say themselves", () => {
  test("is in the language of the page", () => {
    expect(plain(saidIn("en-GB", everyComponent))).toEqual(english);
    expect(plain(saidIn("cy", everyComponent))).toEqual(welsh);
    expect(plain(saidIn("cy-GB", everyComponent))).toEqual(welsh);
  });

  test("is in the language of the component, where it names one", () => {
    expect(saidIn("en-GB", "::: inset {lang=cy}\nx\n:::")).toEqual(["Gwybodaeth:"]);
    expect(saidIn("cy", "::: inset {lang=en}\nx\n:::")).toEqual(["Information:"]);
    expect(saidIn("cy", '<details lang="en">\n\nx\n\n</details>')).toEqual(["Details"]);
  });

  test("is said once, where the heading of a warning says it", () => {
    const heading = (lang: string, words: string) => saidIn(lang, `::: warning ${words}\nx\n:::`);
    expect(heading("cy", "Peth pwysig")).toEqual(["Peth pwysig"]);
    expect(heading("cy", "Cadwch eich cod")).toEqual(["Pwysig:", "Cadwch eich cod"]);
    expect(heading("en-GB", "Keep your code")).toEqual(["Important:", "Keep your code"]);
  });

  test("names the transcript of a video and the table that scrolls", () => {
    const video = "::: video Gofalu am eich cod\n[x](https://example.org/)\n\nx\n:::";
    expect(saidIn("cy", video)).toContain("Trawsgrifiad: Gofalu am eich cod");
    const wide = "| | | | |\n| - | - | - | - |\n| x | x | x | x |";
    expect(render(wide, { lang: "cy" }).body.html).toContain('aria-label="Tabl"');
  });

  test("is English, and says so, where there are no words in the language of the page", () => {
    expect(plain(saidIn("fr", everyComponent))).toEqual(english);
    const { html } = render(everyComponent, { lang: "fr" }).body;
    expect(html).toContain('<span class="nhsuk-u-visually-hidden" lang="en">Information: </span>');
    expect(html).toContain('<span lang="en">Details</span>');
    const spoken = readdirSync("layouts/text").map((file) => file.replace(/\.yml$/, ""));
    for (const lang of ["en-GB", ...spoken]) {
      expect(render(everyComponent, { lang }).body.html).not.toContain("lang=");
    }
  });
});
