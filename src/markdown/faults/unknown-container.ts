import type { RuleFacts } from "../../model/rule.ts";
import { fencedKinds } from "../container-kinds.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** A name behind three colons that opens nothing. */
export const unknownContainer: RuleFacts = {
  name: "unknown-container",
  severity: "warning",
  kind: "structure",
  title: "Three colons are followed by a name that this site does not know",
  source: null,
  fixable: false,
};

/** @param name - as it is written */
export function reportUnknownContainer(page: PageContext, name: string, place: Place): void {
  report(page, unknownContainer, place, {
    message: `"::: ${name}" is not something that this site can show`,
    why: "The three colons and the words after them are shown as they are typed",
    fix: `Use one of these: ${[...fencedKinds.keys()].join(", ")}`,
  });
}
