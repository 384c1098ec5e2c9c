import { compareCodes } from "../model/code-pattern.ts";
import type { ReferenceStatus } from "../model/error-reference.ts";
import type { Site } from "../model/site.ts";
import { visible } from "../report/visible.ts";

/** An error code as a list shows it. */
export interface CodeRow {
  readonly code: string;
  /** `""` for one that the register has without a title, and that nothing explains. */
  readonly title: string;
  /** File and line of its home: `content/errors.md:12`; of its place in the register where that explains it; else `""`. */
  readonly where: string;
  /** How many links carry it to the contact page. */
  readonly contactLinks: number;
  readonly status: ReferenceStatus;
}

/** The error codes that a site explains or its register has, in order. @param nameOf - a file's name for people */
export function codeRows(site: Site, nameOf: (file: string) => string): readonly CodeRow[] {
  const mentions = Map.groupBy(site.codeMentions, ({ code }) => code);
  const registered = new Map((site.registeredCodes ?? []).map((known) => [known.code, known]));
  const explained = site.errorReferences.map(({ code, title, home: place, status }): CodeRow => {
    const own = mentions.get(code) ?? [];
    const home = own.find(({ section }) => section.address === place?.address && section.headingId === place.headingId);
    const span = home?.span ?? registered.get(code)?.span;
    return {
      code,
      title,
      where: span === undefined ? "" : `${nameOf(span.file)}:${span.line}`,
      contactLinks: own.filter(({ kind }) => kind === "link").length,
      status,
    };
  });
  const isExplained = new Set(explained.map(({ code }) => code));
  const others = [...registered.values()]
    .filter(({ code }) => !isExplained.has(code))
    .map(({ code, title, status }): CodeRow => {
      const contactLinks = mentions.get(code)?.filter(({ kind }) => kind === "link").length ?? 0;
      return { code, title: title ?? "", where: "", contactLinks, status };
    });
  return [...explained, ...others].toSorted((one, other) => compareCodes(one.code, other.code));
}

/** A table for the terminal, in columns. What nothing explains has a hyphen in place of its home. */
export function codesAsTable(rows: readonly CodeRow[]): string {
  if (rows.length === 0) return "The content explains no error reference\n";
  const cells = [
    ["code", "status", "contact", "where", "title"],
    ...rows.map(({ code, title, where, contactLinks, status }) => [
      code,
      status,
      contactLinks > 0 ? "yes" : "no",
      visible(where) || "-",
      visible(title),
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return `${lines.join("\n")}\n`;
}

/** `{version: 1, references: [{code, title, where, contactLinks, status}]}`. Fields may be added in one version. */
export function codesAsJson(rows: readonly CodeRow[]): string {
  return `${JSON.stringify({ version: 1, references: rows }, null, 2)}\n`;
}

/** Comma-separated values (RFC 4180), with a line of names. New columns are added at the end. */
export function codesAsCsv(rows: readonly CodeRow[]): string {
  const lines = [
    ["code", "title", "where", "contactLinks", "status"],
    ...rows.map(({ code, title, where, contactLinks, status }) => [code, title, where, String(contactLinks), status]),
  ];
  return lines.map((line) => `${line.map(csvCell).join(",")}\r\n`).join("");
}

/** A spreadsheet would run a cell that starts like a formula: a title is an editor's. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
