import type { RuleFacts } from "../../model/rule.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** Blocks inside each other beyond what a reader can follow. */
export const nestingTooDeep: RuleFacts = {
  name: "nesting-too-deep",
  severity: "warning",
  kind: "structure",
  title: "Lists, quotes or boxes stand too deep inside each other",
  source: null,
  fixable: false,
};

/** @param deepest - so many are too many already */
export function reportTooDeep(page: PageContext, deepest: number, place: Place): void {
  report(page, nestingTooDeep, place, {
    message: message(deepest),
    why: "Nobody can follow what belongs to what, least of all by ear",
    fix,
  });
}

/** For blocks so deep that nothing of them reaches the page. */
export function reportLostWords(page: PageContext, deepest: number, place: Place): void {
  report(
    page,
    nestingTooDeep,
    place,
    { message: message(deepest), why: "The words inside them are lost", fix },
    "error",
  );
}

function message(deepest: number): string {
  return `Lists, quotes or boxes stand more than ${deepest} deep inside each other`;
}

const fix = "Take the inner ones out, and write them one after the other";
