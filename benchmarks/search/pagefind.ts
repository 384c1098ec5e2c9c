/** Pagefind as it comes: an index of its own, made from the same sections, and searched in a browser. */
import type { SearchSection } from "../../src/model/search.ts";
import type { ServedFiles } from "./served.ts";

/** The part of Pagefind that is used: the benchmark installs it, so that its own types are not there before. */
interface Pagefind {
  readonly createIndex: () => Promise<{ readonly index: PagefindIndex }>;
  readonly close: () => Promise<unknown>;
}
interface PagefindIndex {
  readonly addHTMLFile: (file: { readonly url: string; readonly content: string }) => Promise<{ errors: string[] }>;
  readonly getFiles: () => Promise<{ readonly files: readonly { path: string; content: Uint8Array }[] }>;
}

/** A page for Pagefind. */
interface HtmlPage {
  readonly url: string;
  readonly content: string;
}

/** A page for each section, as Pagefind answers with pages: what stands in its headings counts more. */
export function pageOfSection({ href, heading, page, text, searchTerms }: SearchSection, index: number): HtmlPage {
  const words = [text, ...searchTerms].map((line) => `<p>${escaped(line)}</p>`).join("");
  // Pagefind drops fragments from addresses: the title names the section instead.
  const title = `<title>${escaped(href)}</title>`;
  const body = `<main><h1 data-pagefind-meta="href:${escaped(href)}">${escaped(heading)}</h1><h2>${escaped(page)}</h2>${words}</main>`;
  return {
    url: `/section/${index}/`,
    content: `<!doctype html><html lang="en"><head>${title}</head><body>${body}</body></html>`,
  };
}

/** The pages of some sections as a site has them, with a heading for each section. */
export function pagesOfSections(sections: readonly SearchSection[]): readonly HtmlPage[] {
  const byPage = Map.groupBy(sections, ({ href }) => href.replace(/#.*$/, ""));
  return [...byPage].map(([url, own]) => {
    const parts = own.map(({ href, heading, text, searchTerms }) => {
      const [, fragment = ""] = href.split("#", 2);
      const title =
        fragment === "" ? `<h1>${escaped(heading)}</h1>` : `<h2 id="${escaped(fragment)}">${escaped(heading)}</h2>`;
      return [title, ...[text, ...searchTerms].map((line) => `<p>${escaped(line)}</p>`)].join("");
    });
    return { url, content: `<!doctype html><html lang="en"><body><main>${parts.join("")}</main></body></html>` };
  });
}

/** The files that Pagefind makes of pages, by address. */
export async function pagefindFiles(pages: readonly HtmlPage[]): Promise<ServedFiles> {
  const installed: string = "pagefind";
  const { createIndex, close } = (await import(installed)) as Pagefind;
  const { index } = await createIndex();
  for (const page of pages) {
    const { errors } = await index.addHTMLFile(page);
    if (errors.length > 0) throw new Error(`Pagefind: ${errors.join("; ")}`);
  }
  const { files } = await index.getFiles();
  await close();
  return new Map(files.map(({ path, content }) => [`/pagefind/${path}`, Buffer.from(content)]));
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
