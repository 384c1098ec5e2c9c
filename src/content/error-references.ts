import type { Page } from "../model/article.ts";
import { codesIn } from "../model/code-pattern.ts";
import { compareText } from "../model/diagnostic.ts";
import type { CodeMention, ErrorReference, MentionKind, PageSection } from "../model/error-reference.ts";
import type { CodePattern, SiteSettings } from "../model/settings.ts";
import type { Site } from "../model/site.ts";
import { mentionsIn } from "./code-mentions.ts";
import { titleWithoutCodes } from "./code-titles.ts";

/** The surest first: a code stands where a heading names it, else an expander, else a contact link, else the words. */
const kindsOfHome: readonly MentionKind[] = ["heading", "summary", "link", "text"];

/** What pages say of error codes. */
export type CodeRegister = Pick<Site, "codeMentions" | "errorReferences">;

/**
 * Gathers the error codes that pages name or carry, each with the one place where it is at home. Pages in the site's
 * own language come before translations, and pages of one language in order of their files.
 *
 * @param pages - those that stand; the front page's own file among them
 */
export function codeRegister(pages: readonly Page[], { codes, lang }: SiteSettings): CodeRegister {
  const inOrder = pages.toSorted(
    (a, b) => Number(a.lang !== lang) - Number(b.lang !== lang) || compareText(a.file ?? "", b.file ?? ""),
  );
  const titles = new Map(inOrder.map(({ address, title }) => [address, title]));
  const codeMentions = inOrder.flatMap((page) => mentionsIn(page, codes));
  const errorReferences = [...Map.groupBy(codeMentions, ({ code }) => code)]
    .flatMap(([code, mentions]): readonly ErrorReference[] => {
      const home = homeOf(mentions);
      if (home === undefined) return [];
      const { address, headingId } = home.section;
      return [{ ...unregistered, code, title: titleOf(home, titles.get(address) ?? "", codes), home: { address, headingId } }];
    })
    .toSorted((a, b) => a.code.length - b.code.length || compareText(a.code, b.code));
  return { codeMentions, errorReferences };
}

/** What is known of a code that `error-references.yml` does not name. */
const unregistered = {
  status: "active",
  whatHappened: null,
  whatToDo: null,
  owner: null,
  replacedBy: null,
  severity: null,
} as const;

/** The mention whose section is the code's home. A link under a heading that names other codes is none. */
function homeOf(mentions: readonly CodeMention[]): CodeMention | undefined {
  for (const wanted of kindsOfHome) {
    const home = mentions.find(({ code, kind, section }) => kind === wanted && (kind !== "link" || speaksOf(section, code)));
    if (home) return home;
  }
  return undefined;
}

/** Whether a section may be a code's own: it names the code, or none at all. */
function speaksOf({ codes }: PageSection, code: string): boolean {
  return codes.size === 0 || codes.has(code);
}

/** What a heading says of a code; the page's title where it says nothing. */
function titleOf({ section }: CodeMention, pageTitle: string, codes: CodePattern): string {
  const named = codesIn(section.heading, codes).map(({ code }) => code);
  return (named.length > 0 ? titleWithoutCodes(section.heading, named) : section.heading) || pageTitle;
}
