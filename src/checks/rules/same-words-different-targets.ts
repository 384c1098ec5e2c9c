import { pagesOf } from "../../model/site.ts";
import type { LinkDestinations } from "../link-destinations.ts";
import { linkDestinations } from "../link-destinations.ts";
import { sameWords } from "../same-words.ts";
import type { Rule } from "../rule.ts";
import { isVague } from "./vague-link-text.ts";

type Place = NonNullable<ReturnType<LinkDestinations["placeOf"]>>;

/** Two links of a page with the same words that lead to different places. */
export const sameWordsDifferentTargets: Rule = {
  name: "same-words-different-targets",
  severity: "warning",
  kind: "links",
  title: "Two links with the same words lead to different places",
  source: "NHS service manual, Accessibility: link and form control names",
  fixable: false,

  *check(site) {
    const { placeOf } = linkDestinations(site);
    for (const { file, body } of pagesOf(site)) {
      if (file === null) continue;
      const firsts = new Map<string, { readonly line: number; readonly place: Place }>();
      for (const { href, text, span } of body.facts.links) {
        const place = placeOf(href, file);
        if (place === null || text === "" || isVague(text)) continue;
        const words = sameWords(text);
        const first = firsts.get(words);
        if (first === undefined) firsts.set(words, { line: span.line, place });
        else if (areDifferent(first.place, place)) {
          yield {
            span,
            message: `The link "${text}" at line ${first.line} leads to another place than this one`,
            why: "Screen readers list the links of a page by their words, and these two sound like one",
            fix: "Say in the words of each where it leads",
          };
        }
      }
    }
  },
};

/** A page and a heading of it count as one place: whoever takes the wrong link is still on the right page. */
function areDifferent(a: Place, b: Place): boolean {
  return a.address !== b.address || (a.fragment !== "" && b.fragment !== "" && a.fragment !== b.fragment);
}
