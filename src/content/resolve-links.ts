import type { Page } from "../model/article.ts";
import { builtAddresses, contactAddress, decodedFragment, linkTarget, referenceAddress } from "../model/address.ts";
import type { Link } from "../model/body.ts";
import { meantCode } from "../model/code-pattern.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { nearCode } from "../model/near-code.ts";
import type { CodePattern } from "../model/settings.ts";
import { deadFile, deadHeading, deadPage, footnote, unfinishedAddress } from "./faults/broken-link.ts";
import { brokenPictureAt } from "./faults/broken-picture.ts";
import { foreignPictureAt } from "./faults/foreign-picture.ts";
import { linkToDraftAt } from "./faults/link-to-draft.ts";

/** What links may lead to. */
export interface LinkTargets {
  /** Every page that stands, by address. */
  readonly pages: ReadonlyMap<string, Page>;
  /** Addresses of pages that the build makes itself, those about one error code each among them. */
  readonly built: ReadonlySet<string>;
  /** Error codes that the site explains. */
  readonly knownCodes: ReadonlySet<string>;
  /** What an error code looks like. */
  readonly codes: CodePattern;
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
    for (const link of body.facts.links) {
      const target = linkTarget(link.href, file);
      if (target.kind === "page") diagnostics.push(...pageFault(link, target, targets));
      if (target.kind === "file") {
        if (targets.files.has(target.path)) usedFiles.add(target.path);
        else diagnostics.push(otherMeaning(link) ?? deadFile(link.href, target.path, link.span, targets.files));
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

/** A link that was not meant to lead to a page or file of this site. */
function otherMeaning({ href, text, span }: Link): Diagnostic | null {
  return /^\^\S+$/.test(text) ? footnote(text, href, span) : unfinishedAddress(href, span);
}

function pageFault(
  link: Link,
  { address, fragment }: { readonly address: string; readonly fragment: string },
  targets: LinkTargets,
): readonly Diagnostic[] {
  const { href, span } = link;
  const { pages, built, unreadAddresses, drafts, redirected } = targets;
  const page = pages.get(address);
  if (page === undefined) {
    if (built.has(address) || unreadAddresses.has(address) || redirected.has(address)) return [];
    if (drafts.has(address)) return [linkToDraftAt(href, span)];
    const codePage = codePageAt(address);
    // It may be explained in a file that did not pass.
    if (codePage !== null && unreadAddresses.size > 0) return [];
    const meant = codePage === null ? null : meantCodePage(codePage, targets);
    return [otherMeaning(link) ?? deadPage(href, address, span, [...pages.keys()], meant)];
  }
  if (fragment === "" || fragment === "top") return [];
  const { ids } = page.body.facts;
  return ids.has(fragment) || ids.has(decodedFragment(fragment)) ? [] : [deadHeading(fragment, page, span)];
}

/** A page about one error code, as a link asks for it. */
interface CodePage {
  /** The part of the address that names the code. */
  readonly typed: string;
  readonly addressOf: (code: string) => string;
}

/** What an address asks for; `null` for one that is not below the pages about codes. */
function codePageAt(address: string): CodePage | null {
  const folders = [
    [builtAddresses.errors, referenceAddress],
    [builtAddresses.contact, contactAddress],
  ] as const;
  for (const [folder, addressOf] of folders) {
    const typed = address.startsWith(folder) ? address.slice(folder.length, -1) : "";
    if (typed !== "" && !typed.includes("/")) return { typed, addressOf };
  }
  return null;
}

/** The page that is meant: of the code in another spelling, or of the one code that is near. */
function meantCodePage({ typed, addressOf }: CodePage, { codes, knownCodes }: LinkTargets): string | null {
  const code = meantCode(typed, codes) ?? typed;
  const known = knownCodes.has(code) ? code : nearCode(code, knownCodes);
  return known === null ? null : addressOf(known);
}
