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
  /** The language whose folder the page is in; `null` for the site's own. */
  readonly language: string | null;
  /** The page that a file with such a `translationOf` translates; `null` where there is none. */
  readonly originalOf: (file: string, translationOf: string | undefined) => Original | null;
}

/** What a translation takes from the page that it translates. */
export interface Original {
  readonly file: string;
  readonly place: Pick<PageFields, "hub" | "name" | "position">;
  readonly type: ContentType;
  readonly layout: string;
  readonly draft: boolean;
}

/** A page as far as it can be read by itself; whether its hub is there is asked later. */
export interface PageOutline {
  readonly file: string;
  /** Whether its own fields are right. If not, it is read on only to tell what else is wrong with it. */
  readonly isRight: boolean;
  readonly address: string;
  /** The language whose folder it is in; `null` for the site's own. */
  readonly language: string | null;
  /** The file of the page that it translates; `null` for a page that is none of an edition, or has no original there. */
  readonly original: string | null;
  /** `translationOf`, as it is written. */
  readonly writtenOriginal: string | undefined;
  readonly type: ContentType;
  /** Those of a translation are its own but for its place, which is its original's. */
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
  /** The page that it translates. */
  readonly original: Original | null;
  readonly diagnostics: readonly Diagnostic[];
}

const noAliases: Aliases = { addresses: [], headings: new Map() };

/** Reads one Markdown file as far as it can be read without the rest of the site. */
export function readPage(source: SourceFile, context: PageContext): PageReading {
  const { file } = source;
  const { split, diagnostics } = readFrontMatter(source);
  if (split === null) return { outline: null, original: context.originalOf(file, undefined), diagnostics };

  const fields = validateFields(pageFields, split.entries);
  const original = context.originalOf(file, fields.values.translationOf);
  const values = original === null ? fields.values : inPlaceOf(original, fields.values);
  const layout = chooseLayout(file, values, fields.spans, context.layouts, original?.layout);
  const all = [
    ...diagnostics,
    ...fields.diagnostics,
    ...missingFields(file, split, values, original),
    ...dateFaults(fields),
    ...layout.diagnostics,
  ];
  const { title = "", type = "page", lang = context.lang, aliases = noAliases } = values;
  return {
    outline: {
      file,
      isRight: !hasErrors(all),
      address: addressOf(file),
      language: context.language,
      original: original?.file ?? null,
      writtenOriginal: fields.values.translationOf,
      type,
      fields: { ...values, title },
      fieldSpans: fields.spans,
      allow: allowedWarnings(fields, file),
      layout: layout.layout,
      lang,
      aliases,
      source: { file, text: split.body, firstLine: split.bodyLine, lang, headingAliases: aliases.headings },
    },
    original,
    diagnostics: all,
  };
}

/** The fields of a translation: where it stands, its original says. */
function inPlaceOf({ file, type, place }: Original, fields: PageFields): PageFields {
  const own = Object.entries(fields).filter(([name]) => !["hub", "name", "position"].includes(name));
  return { ...Object.fromEntries(own), ...place, type, translationOf: file };
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
function missingFields(
  file: string,
  { entries }: SplitFile,
  fields: PageFields,
  original: Original | null,
): readonly Diagnostic[] {
  if (entries.length === 0) return [];
  const written = new Set(entries.map(({ key }) => key));
  const required = original === null ? requiredFields(file, fields) : ["title" as const];
  return [...required].filter((name) => !written.has(name)).map((name) => missingFieldAt(file, name));
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
