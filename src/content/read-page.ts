import type { Aliases, ContentType, PageFields } from "../model/article.ts";
import { pageFields } from "../model/article.ts";
import { addressOf } from "../model/address.ts";
import type { BodySource } from "../model/body.ts";
import type { Diagnostic, SourceSpan } from "../model/diagnostic.ts";
import { hasErrors, spanAt } from "../model/diagnostic.ts";
import { chooseLayout } from "./choose-layout.ts";
import { datesBackToFrontAt } from "./faults/dates-back-to-front.ts";
import { missingFieldAt } from "./faults/missing-field.ts";
import { readFrontMatter } from "./front-matter.ts";
import type { SplitFile } from "./front-matter.ts";
import type { SourceFile } from "./read-files.ts";
import { validateFields } from "./validate-fields.ts";
import type { ValidatedFields } from "./validate-fields.ts";

/** What a page needs from the site before it can be read. */
export interface PageContext {
  /** File names in `layouts/` that content may choose. */
  readonly layouts: ReadonlySet<string>;
  /** The language of pages that name none. */
  readonly lang: string;
}

/** A page as far as it can be read by itself; whether its hub is there is asked later. */
export interface PageOutline {
  readonly file: string;
  /** Whether its own fields are right. If not, it is read on only to tell what else is wrong with it. */
  readonly isRight: boolean;
  readonly address: string;
  readonly type: ContentType;
  readonly fields: PageFields & { readonly title: string };
  readonly fieldSpans: ReadonlyMap<string, SourceSpan>;
  /** Each entry of `allow` and where it stands. */
  readonly allow: ReadonlyMap<string, SourceSpan>;
  readonly layout: string;
  readonly lang: string;
  readonly aliases: Aliases;
  readonly source: BodySource;
}

/** What reading a page gives. */
export interface PageReading {
  /** `null` where nobody can tell its fields from its body. */
  readonly outline: PageOutline | null;
  readonly diagnostics: readonly Diagnostic[];
}

const noAliases: Aliases = { addresses: [], headings: new Map() };

/** Reads one Markdown file as far as it can be read without the rest of the site. */
export function readPage(source: SourceFile, context: PageContext): PageReading {
  const { file } = source;
  const { split, diagnostics } = readFrontMatter(source);
  if (split === null) return { outline: null, diagnostics };

  const fields = validateFields(pageFields, split.entries);
  const layout = chooseLayout(file, fields.values, fields.spans, context.layouts);
  const all = [
    ...diagnostics,
    ...fields.diagnostics,
    ...missingFields(file, split, fields.values),
    ...dateFaults(fields),
    ...layout.diagnostics,
  ];
  const { title = "", type = "page", lang = context.lang, aliases = noAliases } = fields.values;
  return {
    outline: {
      file,
      isRight: !hasErrors(all),
      address: addressOf(file),
      type,
      fields: { ...fields.values, title },
      fieldSpans: fields.spans,
      allow: allowedWarnings(fields, file),
      layout: layout.layout,
      lang,
      aliases,
      source: { file, text: split.body, firstLine: split.bodyLine, headingAliases: aliases.headings },
    },
    diagnostics: all,
  };
}

/** A single name counts as a list of one. */
function allowedWarnings(
  { values, spans, itemSpans }: ValidatedFields<typeof pageFields>,
  file: string,
): ReadonlyMap<string, SourceSpan> {
  const whole = spans.get("allow") ?? spanAt(file, 1, 1);
  return new Map((values.allow ?? []).map((name, index) => [name, itemSpans.get("allow")?.[index] ?? whole]));
}

/** The fields that must be there and are not. Where no field could be read, that has been told already. */
function missingFields(file: string, { entries }: SplitFile, fields: PageFields): readonly Diagnostic[] {
  if (entries.length === 0) return [];
  const written = new Set(entries.map(({ key }) => key));
  return [...requiredFields(file, fields)].filter((name) => !written.has(name)).map((name) => missingFieldAt(file, name));
}

function* requiredFields(file: string, { type }: PageFields): Iterable<keyof typeof pageFields> {
  yield "title";
  yield "type";
  const isHome = file === "index.md";
  if (type === "article" || (type === "hub" && !isHome)) yield "hub";
  if (type === "hub" && !isHome) yield "name";
}

function dateFaults({ values, spans }: ValidatedFields<typeof pageFields>): readonly Diagnostic[] {
  const { last_reviewed: last, next_review: next } = values;
  const span = spans.get("next_review");
  return last !== undefined && next !== undefined && span && next < last ? [datesBackToFrontAt(span, last, next)] : [];
}
