import { pagesOf } from "../../model/site.ts";
import type { Rule } from "../rule.ts";

/** A link to more reading in a card for emergencies. Numbers to call are what such a card is for. */
export const emergencyCardWithLink: Rule = {
  name: "emergency-card-with-link",
  severity: "warning",
  kind: "structure",
  title: "A card for emergencies has a link in it",
  source: "NHS service manual, Help users decide when and where to get care",
  fixable: false,

  *check(site) {
    const cards = pagesOf(site).flatMap(({ body }) => body.facts.boxes.filter(({ kind }) => kind === "emergency"));
    for (const { href, span } of cards.flatMap(({ links }) => links)) {
      if (/^(?:tel|sms):/i.test(href.trim())) continue;

      yield {
        span,
        message: "A card for emergencies has a link to another page",
        why: "People in an emergency must act at once, and a link makes them read on instead",
        fix: "Move the link out of the card, or take it out",
      };
    }
  },
};
