import type { LinkView } from "./entry.ts";

/** An error code that the site explains, and a link to the words about it. */
export interface ErrorReferenceView {
  readonly code: string;
  /** What it means. */
  readonly title: string;
  readonly href: string;
  /** The language of the title, BCP 47; left out where it is that of the edition. */
  readonly lang?: string;
}

/** Error codes that stand together in the list of all: by the hundred, where there are many. */
export interface ReferenceGroupView {
  /** Such as `CID7000 to CID7099`; `null` for the one group of a short list. */
  readonly name: string | null;
  readonly items: readonly ErrorReferenceView[];
}

/** What the page about one error code knows beside its words. */
export interface ReferenceView {
  readonly code: string;
  /** Letter by letter, to be read aloud: `C I D 7 0 2 3`. */
  readonly spelled: string;
  /** The contact page, with the code in its address. */
  readonly contactHref: string;
  /** The section in the article that the words come from; `null` where the register gives them. */
  readonly article: LinkView | null;
  /** The same for programs: its file of the catalogue; `null` for a draft. */
  readonly catalogueHref: string | null;
  /** Whether screens do not show it any more. */
  readonly isRetired: boolean;
  /** The one that they show in its place; `null` where there is none. */
  readonly replacedBy: ErrorReferenceView | null;
}
