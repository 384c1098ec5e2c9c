import type { Site } from "../model/site.ts";
import { editionsOf } from "../model/edition.ts";
import { contentPolicyForMeta } from "./deploy-headers.ts";
import type { AssetsView, Entry } from "./entry.ts";
import { withLanguages } from "./languages.ts";
import type { EditionEntries } from "./languages.ts";
import type { Layouts } from "./layouts.ts";
import { checkOutputPaths } from "./output-paths.ts";
import { entriesOf } from "./page-types.ts";
import { siteView } from "./site-view.ts";

/** The site in one of its languages, with its pages. */
export interface EditionPages extends EditionEntries {
  /** Where it stands in the output folder: `""` for the site's own language, `cy/` for Welsh. */
  readonly folder: string;
}

/** The pages of a site, and how each is printed: what Eleventy and the preview both work from. */
export interface SitePages {
  /** Those of every language. */
  readonly entries: readonly Entry[];
  /** The same language by language, the site's own first. */
  readonly editions: readonly EditionPages[];
  /**
   * The whole HTML of a page.
   *
   * @throws SourceError for a mistake in a layout
   */
  readonly render: (entry: Entry) => string;
}

/** What pages are made from. */
export interface PageSources {
  readonly site: Site;
  readonly layouts: Layouts;
  /** Hrefs of the built assets. */
  readonly assets: AssetsView;
}

/**
 * The pages of a site, ready to print.
 *
 * @throws Error if two pages would take one file; `loadSite` reports that to the editor, so here it is our bug
 */
export function sitePages({ site, layouts, assets }: PageSources): SitePages {
  const [own, ...others] = editionsOf(site);
  const editions = withLanguages(
    [editionPages(own, layouts, others), ...others.map((edition) => editionPages(edition, layouts, []))],
    layouts.text,
  );
  const entries = editions.flatMap((edition) => edition.entries);
  checkOutputPaths(entries.map((entry) => entry.outputPath));
  const views = new Map(
    editions.flatMap((edition) => {
      const view = siteView(edition.site, layouts.text);
      return edition.entries.map((entry) => [entry.outputPath, view] as const);
    }),
  );
  const contentPolicy = contentPolicyForMeta(site, "site");
  return {
    entries,
    editions,
    render: (entry) => {
      const view = views.get(entry.outputPath);
      if (view === undefined) throw new Error(`The page ${entry.outputPath} is none of this site`);
      return layouts.render({ entry, site: view, assets, text: layouts.text(entry.frameLang), contentPolicy });
    },
  };
}

function editionPages(site: Site, layouts: Layouts, below: readonly Site[]): EditionPages {
  const folder = site.editionOf === null ? "" : `${site.settings.lang}/`;
  const entries = entriesOf(site, layouts.text, below);
  const inFolder = entries.map((entry) => ({ ...entry, outputPath: folder + entry.outputPath }));
  return { site, folder, entries: folder === "" ? entries : inFolder };
}
