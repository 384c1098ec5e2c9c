import type { Page } from "../model/article.ts";
import { compareCodes } from "../model/code-pattern.ts";
import { compareText } from "../model/diagnostic.ts";
import type { CodeMention, ErrorReference, MentionKind, PageSection, RegisteredCode } from "../model/error-reference.ts";
import type { CodePattern, SiteSettings } from "../model/settings.ts";
import type { Site } from "../model/site.ts";
import { mentionsIn } from "./code-mentions.ts";
import { codeTitles } from "./code-titles.ts";

/** The surest first: a code stands where a heading names it, else an expander, else a contact link, else the words. */
const kindsOfHome: readonly MentionKind[] = ["heading", "summary", "link", "text"];

/** A mention of these kinds makes the words beside it a code's own, on whatever page; the others are about something else. */
const namingKinds: ReadonlySet<MentionKind> = new Set(["heading", "summary"]);

/** What pages say of error codes. */
export type CodeRegister = Pick<Site, "codeMentions" | "errorReferences">;

/**
 * Gathers the error codes that pages name or carry, each with the one place where it is at home. Drafts come last,
 * pages in the site's own language before translations, and pages of one language in order of their files. What the
 * register says goes before what pages say.
 *
 * @param pages - those that stand; the front page's own file among them
 * @param registered - what `error-references.yml` says; `null` without that file
 * @param mayBeHome - whether a mention's section may be the home of its code; without it, any may
 */
export function codeRegister(
  pages: readonly Page[],
  { codes, lang }: SiteSettings,
  registered: readonly RegisteredCode[] | null,
  mayBeHome: (mention: CodeMention) => boolean = () => true,
): CodeRegister {
  const inOrder = pages.toSorted(
    (a, b) =>
      Number(a.draft) - Number(b.draft) ||
      Number(a.lang !== lang) - Number(b.lang !== lang) ||
      compareText(a.file ?? "", b.file ?? ""),
  );
  const titles = new Map(inOrder.map(({ address, title }) => [address, title]));
  const codeMentions = inOrder.flatMap((page) => mentionsIn(page, codes));
  const titleOf = titlesOfSections(titles, codes);
  const byCode = new Map((registered ?? []).map((known) => [known.code, known]));
  const onPages = [...Map.groupBy(codeMentions, ({ code }) => code)].flatMap(([code, mentions]): readonly ErrorReference[] => {
    const home = homeOf(mentions.filter(mayBeHome));
    if (home === undefined) return [];
    const { address, headingId } = home.section;
    const known = byCode.get(code) ?? unregistered;
    const title = known.title ?? titleOf(home.section);
    return [{ ...factsOf(known), code, title, home: { address, headingId } }];
  });
  return { codeMentions, errorReferences: withRegistered(onPages, byCode) };
}

/**
 * Tells whether a mention on a translation's page may be the home of its code. A heading or an expander that names the
 * code may be, on any page. A link or words may be only on the page that translates the original's own home: anywhere
 * else they speak of the code in passing, and the original's words say more.
 *
 * @param pages - all that stand, of every language
 * @param originals - the codes of the site in its own language
 */
export function homesOfTranslation(
  pages: readonly Page[],
  originals: readonly ErrorReference[],
): (mention: CodeMention) => boolean {
  const pageAt = new Map(pages.map((page) => [page.address, page]));
  const homes = new Map(originals.map(({ code, home }) => [code, pageAt.get(home?.address ?? "")?.file ?? null]));
  return ({ code, kind, section }) => {
    const original = homes.get(code) ?? null;
    return namingKinds.has(kind) || (original !== null && pageAt.get(section.address)?.translationOf === original);
  };
}

/** The codes that pages explain with those that the register alone does, in order. */
function withRegistered(
  onPages: readonly ErrorReference[],
  registered: ReadonlyMap<string, RegisteredCode>,
): readonly ErrorReference[] {
  const atHome = new Set(onPages.map(({ code }) => code));
  const alone = [...registered.values()].flatMap((known): readonly ErrorReference[] => {
    const { code, title } = known;
    if (title === null || atHome.has(code) || !explainsItself(known)) return [];
    return [{ ...factsOf(known), code, title, home: null }];
  });
  const all = [...onPages, ...alone].toSorted((a, b) => compareCodes(a.code, b.code));
  const codes = new Set(all.map(({ code }) => code));
  return all.map((reference) => withoutUnknown(reference, codes));
}

/** Whether the register's words can stand on a page of their own. What is only planned is on no screen yet. */
function explainsItself({ status, whatHappened, whatToDo }: RegisteredCode): boolean {
  return status !== "planned" && (whatHappened !== null || whatToDo !== null);
}

/** What the register says of a code beside its title. */
function factsOf({ status, whatHappened, whatToDo, owner, replacedBy, severity }: Omit<RegisteredCode, "code" | "span">) {
  return { status, whatHappened, whatToDo, owner, replacedBy, severity };
}

/** A reference that names as its successor only one that can be looked up. */
function withoutUnknown(reference: ErrorReference, codes: ReadonlySet<string>): ErrorReference {
  const { code, replacedBy } = reference;
  const isKnown = replacedBy !== null && replacedBy !== code && codes.has(replacedBy);
  return isKnown ? reference : { ...reference, replacedBy: null };
}

/** What is known of a code that `error-references.yml` does not name. */
const unregistered = {
  title: null,
  status: "active",
  whatHappened: null,
  whatToDo: null,
  owner: null,
  replacedBy: null,
  severity: null,
} as const;

/** The mention whose section is the code's home. A link under a heading that names other codes is none. */
function homeOf(mentions: readonly CodeMention[]): CodeMention | undefined {
  for (const wanted of kindsOfHome) {
    const home = mentions.find(({ code, kind, section }) => kind === wanted && (kind !== "link" || speaksOf(section, code)));
    if (home) return home;
  }
  return undefined;
}

/** Whether a section may be a code's own: it names the code, or none at all. */
function speaksOf({ codes }: PageSection, code: string): boolean {
  return codes.size === 0 || codes.has(code);
}

/**
 * Tells what a section's heading says of its codes; the page's title where it says nothing. A heading may list thousands:
 * it is read once.
 *
 * @param titles - of the pages, by their addresses
 */
function titlesOfSections(titles: ReadonlyMap<string, string>, codes: CodePattern): (section: PageSection) => string {
  const wordsOf = codeTitles(codes);
  const made = new Map<PageSection, string>();
  return (section) => {
    const known = made.get(section);
    if (known !== undefined) return known;
    const title = wordsOf(section.heading) || (titles.get(section.address) ?? "");
    made.set(section, title);
    return title;
  };
}
