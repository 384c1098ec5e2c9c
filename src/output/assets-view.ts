/** Hrefs of the built assets: fingerprinted, path prefix in them; `null` for icons that only the NHS identity has. */
export interface AssetsView {
  readonly styles: string;
  /** What forms need beside it; for pages with a form. */
  readonly formStyles: string;
  /** A script of type module, loaded by every page. */
  readonly script: string;
  /** Says that scripts run; a plain script that blocks for as long as it takes to read two lines. */
  readonly scriptEnabled: string;
  /** What search needs beside it: the search page links it, the script adds it to other pages when a field is touched. */
  readonly searchStyles: string;
  /** A module for the search page, and for every other page from when a search field is touched. */
  readonly searchScript: string;
  /** A module for the 404 page alone. */
  readonly notFoundScript: string;
  /** A module for the list of references alone. */
  readonly referencesScript: string;
  /** A module for contact pages with a form. */
  readonly contactScript: string;
  readonly favicon: string | null;
  readonly faviconSvg: string;
  readonly touchIcon: string | null;
  readonly maskIcon: string | null;
  /** The picture that other services show beside a link to a page. */
  readonly shareImage: string | null;
  readonly manifest: string;
}
