import { oldAddress } from "./address.ts";
import type { Body } from "./body.ts";
import type { SourceSpan } from "./diagnostic.ts";
import { choice, day, field, flag, pattern, text, texts, wholeNumber, wrong } from "./field.ts";
import { formSchema } from "./field-schema.ts";
import type { ValuesOf } from "./field.ts";
import type { YamlValue } from "./field-schema.ts";

/** The kinds of page that an editor can write. */
export const contentTypes = ["article", "hub", "page"] as const;
export type ContentType = (typeof contentTypes)[number];

/** A language as BCP 47 writes it: `en-GB`, `cy`. */
const languageTag = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/;

/** Old places that must keep arriving: addresses of the page, and ids of its headings. */
export interface Aliases {
  /** From the site root, with a slash at each end: `/old-passwords/`. */
  readonly addresses: readonly string[];
  /** Old heading id → the id that the heading has now. */
  readonly headings: ReadonlyMap<string, string>;
}

/** An old address or headings as a schema sees them; which addresses belong to the build, `oldAddress` knows. */
const aliasSchema = {
  anyOf: [
    formSchema("string", String.raw`^/[^/\\?#"<>][^\\?#"<>]*$`, "an old address that starts with a slash"),
    {
      type: "object",
      propertyNames: { pattern: String.raw`^\S*$` },
      additionalProperties: formSchema("string", String.raw`^\S*$`, "the id of a heading, without spaces"),
    },
  ],
};

const aliases = field<Aliases>(
  {
    severity: "error",
    help: "Old addresses of this page, and old heading ids with the ids that they have now",
    example: "[/old-passwords/, {old-heading: new-heading}]",
  },
  { anyOf: [...aliasSchema.anyOf, { type: "array", items: aliasSchema }] },
  (value) => {
    const addresses: string[] = [];
    const headings = new Map<string, string>();
    for (const item of Array.isArray(value) ? value : [value]) {
      const address = typeof item === "string" ? oldAddress(item) : null;
      if (address !== null) addresses.push(address);
      else if (typeof item === "object" && item !== null && !Array.isArray(item)) {
        for (const [old, now] of Object.entries(item)) {
          if (typeof now !== "string" || /\s/.test(old + now)) return malformedAlias(old);
          headings.set(old.replace(/^#/, ""), now.replace(/^#/, ""));
        }
      } else return malformedAlias(item);
    }
    return { ok: true, value: { addresses, headings } };
  },
);

function malformedAlias(item: YamlValue): ReturnType<typeof wrong> {
  return wrong(
    `holds "${String(item)}", which is neither an old address nor an old heading with its new one`,
    "Write each on a line of its own: - /old-page/ for an address, - old-heading: new-heading for a heading",
  );
}

/** Everything an editor may write above a page. To add a field, add a row. */
export const pageFields = {
  title: text({
    longest: 300,
    severity: "error",
    help: "The page's heading, and the start of its name in the browser's tab",
    example: "Passwords",
  }),
  short_title: text({ longest: 120, help: "A shorter title for menus and breadcrumbs", example: "Passwords" }),
  subtitle: text({
    longest: 500,
    help: "The sentence under the link on the hub's page, and in search engines",
    example: "How to change your password",
  }),
  pageName: pattern({
    form: /^[a-z0-9][a-z0-9:-]*$/,
    formInWords: "lower case letters, digits, hyphens and colons",
    help: "The page's name in analytics; nothing else uses it",
    example: "manage:passwords",
  }),
  type: choice({ choices: contentTypes, severity: "error", help: "What kind of page this is", example: "article" }),
  hub: text({
    longest: 80,
    severity: "error",
    help: "The name of the hub that lists this page; home is the front page",
    example: "home",
  }),
  name: pattern({
    form: /^[A-Za-z0-9][A-Za-z0-9_-]*$/,
    formInWords: "letters, digits and hyphens, without spaces",
    severity: "error",
    help: "The hub's own name, which its pages write in their hub field",
    example: "manage",
  }),
  position: wholeNumber({ from: 1, to: 9999, help: "The place in the hub's list; 1 comes first", example: "2" }),
  layout: text({ longest: 200, help: "The layout to use; without it, the type's own", example: "layouts/article.njk" }),
  aliases,
  last_reviewed: day({
    help: "The day on which somebody last read the whole page and found it right",
    example: '"2026-01-31"',
  }),
  next_review: day({ help: "The day by which somebody must read it again", example: '"2027-01-31"' }),
  owner: text({ longest: 120, help: "Who answers for this page", example: "Account team" }),
  search_terms: texts({
    longest: 120,
    help: "Words that people use for this and that the page does not",
    example: "[log on, sign on]",
  }),
  draft: flag({ severity: "error", help: "true keeps the page out of the published site", example: "true" }),
  lang: pattern({ form: languageTag, formInWords: "a language tag", help: "The page's language", example: "cy" }),
  translationOf: text({
    longest: 200,
    help: "The file of the page that this one translates",
    example: "manage/passwords.md",
  }),
  allow: texts({
    longest: 80,
    help: "Names of warnings that are right to leave on this page",
    example: "[long-sentence]",
  }),
};

/** The fields of a page as written; what was left out is `undefined`. */
export type PageFields = ValuesOf<typeof pageFields>;

/** What every page that passed has, whatever its type. */
interface PageBase {
  /** Path inside the content folder, with `/`; `null` for a page that the build makes without a file. */
  readonly file: string | null;
  /** From the site root, with a slash at each end: `/manage/passwords/`. */
  readonly address: string;
  readonly title: string;
  /** `short_title`, else the title. */
  readonly shortTitle: string;
  /** `subtitle`; `null` where there is none. */
  readonly subtitle: string | null;
  /** `pageName`, else made from the address. */
  readonly pageName: string;
  /** A file name in `layouts/`, checked to be there: `article.njk`. */
  readonly layout: string;
  readonly aliases: Aliases;
  /** `YYYY-MM-DD`. */
  readonly lastReviewed: string | null;
  /** `YYYY-MM-DD`. */
  readonly nextReview: string | null;
  readonly owner: string | null;
  readonly searchTerms: readonly string[];
  readonly draft: boolean;
  /** A BCP 47 tag. */
  readonly lang: string;
  readonly translationOf: string | null;
  /** Names of the warnings that are turned off here → where each is written. */
  readonly allow: ReadonlyMap<string, SourceSpan>;
  /** Where each field that was written stands, right or not: its name → the stretch of its value. */
  readonly fieldSpans: ReadonlyMap<string, SourceSpan>;
  readonly body: Body;
}

/** A help page in a hub. */
export interface Article extends PageBase {
  readonly type: "article";
  /** The name of the hub that lists it. */
  readonly hub: string;
  /** From 1; `null` where none was written, which comes last. */
  readonly position: number | null;
}

/** A page outside the hubs: cookies, accessibility statement. */
export interface PlainPage extends PageBase {
  readonly type: "page";
}

/** A page that lists articles and other hubs. */
export interface Hub extends PageBase {
  readonly type: "hub";
  readonly name: string;
  /** The name of the hub that lists it; `null` for home alone. */
  readonly hub: string | null;
  readonly position: number | null;
}

/** Any page that an editor wrote. */
export type Page = Article | Hub | PlainPage;
