import type { RuleFacts } from "../../model/rule.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** `<!--` without the `-->` that ends it. */
export const commentNeverClosed: RuleFacts = {
  name: "comment-never-closed",
  severity: "error",
  kind: "structure",
  title: "A comment is never closed",
  source: null,
  fixable: false,
};

/** @param place - where it starts */
export function reportCommentNeverClosed(page: PageContext, place: Place): void {
  report(page, commentNeverClosed, place, {
    message: "This comment is never closed",
    why: "Everything after it would be lost",
    fix: "Write --> where the comment ends",
  });
}
