import { readFile } from "node:fs/promises";
import { parseFragment } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";
import type { Diagnostic } from "../model/diagnostic.ts";
import { spanAt } from "../model/diagnostic.ts";
import type { ContentFile } from "../model/site.ts";
import type { OtherFile } from "./read-files.ts";

/** Kinds of file that a page may show or link to. None of them runs in a browser, SVG apart, which is looked into. */
const publishable = /\.(png|jpe?g|gif|webp|avif|svg|pdf|csv|txt|docx|xlsx|odt|ods)$/i;

/** Leftovers that somebody may have meant as a page or as code. */
const looksMeant = /\.(md|ya?ml|markdown|mdx|html?|njk|liquid|hbs|js|cjs|mjs|ts|json|php)$/i;

/** Which files of the content folder are published, and what is to be said of the rest. */
export interface SortedFiles {
  readonly published: readonly ContentFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether a file beside the pages may be published at all. */
export function isPublishable(path: string): boolean {
  return publishable.test(path);
}

/**
 * Sorts the files beside the pages: those that pages use are published, the rest stays where it is.
 *
 * @param used - paths that pages link to or show
 */
export async function sortFiles(others: readonly OtherFile[], used: ReadonlySet<string>): Promise<SortedFiles> {
  const published: ContentFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of others) {
    if (!used.has(file.path)) diagnostics.push(...leftoverFault(file.path));
    else if (/\.svg$/i.test(file.path)) {
      const active = activePart(await readFile(file.diskPath, "utf8"));
      if (active === null) published.push(file);
      else diagnostics.push(activePicture(file.path, active));
    } else published.push(file);
  }
  return { published, diagnostics };
}

/** What in an SVG could act or ask another host for something, in a word; `null` for a plain drawing. */
function activePart(svg: string): string | null {
  if (/<!ENTITY|<\?xml-stylesheet/i.test(svg)) return "an entity or a style sheet from elsewhere";
  const queue: DefaultTreeAdapterTypes.ChildNode[] = [...parseFragment(svg).childNodes];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (!("tagName" in node)) continue;
    if (/^(script|foreignobject|iframe|embed|object|a|set|animate.*|handler|link|meta|style)$/i.test(node.tagName)) return `<${node.tagName}>`;
    for (const { name, value } of node.attrs) {
      if (/^on/i.test(name)) return name;
      if (/^(href|src)$/i.test(name) && !value.trim().startsWith("#")) return `${name}="${value.slice(0, 40)}"`;
      if (/url\(\s*['"]?(?!#)/i.test(value)) return `${name} with an address`;
    }
    queue.push(...node.childNodes);
  }
  return null;
}

function activePicture(path: string, active: string): Diagnostic {
  return {
    rule: "active-picture",
    severity: "error",
    span: spanAt(path, 1, 1),
    message: `The picture holds more than a drawing: ${active}`,
    why: "It could run a program in a citizen's browser, or ask another site for something",
    fix: "Save it as a plain SVG or as a PNG, and use that",
  };
}

function leftoverFault(path: string): readonly Diagnostic[] {
  if (publishable.test(path)) {
    return [
      {
        rule: "unused-file",
        severity: "warning",
        span: spanAt(path, 1, 1),
        message: "No page uses this file, so it is not published",
        why: "Files that nothing uses make the site's folder hard to keep in order",
        fix: "Place it on a page, or delete it",
      },
    ];
  }
  if (!looksMeant.test(path)) return [];
  return [
    {
      rule: "not-content",
      severity: "warning",
      span: spanAt(path, 1, 1),
      message: "This file is neither a page nor a picture, so it is left alone",
      why: "What it was meant to do does not happen",
      fix: "If it is a page, save it as Markdown with a name that ends in .md; else move it out of the content folder",
    },
  ];
}
