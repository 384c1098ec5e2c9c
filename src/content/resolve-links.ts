import type { Page } from "../model/article.ts";
import { builtAddresses, decodedFragment, linkTarget, publishedHref } from "../model/address.ts";
import type { Diagnostic, SourceSpan } from "../model/diagnostic.ts";
import { nearest } from "./nearest.ts";

/** What links may lead to. */
export interface LinkTargets {
  /** Every page that stands, by address. */
  readonly pages: ReadonlyMap<string, Page>;
  /** Addresses that may stand in files that did not pass: links to them are not reported. */
  readonly unreadAddresses: ReadonlySet<string>;
  /** Addresses of drafts that are not part of the site. */
  readonly drafts: ReadonlySet<string>;
  /** Old addresses that lead on. */
  readonly redirected: ReadonlySet<string>;
  /** Paths of pictures and documents in the content folder. */
  readonly files: ReadonlySet<string>;
}

/** What resolving the links of a site gives. */
export interface ResolvedLinks {
  /** Paths of the pictures and documents that pages use. */
  readonly usedFiles: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Follows every link and picture of every page, as far as it stays on the site. */
export function resolveLinks(pages: readonly Page[], targets: LinkTargets): ResolvedLinks {
  const usedFiles = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const page of pages) {
    const { file, body } = page;
    if (file === null) continue;
    for (const { href, span } of body.facts.links) {
      const target = linkTarget(href, file);
      if (target.kind === "page") diagnostics.push(...pageFault(href, target, span, targets));
      if (target.kind === "file") {
        if (targets.files.has(target.path)) usedFiles.add(target.path);
        else diagnostics.push(deadFile(href, target.path, span, targets));
      }
    }
    for (const { src, span } of body.facts.pictures) {
      const target = linkTarget(src, file);
      if (target.kind === "file" && targets.files.has(target.path)) usedFiles.add(target.path);
      else if (target.kind === "elsewhere") diagnostics.push(foreignPicture(src, span));
      else if (target.kind !== "refused") diagnostics.push(deadPicture(src, target.kind === "file" ? target.path : "", span, targets));
    }
  }
  return { usedFiles, diagnostics };
}

function pageFault(
  href: string,
  { address, fragment }: { readonly address: string; readonly fragment: string },
  span: SourceSpan,
  { pages, unreadAddresses, drafts, redirected }: LinkTargets,
): readonly Diagnostic[] {
  const page = pages.get(address);
  if (page === undefined) {
    const isBuilt = Object.values<string>(builtAddresses).includes(address);
    if (isBuilt || unreadAddresses.has(address) || redirected.has(address)) return [];
    return [drafts.has(address) ? draftLink(href, span) : deadPage(href, address, span, [...pages.keys()])];
  }
  if (fragment === "" || fragment === "top") return [];
  const { ids } = page.body.facts;
  return ids.has(fragment) || ids.has(decodedFragment(fragment)) ? [] : [deadHeading(fragment, page, span)];
}

function deadPage(href: string, address: string, span: SourceSpan, addresses: readonly string[]): Diagnostic {
  const likely = nearest(address, addresses) ?? sameName(address, addresses);
  return {
    rule: "broken-link",
    severity: "error",
    span,
    message: `The link leads to ${href}, and there is no such page`,
    why: "A citizen who follows it would find an error page",
    fix: likely === null ? "Correct the address, or take the link out" : `Change it to ${publishedHref(likely, "/")}, or take the link out`,
  };
}

function draftLink(href: string, span: SourceSpan): Diagnostic {
  return {
    rule: "link-to-draft",
    severity: "error",
    span,
    message: `The link leads to ${href}, which is a draft and is not published`,
    why: "A citizen who follows it would find an error page",
    fix: "Take the link out for now, or take draft: true out of the other page",
  };
}

/** The one page whose last part is the same: pages move between folders more often than they change their names. */
function sameName(address: string, addresses: readonly string[]): string | null {
  const name = address.split("/").at(-2);
  const same = addresses.filter((other) => other.split("/").at(-2) === name);
  return same.length === 1 ? (same[0] ?? null) : null;
}

function deadHeading(fragment: string, page: Page, span: SourceSpan): Diagnostic {
  const likely = nearest(fragment, page.body.facts.headings.map(({ id }) => id));
  return {
    rule: "broken-link",
    severity: "error",
    span,
    message: `The link leads to #${fragment}, and ${page.file ?? page.address} has no such heading`,
    why: "A citizen would land at the top of the page and have to look for the place",
    fix: likely === null ? "Correct what stands after the #, or take it out" : `Change it to #${likely}`,
  };
}

function deadFile(href: string, path: string, span: SourceSpan, { files }: LinkTargets): Diagnostic {
  const likely = nearest(path, files);
  return {
    rule: "broken-link",
    severity: "error",
    span,
    message: `The link leads to ${href}, and there is no such file`,
    why: "A citizen who follows it would find an error page",
    fix: likely === null ? `Put the file at content/${path}, or correct the address` : `Change it to /${likely}`,
  };
}

function deadPicture(src: string, path: string, span: SourceSpan, { files }: LinkTargets): Diagnostic {
  const likely = nearest(path, files);
  return {
    rule: "broken-picture",
    severity: "error",
    span,
    message: `There is no picture ${src}`,
    why: "A citizen would see an empty frame",
    fix: likely === null ? "Put the picture into the content folder, or correct its address" : `Change it to /${likely}`,
  };
}

function foreignPicture(src: string, span: SourceSpan): Diagnostic {
  return {
    rule: "foreign-picture",
    severity: "warning",
    span,
    message: `The picture ${src} is on another site`,
    why: "The page asks no other site for anything, so the picture would not be shown",
    fix: "Save the picture in the content folder, if it may be used, and name it by its path there",
  };
}
