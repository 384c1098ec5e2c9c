import type { Heading } from "../../model/body.ts";
import { pagesOf } from "../../model/site.ts";
import type { Rule } from "../rule.ts";

/** The same heading twice in one section: below two different headings, "What you need" may well stand twice. */
export const repeatedHeading: Rule = {
  name: "repeated-heading",
  severity: "warning",
  kind: "structure",
  title: "A page has the same heading twice",
  source: "NHS service manual, Formatting",
  fixable: false,

  *check(site) {
    for (const { body } of pagesOf(site)) {
      const above: Heading[] = [];
      const first = new Map<string, Heading>();
      for (const heading of body.facts.headings) {
        while ((above.at(-1)?.level ?? 0) >= heading.level) above.pop();
        const place = `${above.map(({ id }) => id).join(" ")} ${heading.text.toLowerCase()}`;
        above.push(heading);
        const before = first.get(place);
        if (before === undefined) first.set(place, heading);
        else if (heading.text !== "") {
          yield {
            span: heading.span,
            message: `Line ${before.span.line} has the same heading`,
            why: "In the list of headings nobody can tell the two sections apart, and links may lead to the wrong one",
            fix: "Say in each heading what is special about its section, or make one section of the two",
          };
        }
      }
    }
  },
};
