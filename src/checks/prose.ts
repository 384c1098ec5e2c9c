import type { SourceSpan } from "../model/diagnostic.ts";
import { pagesOf } from "../model/site.ts";
import type { Site } from "../model/site.ts";
import type { Page } from "../model/article.ts";
import { runAt, spanIn } from "../model/text-block.ts";
import type { TextBlock } from "../model/text-block.ts";

/** A page with those of its blocks that are English. */
export interface EnglishPage {
  readonly page: Page;
  readonly blocks: readonly TextBlock[];
}

/** The pages of a site with their English words: rules of English leave Welsh alone. */
export function* englishPages(site: Site): Generator<EnglishPage> {
  for (const page of pagesOf(site)) {
    const blocks = page.body.facts.blocks.filter(({ lang }) => isEnglishTag(lang ?? page.lang));
    if (blocks.length > 0) yield { page, blocks };
  }
}

function isEnglishTag(tag: string): boolean {
  return /^en\b/i.test(tag);
}

/** Those fields of a page that readers see, if it is English, as blocks. */
export function englishFields(page: Page): readonly TextBlock[] {
  return isEnglishTag(page.lang) ? fieldBlocks(page) : [];
}

/** Those fields of a page that readers see, as blocks without Markdown. */
export function fieldBlocks({ title, shortTitle, subtitle, fieldSpans }: Page): readonly TextBlock[] {
  const words = Object.entries({ title, subtitle, short_title: shortTitle === title ? null : shortTitle });
  return words.flatMap(([name, text]) => {
    const span = fieldSpans.get(name);
    return span === undefined || text === null ? [] : [fieldBlock(name === "subtitle" ? name : "title", text, span)];
  });
}

/** A field's value as one run: a word in it has a place of its own where the value is typed as it reads. */
function fieldBlock(kind: TextBlock["kind"], text: string, { file, line, column, endColumn }: SourceSpan): TextBlock {
  const typed = endColumn - column;
  const isInQuotes = typed === text.length + 2;
  const place = isInQuotes ? { column: column + 1, sourceLength: text.length } : { column, sourceLength: typed };
  const run = { offset: 0, length: text.length, line, ...place, isEmphasised: false, isBold: false, isLink: false };
  return { kind, file, line, level: null, text, prose: text, lang: null, item: null, expander: null, runs: [run] };
}

/** The English blocks of every page, those of its fields among them. */
export function* englishBlocks(site: Site): Generator<TextBlock> {
  for (const page of pagesOf(site)) yield* englishFields(page);
  for (const { blocks } of englishPages(site)) yield* blocks;
}

/** Words of a block that a pattern fits. */
export interface FoundWords {
  readonly block: TextBlock;
  readonly match: RegExpExecArray;
  /** In the block's text. */
  readonly start: number;
  /** In the block's text, excluded. */
  readonly end: number;
  readonly span: SourceSpan;
}

/** Where a pattern fits the prose of a block. @param pattern - with the flag `g` */
export function* wordsIn(block: TextBlock, pattern: RegExp): Generator<FoundWords> {
  for (const match of block.prose.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    yield { block, match, start, end, span: spanIn(block, start, end) };
  }
}

/** Whether words are bold, as the names of buttons are: those are written as the screen has them. */
export function isName({ block, start }: Pick<FoundWords, "block" | "start">): boolean {
  return runAt(block, start)?.isBold === true;
}

/** In characters. */
const longestQuotation = 300;

/** Whether words stand between quotation marks or straight after an opening bracket: words that somebody else uses. */
export function isQuoted({ block, start }: Pick<FoundWords, "block" | "start">): boolean {
  const before = block.text.slice(Math.max(0, start - longestQuotation), start);
  return /[(“‘]$/.test(before) || (before.match(/"/g)?.length ?? 0) % 2 === 1 || /(?:^|\s)'[^']*$/.test(before);
}

/** Words with the capitals of those that they take the place of: `Can't` and `cannot` give `Cannot`. */
export function withCapitalsOf(written: string, words: string): string {
  const letters = written.replace(/\P{L}/gu, "");
  if (letters.length > 1 && letters === letters.toUpperCase()) return words.toUpperCase();
  const [first = ""] = letters;
  return first === first.toUpperCase() ? words.slice(0, 1).toUpperCase() + words.slice(1) : words;
}
