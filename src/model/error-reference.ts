import type { SourceSpan } from "./diagnostic.ts";

/** An error code that citizens see on a screen, and where the words about it stand. */
export interface ErrorReference {
  /** As the screen shows it: `CID7023`. */
  readonly code: string;
  /** What it means: as `error-references.yml` says it, else in the words of the heading it stands under. */
  readonly title: string;
  /** The section of a page that explains it; `null` where `error-references.yml` alone does. */
  readonly home: CodeHome | null;
  readonly status: ReferenceStatus;
  /** What `error-references.yml` says happened, in paragraphs of plain text; `null` where it says nothing. */
  readonly whatHappened: string | null;
  /** What it says that a citizen can do. */
  readonly whatToDo: string | null;
  /** Who answers for the words. */
  readonly owner: string | null;
  /** The code that screens show in its place. */
  readonly replacedBy: string | null;
  readonly severity: ReferenceSeverity | null;
}

/** The section of a page in which a code is at home. */
export interface CodeHome {
  /** The page's, from the site root, with a slash at each end: `/error-messages-support/`. */
  readonly address: string;
  /** The id of the heading or expander; `null` where the code stands above the first heading of its page. */
  readonly headingId: string | null;
}

/** Whether screens show a code: now, not any more, or not yet. */
export const referenceStatuses = ["active", "retired", "planned"] as const;
/** See `referenceStatuses`. */
export type ReferenceStatus = (typeof referenceStatuses)[number];

/** How much a code keeps a citizen from what they came for. */
export const referenceSeverities = ["low", "medium", "high"] as const;
/** See `referenceSeverities`. */
export type ReferenceSeverity = (typeof referenceSeverities)[number];

/** What `error-references.yml` says of one code. */
export interface RegisteredCode {
  readonly code: string;
  readonly title: string | null;
  readonly whatHappened: string | null;
  readonly whatToDo: string | null;
  readonly owner: string | null;
  readonly status: ReferenceStatus;
  readonly replacedBy: string | null;
  readonly severity: ReferenceSeverity | null;
  /** The code where the register gives it. */
  readonly span: SourceSpan;
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
