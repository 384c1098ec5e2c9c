import type { Diagnostic } from "../model/diagnostic.ts";
import { homeHub } from "../model/hub.ts";
import { languageOfFile } from "../model/translation.ts";
import { homeNotAHubAt } from "./faults/home-not-a-hub.ts";
import { privateDetails } from "./private-details.ts";
import type { ContentFiles, SourceFile } from "./read-files.ts";
import type { Original, PageContext, PageOutline } from "./read-page.ts";
import { readPage } from "./read-page.ts";
import { homeFile, originalFile, translationFaults } from "./translations.ts";

/** The pages of a folder, as far as each can be read by itself. */
export interface ReadPages {
  /** Those in the site's own language in order of their files, then those in other languages; drafts only if asked for. */
  readonly outlines: readonly PageOutline[];
  /** Files of which nobody can tell fields from body. */
  readonly unread: readonly string[];
  /** Files of drafts that were left out. */
  readonly drafts: readonly string[];
  /** Names of hubs that are drafts and left out. */
  readonly draftHubs: readonly string[];
  /** Names of hubs that stand in files whose fields cannot be read. */
  readonly unreadHubs: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** How pages are to be read. */
export interface ReadPagesOptions extends Omit<PageContext, "language" | "originalOf"> {
  readonly drafts: boolean;
  /** The languages that have a folder. */
  readonly languages: ReadonlySet<string>;
}

/** Reads every page of a folder. Translations come last, as each takes its place from its original. */
export function readPages(content: ContentFiles, options: ReadPagesOptions): ReadPages {
  const sources = content.sources.filter(({ file }) => file.endsWith(".md"));
  const all = [...sources.map(({ file }) => file), ...content.unread.filter((file) => file.endsWith(".md"))];
  const own = new Set(all.filter((file) => languageOfFile(file, options.languages) === null));
  const read = startReading(options);
  for (const source of sources) if (own.has(source.file)) read.page(source, { language: null, originalOf: () => null });
  for (const source of sources) {
    if (own.has(source.file)) continue;
    const language = languageOfFile(source.file, options.languages);
    const originalOf = (file: string, translationOf: string | undefined) => {
      const original = originalFile(file, translationOf, own);
      return original === null ? null : (read.originals.get(original) ?? { ...nothingKnown, file: original });
    };
    read.page(source, { language, originalOf });
  }
  const { pages } = read;
  const faults = translationFaults(pages.outlines, new Set(all), own);
  return { ...pages, diagnostics: [...pages.diagnostics, ...faults] };
}

/** What a translation is given where its original cannot be read, or is the front page that has no file. */
const nothingKnown: Omit<Original, "file"> = { type: "hub", place: { name: homeHub }, layout: "home.njk", draft: false };

function startReading({ layouts, lang, drafts: withDrafts }: ReadPagesOptions) {
  const diagnostics: Diagnostic[] = [];
  const outlines: PageOutline[] = [];
  const unread: string[] = [];
  const drafts: string[] = [];
  const draftHubs: string[] = [];
  const unreadHubs: string[] = [];
  const originals = new Map<string, Original>();
  const page = (source: SourceFile, context: Pick<PageContext, "language" | "originalOf">) => {
    const { outline, original, diagnostics: found } = readPage(source, { layouts, lang: context.language ?? lang, ...context });
    if (outline !== null) originals.set(source.file, originalIn(outline));
    if ((outline?.fields.draft === true || original?.draft === true) && !withDrafts) {
      drafts.push(source.file);
      if (outline?.fields.name !== undefined) draftHubs.push(outline.fields.name);
      return;
    }
    diagnostics.push(...found, ...privateDetails(source));
    if (outline === null) unread.push(source.file);
    else outlines.push(outline);
    if (outline === null || outline.fieldSpans.size === 0) unreadHubs.push(...namesIn(source.text));
    else if (outline.file === homeFile && outline.isRight && outline.type !== "hub") {
      diagnostics.push(homeNotAHubAt(outline));
    }
  };
  return { pages: { outlines, unread, drafts, draftHubs, unreadHubs, diagnostics }, originals, page };
}

/** What a translation takes from a page. */
function originalIn({ file, type, fields, layout }: PageOutline): Original {
  const { hub, position, draft = false } = fields;
  const name = file === homeFile ? homeHub : fields.name;
  return {
    file,
    type: file === homeFile ? "hub" : type,
    place: {
      ...(hub === undefined ? {} : { hub }),
      ...(name === undefined ? {} : { name }),
      ...(position === undefined ? {} : { position }),
    },
    layout,
    draft,
  };
}

/** What may be the name of a hub in a file whose fields cannot be read. */
function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/^name:\s*["']?([\w-]+)/gm)].map(([, name = ""]) => name);
}
