import MarkdownIt from "markdown-it";
import type { MarkdownIt as Parser } from "markdown-it";
import type { BodySource, RenderedBody, RenderSettings } from "../model/body.ts";
import { compareDiagnostics } from "../model/diagnostic.ts";
import { actionLinks } from "./action-links.ts";
import { attributes } from "./attributes.ts";
import { readBody } from "./body-facts.ts";
import { containerBodies } from "./container-body.ts";
import { containedHtml } from "./contained-html.ts";
import { componentWordsIn } from "./components/component-words.ts";
import { cellExpanders } from "./cell-expanders.ts";
import { continuedNumbering } from "./continued-numbering.ts";
import { danglingRules } from "./dangling-rules.ts";
import { doLists } from "./do-lists.ts";
import { drawings } from "./drawings.ts";
import { emptyBoxes } from "./empty-boxes.ts";
import { fencedContainers } from "./fenced-container.ts";
import { hiddenLists } from "./hidden-lists.ts";
import { lostHeadings } from "./lost-headings.ts";
import { lostMarks } from "./lost-marks.ts";
import { nesting } from "./nesting.ts";
import { openCode } from "./open-code.ts";
import { ownHtmlTokens } from "./own-html.ts";
import { environmentOf } from "./page-context.ts";
import type { PageContext } from "./page-context.ts";
import { pictures } from "./pictures.ts";
import { placeTableCells, PositionedInlineState } from "./positions.ts";
import { rawContainers } from "./raw-container.ts";
import { scrollRawTables } from "./raw-tables.ts";
import { references } from "./references.ts";
import { containerMarkup } from "./render-containers.ts";
import { scrollingTables } from "./scrolling-tables.ts";
import { splitParagraphs } from "./split-paragraphs.ts";
import { tableRows } from "./table-rows.ts";
import { tables } from "./tables.ts";
import { videos } from "./videos.ts";

/** CommonMark with tables, and what this help centre adds to it, in order. To add syntax, add a line. */
const syntax: readonly ((md: Parser) => void)[] = [
  containerBodies,
  rawContainers,
  fencedContainers,
  containerMarkup,
  ownHtmlTokens,
  attributes,
  drawings,
  emptyBoxes,
  openCode,
  tableRows,
  cellExpanders,
  tables,
  scrollingTables,
  hiddenLists,
  lostHeadings,
  lostMarks,
  splitParagraphs,
  videos,
  pictures,
  references,
  doLists,
  actionLinks,
  continuedNumbering,
  danglingRules,
  nesting,
];

/** Nothing in the parser belongs to a page or a site: one serves all. */
const parser = createParser();

function createParser(): Parser {
  const md = new MarkdownIt({ html: true }).disable("strikethrough");
  md.inline.State = PositionedInlineState;
  // Addresses stay as they were typed until `readBody` judges and rewrites them.
  md.validateLink = () => true;
  md.normalizeLink = (href) => href;
  for (const plug of syntax) plug(md);
  return md;
}

/** What remains of a paragraph of which nothing was kept, and what editors wrote to make room. */
const emptyParagraph = /<p(?:\s(?:"[^"]*"|'[^']*'|[^<>"'])*)?>(?:\s|&nbsp;|&#160;|\u00A0|<br>)*<\/p>\n?/g;

/**
 * Renders a body of Markdown by its author's intent, and says what is in it and what is wrong with it. Pure: the same
 * body gives the same HTML, whatever was rendered before.
 */
export function renderBody(source: BodySource, settings: RenderSettings): RenderedBody {
  const text = source.text.replace(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD");
  const page: PageContext = { source, settings, lines: text.split("\n"), diagnostics: [] };
  const environment = environmentOf(page);
  const tokens = parser.parse(text, environment);
  placeTableCells(page, tokens);
  const { tokens: printed, facts } = readBody(parser, page, tokens);
  const html = parser.renderer.render(printed, parser.options, environment).replace(emptyParagraph, "");
  // Markdown alone is always kept together: only tags that editors wrote need a second look.
  const contained = text.includes("<") ? containedHtml(html, page) : html;
  const scrolling = /<table\b/i.test(text) ? scrollRawTables(contained, componentWordsIn(source.lang)) : contained;
  return { body: { html: scrolling, facts }, diagnostics: page.diagnostics.toSorted(compareDiagnostics) };
}
