import type { Site } from "../model/site.ts";
import { visible } from "../report/visible.ts";

/** An error code as a list shows it. */
export interface CodeRow {
  readonly code: string;
  readonly title: string;
  /** File and line of its home: `content/errors.md:12`. */
  readonly where: string;
  /** How many links carry it to the contact page. */
  readonly contactLinks: number;
}

/** The error codes that a site explains, in order. @param nameOf - a file's name for people */
export function codeRows(site: Site, nameOf: (file: string) => string): readonly CodeRow[] {
  const mentions = Map.groupBy(site.codeMentions, ({ code }) => code);
  return site.errorReferences.map(({ code, title, home: place }) => {
    const own = mentions.get(code) ?? [];
    const home = own.find(({ section }) => section.address === place?.address && section.headingId === place.headingId);
    return {
      code,
      title,
      where: home === undefined ? "" : `${nameOf(home.span.file)}:${home.span.line}`,
      contactLinks: own.filter(({ kind }) => kind === "link").length,
    };
  });
}

/** A table for the terminal, in columns. */
export function codesAsTable(rows: readonly CodeRow[]): string {
  if (rows.length === 0) return "The content explains no error reference\n";
  const cells = [
    ["code", "contact", "where", "title"],
    ...rows.map(({ code, title, where, contactLinks }) => [
      code,
      contactLinks > 0 ? "yes" : "no",
      visible(where),
      visible(title),
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) => `${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}\n`).join("");
}

/** `{version: 1, references: [{code, title, where, contactLinks}]}`. */
export function codesAsJson(rows: readonly CodeRow[]): string {
  return `${JSON.stringify({ version: 1, references: rows }, null, 2)}\n`;
}

/** Comma-separated values (RFC 4180), with a line of names. */
export function codesAsCsv(rows: readonly CodeRow[]): string {
  const lines = [
    ["code", "title", "where", "contactLinks"],
    ...rows.map(({ code, title, where, contactLinks }) => [code, title, where, String(contactLinks)]),
  ];
  return lines.map((line) => `${line.map(csvCell).join(",")}\r\n`).join("");
}

/** A spreadsheet would run a cell that starts like a formula: a title is an editor's. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
