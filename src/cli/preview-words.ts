import { styleText } from "node:util";
import type { LoadedSite } from "../content/load-site.ts";
import { hasErrors } from "../model/diagnostic.ts";
import type { PreviewChange } from "../output/preview.ts";
import { countInWords, plural, terminalReport } from "../report/terminal.ts";

/** What is wrong, as it is said on the terminal. */
export function report({ diagnostics, sources }: LoadedSite, folder: string): string {
  return terminalReport(diagnostics, { folder, sources, colour: process.stdout.isTTY === true });
}

/** Says a report again only when it has changed: an editor who saves sees what is new, not all warnings each time. */
export function sayingOnce(say: (words: string) => void): (words: string) => void {
  let last = "";
  return (words) => {
    if (words !== last && words !== "") say(words);
    last = words;
  };
}

/** What an update has changed. */
export function inWords(
  { pages, changed, deleted }: PreviewChange,
  { diagnostics }: LoadedSite,
  started: number,
): string {
  const files = changed.length - pages.length;
  const parts = [
    pages.length > 0 ? `${plural(pages.length, "page")} updated` : null,
    files > 0 ? `${plural(files, "file")} updated` : null,
    deleted.length > 0 ? `${plural(deleted.length, "file")} deleted` : null,
  ].filter((part) => part !== null);
  const what = parts.length === 0 ? "Nothing on the pages has changed" : parts.join(", ");
  const wrong = diagnostics.length === 0 ? "" : ` (${countInWords(diagnostics)})`;
  const stays = hasErrors(diagnostics) ? "; a page with an error shows its last good version" : "";
  return `${what} in ${Math.round(performance.now() - started)} ms${wrong}${stays}`;
}

/** For a mistake of the program's own files. */
export function red(words: string): string {
  return process.stdout.isTTY === true ? styleText("red", words) : words;
}
