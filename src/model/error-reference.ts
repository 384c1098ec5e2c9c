/** An error code that citizens see on a screen, and where the words about it stand. */
export interface ErrorReference {
  /** As the screen shows it: `CID7023`. */
  readonly code: string;
  /** What it means, in the words of the heading it stands under: without the code, and without "Reference". */
  readonly title: string;
  /** The page's, from the site root, with a slash at each end: `/error-messages-support/`. */
  readonly address: string;
  /** The id of the heading; `null` where the code stands above the first heading of its page. */
  readonly headingId: string | null;
}
