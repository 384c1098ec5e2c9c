import type { Diagnostic, SourceSpan } from "./diagnostic.ts";
import type { Picture } from "./picture.ts";
import type { CodePattern } from "./settings.ts";
import type { TextBlock } from "./text-block.ts";

/** A heading in an editor's words. */
export interface Heading {
  /** 1 for `#` to 6 for `######`. */
  readonly level: number;
  /** The words alone, without markup. */
  readonly text: string;
  /** The id on the page, as github-slugger makes it; unique on the page. */
  readonly id: string;
  /** Older ids that arrive at this heading too. */
  readonly aliases: readonly string[];
  readonly span: SourceSpan;
}

/** A link in an editor's words, Markdown or HTML. */
export interface Link {
  /** As the editor wrote it, entities decoded: `../passwords.md#reset`. */
  readonly href: string;
  /** The words of the link, without markup. */
  readonly text: string;
  readonly title: string | null;
  readonly span: SourceSpan;
  readonly parts: LinkParts;
}

/** Where the parts of a link stand, each `null` where it cannot be changed on its own. */
export interface LinkParts {
  /** The address alone, where it is written as it is read; `null` for one by reference, and where it is the words. */
  readonly address: SourceSpan | null;
  /** The words between square brackets, where they are plain text on one line. */
  readonly words: SourceSpan | null;
  /** The title with its quotes. */
  readonly title: SourceSpan | null;
  /** The same with the white space before it: what goes when the title goes. */
  readonly spacedTitle: SourceSpan | null;
}

/** A link to the contact page that carries an error code: `/contact?error=CID7023`, or `/contact/CID7023/`. */
export interface ContactLink {
  /** The value of `error`, or the last part of the address, as written. */
  readonly code: string;
  readonly text: string;
  readonly span: SourceSpan;
}

/** A picture placed in an editor's words. */
export interface PlacedPicture {
  /** As the editor wrote it: `images/letter.png`. */
  readonly src: string;
  /** `null` where no alternative text was written at all; `""` where it was left empty on purpose. */
  readonly alt: string | null;
  /** The words under it; `null` where there are none. */
  readonly caption: string | null;
  readonly span: SourceSpan;
}

/** Words that a citizen opens: raw `<details>` or `::: expander`. */
export interface Expander {
  readonly summary: string;
  /** Unique on the page, and stable while the summary is. */
  readonly id: string;
  readonly span: SourceSpan;
}

/** The kinds of box that say how much something matters. */
export type BoxKind = "warning" | "non-urgent" | "urgent" | "emergency";

/** A warning or a care card. */
export interface Box {
  readonly kind: BoxKind;
  readonly links: readonly Link[];
  /** The line that starts it. */
  readonly span: SourceSpan;
}

/** What the parser found in a body; rules and registers read these, never the Markdown. */
export interface BodyFacts {
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly contactLinks: readonly ContactLink[];
  readonly pictures: readonly PlacedPicture[];
  readonly expanders: readonly Expander[];
  readonly boxes: readonly Box[];
  /** Every id that a fragment can lead to: headings, their aliases, expanders, ids of the editor's own. */
  readonly ids: ReadonlySet<string>;
  /** Every block of words, in order. */
  readonly blocks: readonly TextBlock[];
  /** The first sentence of the first paragraph, without markup; `""` where there is none. */
  readonly firstSentence: string;
}

/** A body of Markdown, rendered: the HTML that is placed on the page, and what is in it. */
export interface Body {
  /** Checked HTML: only elements and attributes of the allow list. */
  readonly html: string;
  readonly facts: BodyFacts;
}

/** Where a body of Markdown comes from. */
export interface BodySource {
  /** Path inside the content folder, always with `/`. */
  readonly file: string;
  /** The Markdown after the front matter; line ends may be of any kind. */
  readonly text: string;
  /** The line of the file on which `text` starts, counted from 1. */
  readonly firstLine: number;
  /** The language of the words that name no other, BCP 47. */
  readonly lang: string;
  /** Old heading ids of this page → the id that they must arrive at (front matter `aliases`). */
  readonly headingAliases: ReadonlyMap<string, string>;
}

/** What rendering needs to know of the site; the same for every page. */
export interface RenderSettings {
  /** Where the site lives on its host: `/` or `/help/`, with a slash at each end. */
  readonly pathPrefix: string;
  /** What an error code looks like. */
  readonly codes: CodePattern;
  /** What is known of the picture files in the content folder, by their paths. */
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** The outcome of rendering a body: always HTML, and all that is wrong with its source. */
export interface RenderedBody {
  readonly body: Body;
  readonly diagnostics: readonly Diagnostic[];
}
