import type { Site } from "../model/site.ts";
import { contentPolicyForMeta } from "./deploy-headers.ts";
import type { AssetsView, Entry } from "./entry.ts";
import type { Layouts } from "./layouts.ts";
import { checkOutputPaths } from "./output-paths.ts";
import { entriesOf } from "./page-types.ts";
import { siteView } from "./site-view.ts";

/** The pages of a site, and how each is printed: what Eleventy and the preview both work from. */
export interface SitePages {
  readonly entries: readonly Entry[];
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
  const entries = entriesOf(site, layouts.text);
  checkOutputPaths(entries.map((entry) => entry.outputPath));
  const view = siteView(site, layouts.text);
  const contentPolicy = contentPolicyForMeta(site, "site");
  return {
    entries,
    render: (entry) =>
      layouts.render({
        entry,
        site: view,
        assets,
        text: layouts.text(entry.lang),
        contentPolicy,
      }),
  };
}
