import { linkTarget } from "../../model/address.ts";
import { replace } from "../../model/diagnostic.ts";
import type { Edit } from "../../model/diagnostic.ts";
import type { Link } from "../../model/body.ts";
import { pagesOf } from "../../model/site.ts";
import type { Rule } from "../rule.ts";

/** A kind of document: the name that people know it by, and how else it may be called. */
interface DocumentKind {
  readonly name: string;
  readonly named: RegExp;
}

const word: DocumentKind = { name: "Word", named: /\b(?:word|docx?)\b/i };
const excel: DocumentKind = { name: "Excel", named: /\b(?:excel|xlsx?)\b/i };
const powerPoint: DocumentKind = { name: "PowerPoint", named: /\b(?:powerpoint|pptx?)\b/i };

/** By the end of the file's name. */
const documentKinds: ReadonlyMap<string, DocumentKind> = new Map([
  ["pdf", { name: "PDF", named: /\bpdf\b/i }],
  ["doc", word],
  ["docx", word],
  ["xls", excel],
  ["xlsx", excel],
  ["ppt", powerPoint],
  ["pptx", powerPoint],
  ["odt", { name: "ODT", named: /\b(?:odt|opendocument)\b/i }],
  ["ods", { name: "ODS", named: /\b(?:ods|opendocument)\b/i }],
]);

/** A size in words: `545KB`, `1.2 MB`. */
const sizeInWords = /\d\s*(?:bytes|[KMG]i?B)\b/i;

/** A link to a document that does not say its kind and size. */
export const documentWithoutSize: Rule = {
  name: "document-without-size",
  severity: "warning",
  kind: "links",
  title: "A link to a document does not say its kind and size",
  source: "NHS service manual, PDFs and other non-HTML documents",
  fixable: true,

  *check(site) {
    const sizes = new Map(site.files.map(({ path, size }) => [path, size]));
    for (const { file, body } of pagesOf(site)) {
      for (const link of body.facts.links) {
        const document = file === null ? null : documentOf(link.href, file);
        if (document === null) continue;
        const { kind, path } = document;
        if (kind.named.test(link.text) && sizeInWords.test(link.text)) continue;

        const size = sizes.get(path ?? "");
        const edit = editFor(link, kind, size);
        yield {
          span: link.span,
          message: `The words of this link do not say the document's kind and size`,
          why: "People on a phone do not know that a file will open, nor how much of their data it takes",
          fix: `End the words of the link with (${kind.name}, ${size === undefined ? "and its size, such as 545KB" : sizeOf(size)})`,
          ...(edit && { edits: [edit] }),
        };
      }
    }
  },
};

/** @returns the kind of document and, for one of this site, its path; `null` for a link to something else */
function documentOf(href: string, file: string): { readonly kind: DocumentKind; readonly path: string | null } | null {
  const target = linkTarget(href, file);
  const path = target.kind === "file" ? target.path : null;
  const elsewhere = target.kind === "elsewhere" && /^https?:/i.test(target.href) && URL.canParse(target.href);
  const name = elsewhere ? new URL(target.href).pathname : (path ?? "");
  const kind = documentKinds.get(/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "");
  return kind === undefined ? null : { kind, path };
}

/** @returns `null` where the words name one of the two, which a person has to join, or are not plain */
function editFor({ parts, text }: Link, kind: DocumentKind, size: number | undefined): Edit | null {
  if (parts.words === null || size === undefined || kind.named.test(text) || sizeInWords.test(text)) return null;
  const { endColumn } = parts.words;
  return replace({ ...parts.words, column: endColumn }, ` (${kind.name}, ${sizeOf(size)})`);
}

/** A file's size, rounded as people read it: `545KB`, `1.2MB`. */
function sizeOf(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000));
  return kilobytes < 1000 ? `${kilobytes}KB` : `${Math.round(bytes / 100_000) / 10}MB`;
}
