import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";
import type { PageOutline } from "../read-page.ts";

/** A page in a hub that is not published. */
export const hubIsDraft: RuleFacts = {
  name: "hub-is-draft",
  severity: "error",
  kind: "fields",
  title: "A page is in a hub that is a draft",
  source: null,
  fixable: false,
};

/** At the page's `hub`. */
export function hubIsDraftAt({ file, fieldSpans }: PageOutline, hub: string): Diagnostic {
  return faultAt(hubIsDraft, fieldSpans.get("hub") ?? spanAt(file, 1, 1), {
    message: `The hub "${hub}" is a draft and is not published; this page is not a draft`,
    why: "The page would be missing from the site, and nobody would have asked for that",
    fix: "Write draft: true in this page too, or take it out of the hub's page",
  });
}
