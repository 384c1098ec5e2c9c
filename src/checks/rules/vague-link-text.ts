import { pagesOf } from "../../model/site.ts";
import { linkDestinations } from "../link-destinations.ts";
import type { LinkDestinations } from "../link-destinations.ts";
import { sameWords } from "../same-words.ts";
import type { Rule } from "../rule.ts";

/** Words of a link that say nothing of where it leads, as `sameWords` gives them. */
const vagueWords: ReadonlySet<string> = new Set([
  "click",
  "click here",
  "click this link",
  "find out more",
  "find out more here",
  "follow this link",
  "go here",
  "here",
  "learn more",
  "link",
  "more",
  "more details",
  "more info",
  "more information",
  "page",
  "press here",
  "read more",
  "read more here",
  "read this",
  "see here",
  "see more",
  "select here",
  "select this link",
  "tap here",
  "the link",
  "the page",
  "this",
  "this link",
  "this page",
  "this site",
  "this website",
  "use this link",
  "view more",
  "visit this page",
  "web page",
  "webpage",
  "website",
]);

/** Whether the words of a link say nothing of where it leads. */
export function isVague(text: string): boolean {
  const words = sameWords(text).replace(/^[\s"'“‘(]+|[\s.,:;!…"'”’)›»→>]+$/g, "");
  return vagueWords.has(words) || /^(?:https?:\/\/|www\.)\S+$/.test(words);
}

/** A link whose words do not say where it leads. */
export const vagueLinkText: Rule = {
  name: "vague-link-text",
  severity: "warning",
  kind: "links",
  title: "A link does not say where it leads",
  source: "NHS service manual, Formatting: links",
  fixable: false,

  *check(site) {
    const destinations = linkDestinations(site);
    for (const { file, body } of pagesOf(site)) {
      for (const { text, href, parts, span } of body.facts.links) {
        if (file === null || (text !== "" && !isVague(text))) continue;

        yield {
          span: parts.words ?? span,
          message: text === "" ? "This link has no words" : `The words "${text}" do not say where the link leads`,
          why: "Screen readers list the links of a page without what stands around them, and many people read nothing but links",
          fix: fixFor(destinations, href, file),
        };
      }
    }
  },
};

function fixFor({ placeOf, pageAt }: LinkDestinations, href: string, file: string): string {
  const page = pageAt(placeOf(href, file)?.address ?? "");
  return page === null
    ? "Write the name of the page or file that it leads to, and make the sentence fit"
    : `Write what it leads to, such as "${page.title}", and make the sentence fit`;
}
