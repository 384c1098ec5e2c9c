import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";
import type { PageOutline } from "../read-page.ts";

/** Two hubs of one name. */
export const duplicateHubName: RuleFacts = {
  name: "duplicate-hub-name",
  severity: "error",
  kind: "fields",
  title: "Two hubs have one name",
  source: null,
  fixable: false,
};

/** `first` is the file that keeps the name. */
export function duplicateHubNameAt({ file, fieldSpans }: PageOutline, name: string, first: string): Diagnostic {
  return faultAt(duplicateHubName, fieldSpans.get("name") ?? spanAt(file, 1, 1), {
    message: `Another hub is called "${name}" already: ${first}`,
    why: "Pages could be listed in the wrong hub",
    fix: `Give this hub a name of its own, or write the pages of both into ${first}`,
  });
}
