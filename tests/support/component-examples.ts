/** The examples of docs/editors/components.md: what editors can write, each with its source. */
import { readFileSync } from "node:fs";
import { slug } from "github-slugger";
import MarkdownIt from "markdown-it";

/** A section of the page with an example in it. */
export interface ComponentExample {
  /** The slug of its heading: what its picture is called, without `.png`. */
  readonly name: string;
  readonly title: string;
  /** The Markdown that an editor would write. */
  readonly source: string;
  /** The pictures of the section, as they are written. */
  readonly pictures: readonly string[];
}

/** In the order of the page. */
export const componentExamples: readonly ComponentExample[] = readExamples();

function readExamples(): readonly ComponentExample[] {
  const page = readFileSync(new URL("../../docs/editors/components.md", import.meta.url), "utf8");
  const tokens = new MarkdownIt().parse(page, {});
  const starts = tokens.flatMap(({ type, tag }, index) => (type === "heading_open" && tag === "h2" ? [index] : []));
  return starts.map((start, index) => {
    const section = tokens.slice(start, starts[index + 1]);
    const title = section[1]?.content ?? "";
    const fences = section.filter(({ type, info }) => type === "fence" && info === "markdown");
    if (fences.length !== 1) throw new Error(`"${title}" in components.md holds ${fences.length} examples, not 1`);
    const images = section.flatMap(({ children }) => children ?? []).filter(({ type }) => type === "image");
    const pictures = images.map((image) => String(image.attrGet("src") ?? ""));
    return { name: slug(title), title, source: fences[0]?.content ?? "", pictures };
  });
}
