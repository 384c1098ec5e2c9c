import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";
import { nearest } from "../nearest.ts";
import type { PageOutline } from "../read-page.ts";

/** A page in a hub that is not there. */
export const unknownHub: RuleFacts = {
  name: "unknown-hub",
  severity: "error",
  kind: "fields",
  title: "There is no such hub",
  source: null,
  fixable: false,
};

/** At the page's `hub`; `known` are the hubs that are there. */
export function unknownHubAt({ file, fieldSpans }: PageOutline, hub: string, known: readonly string[]): Diagnostic {
  const likely = nearest(hub, known);
  return faultAt(unknownHub, fieldSpans.get("hub") ?? spanAt(file, 1, 1), {
    message: `There is no hub called "${hub}"`,
    why: "No hub would list the page, so nobody could find it",
    fix: likely === null ? `Write one of: ${known.join(", ")}` : `If you mean ${likely}, write that; if not, write one of: ${known.join(", ")}`,
  });
}
