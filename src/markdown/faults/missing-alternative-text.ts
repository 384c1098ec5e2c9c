import type { RuleFacts } from "../../model/rule.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** A picture with no words for people who cannot see it. */
export const missingAlternativeText: RuleFacts = {
  name: "missing-alternative-text",
  severity: "warning",
  kind: "links",
  title: "A picture has no words for people who cannot see it",
  source: "NHS service manual, Use alternative text for images",
  fixable: false,
};

/** @param where - the place where the words belong, as a phrase */
export function reportNoWords(page: PageContext, src: string, place: Place, where: string): void {
  report(page, missingAlternativeText, place, {
    message: `The picture ${src} has no words for people who cannot see it`,
    why: "They do not learn what it shows, nor whether they miss something",
    fix: `Write what it shows ${where}; if the words around it say so already, write <img src="${src}" alt="">`,
  });
}
