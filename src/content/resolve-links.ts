import type { Page } from "../model/article.ts";
import { builtAddresses, decodedFragment, linkTarget } from "../model/address.ts";
import type { Diagnostic, SourceSpan } from "../model/diagnostic.ts";
import { deadFile, deadHeading, deadPage } from "./faults/broken-link.ts";
import { brokenPictureAt } from "./faults/broken-picture.ts";
import { foreignPictureAt } from "./faults/foreign-picture.ts";
import { linkToDraftAt } from "./faults/link-to-draft.ts";

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
        else diagnostics.push(deadFile(href, target.path, span, targets.files));
      }
    }
    for (const { src, span } of body.facts.pictures) {
      const target = linkTarget(src, file);
      if (target.kind === "file" && targets.files.has(target.path)) usedFiles.add(target.path);
      else if (target.kind === "elsewhere") diagnostics.push(foreignPictureAt(src, span));
      else if (target.kind !== "refused") {
        diagnostics.push(brokenPictureAt(src, target.kind === "file" ? target.path : "", span, targets.files));
      }
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
    return [drafts.has(address) ? linkToDraftAt(href, span) : deadPage(href, address, span, [...pages.keys()])];
  }
  if (fragment === "" || fragment === "top") return [];
  const { ids } = page.body.facts;
  return ids.has(fragment) || ids.has(decodedFragment(fragment)) ? [] : [deadHeading(fragment, page, span)];
}
