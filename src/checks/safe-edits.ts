import { slug } from "github-slugger";
import { decodedFragment } from "../model/address.ts";
import type { Page } from "../model/article.ts";
import type { Edit, Problem, SourceSpan } from "../model/diagnostic.ts";
import { pagesOf } from "../model/site.ts";
import type { Site } from "../model/site.ts";
import type { TextBlock, TextRun } from "../model/text-block.ts";
import { fieldBlocks } from "./prose.ts";

/**
 * Takes its edits from a problem where they could do harm: where something leads by the words that they change, and where
 * a field's value would become another one or none. A person can do all of that, and look where it leads.
 */
export function safeEdits(site: Site): (problem: Problem) => Problem {
  const pages = new Map(pagesOf(site).map((page) => [page.file, page]));
  const watches = new Map<string, Watch>();
  let fragments: ReadonlySet<string> | null = null;
  const watchOf = (page: Page, file: string): Watch => {
    const known = watches.get(file) ?? watch(page, (fragments ??= usedFragments(site)));
    watches.set(file, known);
    return known;
  };
  const isSafe = (edit: Edit): boolean => {
    const page = pages.get(edit.file);
    return page === undefined || watchOf(page, edit.file)(edit);
  };
  return (problem) => {
    if (problem.edits === undefined || problem.edits.every(isSafe)) return problem;
    const { span, message, why, fix } = problem;
    return { span, message, why, fix };
  };
}

/** Says of an edit of one page whether it can do no harm. */
type Watch = (edit: Edit) => boolean;

interface Place {
  readonly block: TextBlock;
  readonly run: TextRun;
}

/** @param fragments - the ends of all addresses that the site's links have */
function watch(page: Page, fragments: ReadonlySet<string>): Watch {
  const { blocks, headings, links } = page.body.facts;
  const places = [...fieldBlocks(page), ...blocks].flatMap((block) => block.runs.map((run): Place => ({ block, run })));
  const byLine = Map.groupBy(places, ({ run }) => run.line);
  const labels = links.flatMap(({ parts, span }) => (parts.address === null ? [span] : []));
  const older = new Set(
    headings.flatMap(({ aliases, span }) => (aliases.some((alias) => fragments.has(alias)) ? [span.line] : [])),
  );
  const bare = new Set([...page.fieldSpans.values()].map(placeName));
  return (edit) => {
    if (labels.some((label) => meets(edit, label))) return false;
    return (byLine.get(edit.start.line) ?? [])
      .filter(({ run }) => meets(edit, { ...run, endColumn: run.column + run.sourceLength }))
      .every(({ block, run }) => {
        if (block.kind === "title" || block.kind === "subtitle")
          return staysField(block.text, run, edit, !bare.has(placeName(run)));
        if (block.kind === "heading" && older.has(run.line)) return false;
        const isNamed = /^heading$|^summary$/.test(block.kind) || (run.isLink && !isInsertion(edit));
        return !isNamed || keepsId(block, run, edit);
      });
  };
}

/** Whether an edit changes something of a stretch; what is only put in may also stand at its ends. */
function meets(edit: Edit, { line, column, endColumn }: Omit<SourceSpan, "file">): boolean {
  const { start, end } = edit;
  if (start.line !== line) return false;
  return isInsertion(edit)
    ? start.column >= column && end.column <= endColumn
    : start.column < endColumn && (end.line > line || end.column > column);
}

/** Whether nothing is taken out. */
function isInsertion({ start, end }: Edit): boolean {
  return start.line === end.line && start.column === end.column;
}

/**
 * Whether a block still has the id that is made of its words: other pages and other services may lead to it. The words of
 * a link are often the name of a page or button, which stays what it is.
 */
function keepsId({ text }: TextBlock, run: TextRun, edit: Edit): boolean {
  const after = changed(text, run, edit);
  return after !== null && slug(text.trim()) === slug(after.trim());
}

/** A block's text after an edit; `null` where it does not lie within the run. */
function changed(text: string, run: TextRun, { start, end, text: words }: Edit): string | null {
  const isPlain = run.length === run.sourceLength;
  const from = isPlain ? start.column - run.column : 0;
  const to = isPlain ? end.column - run.column : run.length;
  if (end.line !== start.line || from < 0 || to > run.length) return null;
  return text.slice(0, run.offset + from) + words + text.slice(run.offset + to);
}

function placeName({ line, column }: Pick<SourceSpan, "line" | "column">): string {
  return `${line}:${column}`;
}

/** What stands in a field without quotes and is certainly text. */
const plainValue = /^(?!(?:true|false|null)$)(?!.*(?:: | #|:$))[\p{L}\p{N}].*\p{L}/iu;

/** Whether a field's value is one line that is typed as it reads, and stays one. */
function staysField(text: string, run: TextRun, edit: Edit, isInQuotes: boolean): boolean {
  const after = run.length === run.sourceLength ? changed(text, run, edit) : null;
  if (after === null || /[\\,[\]{}\n]/.test(edit.text)) return false;
  return isInQuotes ? !/['"]/.test(edit.text) : plainValue.test(after);
}

/** The ends of addresses, as they are written and as browsers look for them. */
function usedFragments(site: Site): ReadonlySet<string> {
  const addresses = [
    ...pagesOf(site).flatMap(({ body }) => body.facts.links.map(({ href }) => href)),
    ...site.redirects.map(({ to }) => to),
  ];
  const written = addresses.flatMap((address) => address.split("#").slice(1));
  return new Set(written.flatMap((fragment) => [fragment, decodedFragment(fragment)]));
}
