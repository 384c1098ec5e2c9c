import type { MarkdownIt as Parser, Token } from "markdown-it";
import type { BodyFacts } from "../model/body.ts";
import { componentWordsIn } from "./components/component-words.ts";
import { ownHtml } from "./own-html.ts";
import { cleanHtml, mayStand } from "./clean-html.ts";
import type { Cleaner } from "./clean-html.ts";
import { finishContainer, startContainer } from "./container-facts.ts";
import { containerOf } from "./container-tokens.ts";
import { checkAliases, collectFacts } from "./fact-collector.ts";
import type { FactCollector } from "./fact-collector.ts";
import { firstSentence } from "./first-sentence.ts";
import { reportMisfit } from "./faults/dropped-html.ts";
import { reportMarkdownLevelOne } from "./faults/heading-one-in-body.ts";
import { reportHtmlAsCode } from "./faults/html-as-code.ts";
import { pageIds } from "./headings.ts";
import { explicitIds, headingWords, takeId } from "./written-ids.ts";
import { placeOfAddress, placesOfParts } from "./link-places.ts";
import { checkLink, publishedTarget, setAddress } from "./links.ts";
import { startsWithTag } from "./refused-html.ts";
import { endParagraph, enterBlock, leaveBlock, noOpenElements } from "./open-elements.ts";
import { placeOfLine } from "./page-context.ts";
import type { PageContext } from "./page-context.ts";
import { readPicture } from "./pictures.ts";
import { offsetOf, placeIn } from "./positions.ts";
import { nameScrollingTables, noteHeading } from "./scrolling-tables.ts";
import { textBlocks } from "./text-blocks.ts";

/** What reading the tokens of a page shares from one to the next. */
export interface Reading extends Cleaner {
  readonly md: Parser;
  readonly facts: FactCollector;
  /** Links that are open, with the tokens that opened them. */
  readonly links: Token[];
  /** The level of the heading that was read last. */
  level: number;
}

/** What reading the tokens of a page gives. */
interface ReadTokens {
  readonly tokens: Token[];
  readonly facts: BodyFacts;
}

/**
 * Reads the tokens of a page from front to back: passes its HTML through the allow list, gives headings and expanders
 * their ids, rewrites addresses, and gathers the facts.
 *
 * @returns the tokens to print: those that came in, changed, and some more
 */
export function readBody(md: Parser, page: PageContext, tokens: readonly Token[]): ReadTokens {
  const blocks = textBlocks(md, page, tokens);
  const ids = pageIds(explicitIds(tokens), headingWords(tokens));
  const facts = collectFacts(page, ids);
  const reading: Reading = {
    md,
    page,
    facts,
    reader: facts,
    tables: [],
    ids: ids.taken,
    open: noOpenElements(),
    links: [],
    level: 1,
  };
  const read: Token[] = [];
  for (const token of tokens) readToken(reading, token, read);
  pushHtml(read, leaveBlock(page, reading.open));
  for (const token of read.flatMap((block) => [block, ...(block.children ?? [])])) finishContainer(reading, ids, token);
  nameScrollingTables(ids, read, componentWordsIn(page.source.lang));
  checkAliases(page, facts.headings);
  const { headings, links, contactLinks, pictures, expanders } = facts;
  return {
    tokens: read,
    facts: {
      headings,
      links,
      contactLinks,
      pictures,
      expanders,
      boxes: facts.boxes.found,
      ids: ids.taken,
      blocks,
      firstSentence: firstSentence(read),
    },
  };
}

function readToken(reading: Reading, token: Token, read: Token[]): void {
  const { page, open, facts } = reading;
  if (token.type === "html_block") {
    token.content = cleanHtml(reading, sourceOf(page, token, 0));
    // A line break between blocks parts nothing that is not parted already.
    if (!/^(?:\s|<br\b[^>]*>)*$/i.test(token.content)) read.push(token);
    return;
  }
  if (token.type === "inline") {
    token.children = readInline(reading, token, read.at(-1)?.type ?? "");
    read.push(token);
    return;
  }
  if (token.nesting === -1) pushHtml(read, leaveBlock(page, open));
  else if (!token.hidden) pushHtml(read, endParagraph(open));
  if (token.nesting === 1) enterBlock(open);
  takeId(page, reading.ids, token, token.map?.[0] ?? 0);
  read.push(token);
  if (token.type === "heading_open") startHeading(reading, token);
  if (token.type === "heading_close") endHeading(reading, read);
  if (token.type === "code_block" || token.type === "fence") facts.text(token.content);
  if (token.type === "code_block" && startsWithTag(token.content)) {
    reportHtmlAsCode(page, placeOfLine(page, token.map?.[0] ?? 0));
  }
  if (containerOf(token)) startContainer(reading, token);
  noteHeading(token, facts.headings.at(-1));
}

/** What stands in a token of HTML, and where. */
function sourceOf(
  page: PageContext,
  block: Token,
  offset: number,
  html = block.content,
): Parameters<typeof cleanHtml>[1] {
  return { html, placeOf: (at, length) => placeIn(page, block, offset + at, length) };
}

function startHeading(reading: Reading, token: Token): void {
  const written = Number(token.tag.slice(1));
  const place = placeOfLine(reading.page, token.map?.[0] ?? 0);
  if (written === 1) {
    reportMarkdownLevelOne(reading.page, token);
    token.tag = "h2";
  }
  const id = token.attrGet("id");
  reading.level = Math.max(2, written);
  reading.facts.startHeading(reading.level, id === null ? null : String(id), place);
}

function endHeading(reading: Reading, read: Token[]): void {
  const close = read.at(-1);
  const index = read.findLastIndex((token) => token.type === "heading_open");
  const open = read[index];
  const ended = reading.facts.endHeading();
  if (!open || !close || !ended) return;
  if (close.tag === "h1") close.tag = "h2";
  open.attrSet("id", ended.id);
  if (ended.anchors !== "") read[index + 1]?.children?.unshift(ownHtml(ended.anchors));
}

/** @param parent - the type of the token that the block stands in */
function readInline(reading: Reading, block: Token, parent: string): Token[] {
  const { page, open, facts } = reading;
  const read: Token[] = [];
  let depth = 0;
  let isSummary = false;
  for (const token of block.children ?? []) {
    if (!containerOf(token)) depth += token.nesting;
    else if (token.type.startsWith("container_heading")) isSummary = token.nesting === 1;
    if (token.type === "html_inline" && !mayStand(token.content, depth > 0 || isSummary ? "words" : parent)) {
      reportMisfit(page, token.content, placeIn(page, block, offsetOf(token), token.content.length));
      continue;
    }
    if (token.nesting === 1) enterBlock(open);
    if (token.nesting === -1) pushHtml(read, leaveBlock(page, open));
    if (token.type === "text" || token.type === "code_inline") facts.text(token.content);
    else if (token.type === "softbreak" || token.type === "hardbreak") facts.text(" ");
    else if (token.type === "html_inline") {
      const html = cleanHtml(reading, sourceOf(page, block, offsetOf(token), token.content));
      if (html === "") continue;
      token.content = html;
    } else if (token.type === "link_open") reading.links.push(token);
    else if (token.type === "link_close") endLink(reading, block, token);
    else if (token.type === "image") readPicture(reading, block, token);
    if (containerOf(token)) startContainer(reading, token);
    takeId(page, reading.ids, token, block.map?.[0] ?? 0);
    read.push(token);
    if (token.type === "link_open") facts.startLink("", null, { line: 0, column: 0, length: 1 });
  }
  return read;
}

function endLink(reading: Reading, block: Token, close: Token): void {
  const { md, page, facts } = reading;
  const open = reading.links.pop();
  if (!open) return;
  const href = String(open.attrGet("href") ?? "");
  const title = open.attrGet("title");
  const place = placeOfAddress(md, page, block, open, close);
  const parts = placesOfParts(md, page, block, open, close);
  checkLink(page, href, place);
  setAddress(open, "href", publishedTarget(href, page.source.file, page.settings));
  facts.endMarkdownLink(href, title === null ? null : String(title), place, parts);
}

function pushHtml(read: Token[], html: string): void {
  const last = read.at(-1);
  if (html === "") return;
  if (last?.type === "html_block") last.content = `${last.content.trimEnd()}${html}\n`;
  else read.push(ownHtml(html));
}
