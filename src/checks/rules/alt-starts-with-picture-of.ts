import { pagesOf } from "../../model/site.ts";
import type { Rule } from "../rule.ts";

/** What a screen reader says itself. A drawing, diagram or screenshot is something more, and may be named. */
const needlessStart = /^(?:an?\s+|the\s+)?(?:picture|image|photo|photograph|graphic)\s+(?:of|showing)\b/i;

/** A picture whose alternative text starts by saying that it is a picture. */
export const altStartsWithPictureOf: Rule = {
  name: "alt-starts-with-picture-of",
  severity: "warning",
  kind: "links",
  title: 'A picture\'s alternative text starts with "picture of"',
  source: "NHS service manual, Accessibility: alternative text for images",
  fixable: false,

  *check(site) {
    for (const { alt, span } of pagesOf(site).flatMap(({ body }) => body.facts.pictures)) {
      const [start] = needlessStart.exec((alt ?? "").trim()) ?? [];
      if (start === undefined) continue;

      yield {
        span,
        message: `The words for people who cannot see this picture start with "${start}"`,
        why: "A screen reader has just said that it is a picture, so people hear it twice",
        fix: "Start with what the picture shows",
      };
    }
  },
};
