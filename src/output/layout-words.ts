import type { LayoutText } from "./entry.ts";

/**
 * Words of the layouts' own, by their place in the file of their language.
 *
 * @param path - keys joined by full stops: `pages.search.title`
 * @param values - what stands in for `{title}` in the words
 * @throws Error if there are no words at that place: a layout text file lacks a key, which is our bug
 */
export function wordsAt(text: LayoutText, path: string, values: Readonly<Record<string, string>> = {}): string {
  let found: string | LayoutText | undefined = text;
  for (const key of path.split(".")) found = typeof found === "object" ? found[key] : undefined;
  if (typeof found !== "string") throw new Error(`The layouts' text has no words for "${path}"`);
  return found.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}
