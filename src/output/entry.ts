import type { StatementSettings } from "../model/statements.ts";
import type { AssetsView } from "./assets-view.ts";
import type { ContactPageView } from "./contact-view.ts";
import type { ErrorReferenceView, ReferenceGroupView, ReferenceView } from "./reference-view.ts";

export type { AssetsView } from "./assets-view.ts";

/** A link as a layout places it: the words, and an href that is ready to print (path prefix in it). */
export interface LinkView {
  readonly text: string;
  readonly href: string;
  /** The language of the words, BCP 47; left out where it is that of the edition. */
  readonly lang?: string;
}

/** A link to the same page in another language, which it names in that language. */
export interface LanguageLinkView extends LinkView {
  readonly lang: string;
}

/** A page in one of its languages, for search engines. */
export interface AlternateView {
  /** BCP 47; `x-default` for readers of any other language. */
  readonly lang: string;
  /** A whole address. */
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

/** What begins with one letter, for the page that lists everything. */
export interface LetterListView {
  /** Capital; `null` for what begins with none, such as a number. */
  readonly letter: string | null;
  /** The fragment of its heading: `letter-a`. */
  readonly id: string;
  readonly items: readonly LinkView[];
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
  /** The language of the title: another one than that of the words only on pages about error codes. */
  readonly titleLang: string;
  /** The language of the words that the layouts say around them: English, where they have none of the page's own. */
  readonly frameLang: string;
  /** The whole address of the page, or of its original where its words are that one's; `null` when the site's address is not known, or for a page without one (404). */
  readonly canonical: string | null;
  readonly draft: boolean;
  /** The same page in the other languages of the site; empty on a site in one language. */
  readonly otherLanguages: readonly LanguageLinkView[];
  /** The same page in every language that it is written in, itself too; empty where there is but one. */
  readonly alternates: readonly AlternateView[];
  /** Whether it shows the words of the site's own language, for nobody has translated them. */
  readonly isFallback: boolean;
  /** Whether search engines may list it. */
  readonly indexed: boolean;
  /** Home first, the page itself left out; empty on home. */
  readonly breadcrumbs: readonly LinkView[];
  /** The editor's words as checked HTML; `""` where there are none. The only value to print unescaped. */
  readonly html: string;
  /** Where in `html` the first expander begins, with what it stands in; `null` on a page with fewer than three. */
  readonly firstExpander: number | null;
  /** The article's h2s, hrefs like `#codes`; empty on other pages. */
  readonly contents: readonly LinkView[];
  /** What stands beside an article in its hub; `null` on other pages. */
  readonly neighbours: HubNeighboursView | null;
  /** What a hub or home lists, and on the 404 page what home lists; empty on other pages. */
  readonly items: readonly ListItemView[];
  /** Every hub with its articles, home's own first; on the search page. */
  readonly hubs: readonly HubListView[];
  /** The same articles and every error code, by the first letter of their titles; on the search page. */
  readonly letters: readonly LetterListView[];
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
  /** Where people say that something is wrong with the page; `null` on pages that are no help in themselves. */
  readonly problemHref: string | null;
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
  /** The language of these words where it is not that of the edition, BCP 47. */
  readonly bannerLang?: string | undefined;
  /** Whether all that the site says is an example. */
  readonly example: boolean;
  readonly nhsIdentity: boolean;
  readonly homeHref: string;
  readonly searchHref: string;
  /** What a search looks through, for the search script: of this edition. */
  readonly searchIndexHref: string;
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
    /** The same of these. */
    readonly introductionLang?: string | undefined;
    /** Words in place of the layouts' own in the notice about medical problems. */
    readonly medicalNotice: string | null;
    readonly hasForm: boolean;
    /** The same of the ways. */
    readonly waysLang?: string | undefined;
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
