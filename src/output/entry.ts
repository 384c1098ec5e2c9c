import type { StatementSettings } from "../model/statements.ts";
import type { ContactPageView } from "./contact-view.ts";
import type { ErrorReferenceView, ReferenceGroupView, ReferenceView } from "./reference-view.ts";

/** A link as a layout places it: the words, and an href that is ready to print (path prefix in it). */
export interface LinkView {
  readonly text: string;
  readonly href: string;
}

/** A page in a hub's list. */
export interface ListItemView extends LinkView {
  /** The sentence under the link; `null` where there is none. */
  readonly description: string | null;
  readonly type: "article" | "hub";
}

/** A hub with the articles in it, for the pages that list everything. */
export interface HubListView extends LinkView {
  readonly items: readonly ListItemView[];
}

/** What stands beside an article in its hub. */
export interface HubNeighboursView {
  /** The hub that lists the article. */
  readonly hub: LinkView;
  /** The hub's other pages, in its order; of a long list, those nearest to the article. */
  readonly others: readonly LinkView[];
  /** The article before this one in the hub's order; `null` for the first. */
  readonly previous: LinkView | null;
  /** The article after it; `null` for the last. */
  readonly next: LinkView | null;
}

/** One page as its layout sees it: everything is worked out, sorted and prefixed. A layout only places it. */
export interface Entry {
  /** A row of `page-types.ts`: `article`. */
  readonly type: string;
  /** File name in `layouts/`: `article.njk`. */
  readonly layout: string;
  /** From the site root, without the path prefix: `/manage/passwords/`, `/404.html`. */
  readonly address: string;
  /** Inside the output folder, with `/`: `manage/passwords/index.html`. */
  readonly outputPath: string;
  /** The file it was made from, inside the content folder; `null` for pages that the build makes. */
  readonly file: string | null;
  /** The h1. */
  readonly title: string;
  /** The `<title>`: unique on the site. */
  readonly documentTitle: string;
  /** The meta description, of its own for every page. */
  readonly description: string;
  readonly pageName: string;
  /** The language of the editor's words, BCP 47. */
  readonly lang: string;
  /** The language of the words that the layouts say around them: English, where they have none of the page's own. */
  readonly frameLang: string;
  /** The whole address of the page; `null` when the site's address is not known, or for a page without one (404). */
  readonly canonical: string | null;
  readonly draft: boolean;
  /** Whether search engines may list it. */
  readonly indexed: boolean;
  /** Home first, the page itself left out; empty on home. */
  readonly breadcrumbs: readonly LinkView[];
  /** The editor's words as checked HTML; `""` where there are none. The only value to print unescaped. */
  readonly html: string;
  /** The article's h2s, hrefs like `#codes`; empty on other pages. */
  readonly contents: readonly LinkView[];
  /** What stands beside an article in its hub; `null` on other pages. */
  readonly neighbours: HubNeighboursView | null;
  /** What a hub or home lists, and on the 404 page what home lists; empty on other pages. */
  readonly items: readonly ListItemView[];
  /** Every hub with its articles, home's own first; on the search page. */
  readonly hubs: readonly HubListView[];
  /** Every error code that pages explain, in order of the code; on the search and 404 pages. */
  readonly errorReferences: readonly ErrorReferenceView[];
  /** The same in groups, without retired ones; on the page that lists them. */
  readonly referenceGroups: readonly ReferenceGroupView[];
  /** Those that screens do not show any more, which are in no group; on the same page. */
  readonly retiredReferences: readonly ErrorReferenceView[];
  /** On the page about one error code; `null` on others. */
  readonly reference: ReferenceView | null;
  /** The pages with the words about them, each once; on the 404 page. */
  readonly referencePages: readonly LinkView[];
  /** On the contact pages; `null` on others. */
  readonly contact: ContactPageView | null;
  /** `31 January 2026`, in the language of the layouts' words beside it. */
  readonly lastReviewed: string | null;
  readonly nextReview: string | null;
}

/** What every layout knows of the site. */
export interface SiteView {
  readonly name: string;
  readonly organisation: string | null;
  readonly lang: string;
  readonly phase: "alpha" | "beta" | "live";
  readonly banner: string | null;
  /** Whether all that the site says is an example. */
  readonly example: boolean;
  readonly nhsIdentity: boolean;
  readonly homeHref: string;
  readonly searchHref: string;
  readonly contactHref: string;
  /** The list of all references; `null` where the site explains none. */
  readonly errorsHref: string | null;
  /** The site's address without a path, `https://help.example.org`; `null` where it is not known. */
  readonly origin: string | null;
  /** A reference as a citizen types it, for a hint: `CID7023`; `null` where the site documents none. */
  readonly codeExample: string | null;
  /** What home lists, by short title: the header's menu. `section` marks the one that an address lies in, for `current`. */
  readonly navigation: readonly (LinkView & { readonly section: string })[];
  /** The plain pages, and contact: the footer. */
  readonly footer: readonly LinkView[];
  readonly contact: {
    readonly introduction: string | null;
    /** Words in place of the layouts' own in the notice about medical problems. */
    readonly medicalNotice: string | null;
    readonly hasForm: boolean;
    readonly ways: readonly {
      readonly name: string;
      readonly text: string | null;
      readonly href: string | null;
      readonly linkText: string | null;
      readonly openingTimes: string | null;
    }[];
  };
  readonly statements: StatementsView;
}

/** What the accessibility statement and the privacy page are filled in with; days are in words. */
export interface StatementsView extends StatementSettings {
  readonly contact: StatementSettings["contact"] & { readonly phoneHref: string | null };
}

/** Hrefs of the built assets: fingerprinted, path prefix in them; `null` for icons that only the NHS identity has. */
export interface AssetsView {
  readonly styles: string;
  /** What forms need beside it; for pages with a form. */
  readonly formStyles: string;
  /** A script of type module, loaded by every page. */
  readonly script: string;
  /** Says that scripts run; a plain script that blocks for as long as it takes to read two lines. */
  readonly scriptEnabled: string;
  /** A module for the search page alone. */
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

/** What the layouts say themselves, in one language: the parsed `layouts/text/<language>.yml`. */
export type LayoutText = { readonly [key: string]: string | LayoutText };

/** Everything a layout is rendered with: `{{ entry.title }}`, `{{ site.name }}`, `{{ assets.styles }}`, `{{ text.skipLink }}`. */
export interface LayoutData {
  readonly entry: Entry;
  readonly site: SiteView;
  readonly assets: AssetsView;
  readonly text: LayoutText;
  /** The content policy for hosts that send no headers (GitHub Pages). */
  readonly contentPolicy: string;
}
