import type { SourceSpan } from "./diagnostic.ts";

/** An error code that citizens see on a screen, and where the words about it stand. */
export interface ErrorReference {
  /** As the screen shows it: `CID7023`. */
  readonly code: string;
  /** What it means, in the words of the heading it stands under: without the code, and without "Reference". */
  readonly title: string;
  /** The page's, from the site root, with a slash at each end: `/error-messages-support/`. */
  readonly address: string;
  /** The id of the heading or expander; `null` where the code stands above the first heading of its page. */
  readonly headingId: string | null;
}

/** How a page names a code: in a heading, on an expander or box, in its words, or in a link to the contact page. */
export type MentionKind = "heading" | "summary" | "text" | "link";

/** One place that names a code. */
export interface CodeMention {
  readonly code: string;
  readonly kind: MentionKind;
  /** The code alone. */
  readonly span: SourceSpan;
  readonly section: PageSection;
}

/** A part of a page: a heading, and what stands below it up to the next heading of the same or a higher level. */
export interface PageSection {
  /** The page's, from the site root, with a slash at each end. */
  readonly address: string;
  /** The heading's words; the page's title for what stands above the first heading. */
  readonly heading: string;
  /** `null` for what stands above the first heading. */
  readonly headingId: string | null;
  /** The codes that its headings, expanders and words name. Links do not name a code, they carry it. */
  readonly codes: ReadonlySet<string>;
}
