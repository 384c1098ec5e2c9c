/** The code that documents show, taken out of them so that tests run the very same. */
import { readDocument, tokensOf } from "./documents.ts";

/** Every fence of a language in a document. @param language - as it is written behind the backticks: `js` */
export function fencesOf(document: string, language: string): readonly string[] {
  return tokensOf(readDocument(document))
    .filter(({ type, info }) => type === "fence" && info === language)
    .map(({ content }) => content);
}

/** The fence whose first line names a file, in a comment. @throws Error if there is not exactly one */
export function fileShown(document: string, name: string): string {
  const language = name.slice(name.lastIndexOf(".") + 1);
  const found = fencesOf(document, language).filter((fence) =>
    fence.slice(0, fence.indexOf("\n")).includes(` ${name}`),
  );
  const [file] = found;
  if (file === undefined || found.length > 1) throw new Error(`${document} shows ${name} ${found.length} times`);
  return file;
}
