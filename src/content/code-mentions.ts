import type { Page } from "../model/article.ts";
import type { Heading } from "../model/body.ts";
import { codesIn, meantCode } from "../model/code-pattern.ts";
import type { CodeMention, PageSection } from "../model/error-reference.ts";
import type { CodePattern } from "../model/settings.ts";
import { spanIn } from "../model/text-block.ts";

/** A mention that has not been put into its section yet. */
type FoundMention = Omit<CodeMention, "section">;

/**
 * Every place of a page that names an error code or carries one to the contact page, from top to bottom. Nothing is
 * read again: the codes are looked for in the words of blocks, whose places are known.
 */
export function mentionsIn(page: Page, codes: CodePattern): readonly CodeMention[] {
  const { blocks, contactLinks } = page.body.facts;
  const named = blocks.flatMap((block) =>
    codesIn(block.text, codes).map(
      ({ code, start, end }): FoundMention => ({
        code,
        kind: block.kind === "heading" || block.kind === "summary" ? block.kind : "text",
        span: spanIn(block, start, end),
      }),
    ),
  );
  const carried = contactLinks.flatMap(({ code: written, span }): readonly FoundMention[] => {
    const code = meantCode(written, codes);
    return code === null ? [] : [{ code, kind: "link", span }];
  });
  if (named.length + carried.length === 0) return [];

  const sectionAt = sectionsOf(page, named);
  const sectionOf = (mention: FoundMention) =>
    (mention.kind === "summary" ? expanderAt(page, mention) : null) ?? sectionAt(mention.span.line);
  return [...named, ...carried]
    .toSorted((a, b) => a.span.line - b.span.line || a.span.column - b.span.column)
    .map((mention) => ({ ...mention, section: sectionOf(mention) }));
}

/** The expander whose words name a code: the first one from there on up that has it in its words. */
function expanderAt(page: Page, { code, span }: FoundMention): PageSection | null {
  const expander = page.body.facts.expanders.findLast(
    ({ span: { line }, summary }) => line <= span.line && summary.includes(code),
  );
  if (expander === undefined) return null;
  return { address: page.address, heading: expander.summary, headingId: expander.id, codes: new Set([code]) };
}

/** Tells the section of a line. Every section is made once, when it is first asked for. */
function sectionsOf(page: Page, named: readonly FoundMention[]): (line: number) => PageSection {
  const { headings } = page.body.facts;
  const headingLines = headings.map(({ span }) => span.line);
  const inOrder = named.toSorted((a, b) => a.span.line - b.span.line);
  const namedLines = inOrder.map(({ span }) => span.line);
  const made = new Map<number, PageSection>();
  return (line) => {
    const index = countBefore(headingLines, line + 1) - 1;
    const known = made.get(index);
    if (known) return known;
    const [start, end] = linesOf(headings, index);
    const within = inOrder.slice(countBefore(namedLines, start), countBefore(namedLines, end));
    const { text = page.title, id = null } = headings[index] ?? {};
    const codes = new Set(within.map(({ code }) => code));
    const section: PageSection = { address: page.address, heading: text, headingId: id, codes };
    made.set(index, section);
    return section;
  };
}

/** The first line of a section, and the line after its last. @param index - -1 for what stands above the first heading */
function linesOf(headings: readonly Heading[], index: number): readonly [start: number, end: number] {
  const heading = headings[index];
  if (heading === undefined) return [0, headings[0]?.span.line ?? Infinity];
  let next = index + 1;
  while ((headings[next]?.level ?? 0) > heading.level) next += 1;
  return [heading.span.line, headings[next]?.span.line ?? Infinity];
}

/** How many of some sorted numbers are smaller than a number. */
function countBefore(sorted: readonly number[], limit: number): number {
  let low = 0;
  for (let high = sorted.length; low < high;) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
