import type { LoadedSite } from "../content/load-site.ts";

/**
 * Says that a folder is no content: it holds not one file that is or could be a page.
 *
 * @param folder - path on this machine
 * @returns a sentence; `null` where there is a page
 */
export function noPage({ sources, leftOut }: Pick<LoadedSite, "sources" | "leftOut">, folder: string): string | null {
  return [...sources.keys(), ...leftOut].some((file) => file.endsWith(".md"))
    ? null
    : `There is not one page in ${folder}. Choose the content with --content DIR.`;
}
