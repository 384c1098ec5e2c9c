import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A field that would steer the static site generator beneath us, were it ever to see it. */
export const steeringField: RuleFacts = {
  name: "steering-field",
  severity: "error",
  kind: "fields",
  title: "A field belongs to another program",
  source: null,
  fixable: false,
};

const steeringFields =
  /^(permalink|pagination|collections|content|date|eleventy.*|override:.*|page|pkg|tags|templateEngineOverride)$/;

/** Of these, the ones that ordinary content carries without harm: they are left out, with a warning. */
const harmlessFields: ReadonlySet<string> = new Set(["content", "date", "page", "pkg", "tags"]);

/** Whether a field that is not ours is one of these. */
export function isSteeringField(key: string): boolean {
  return steeringFields.test(key);
}

/** At the field's name. */
export function steeringFieldAt(key: string, span: SourceSpan): Diagnostic {
  const words = {
    message: `"${key}" is not a field of ours: it belongs to the program that writes the pages`,
    why: "It could put the page at another address, or take it out of the site",
    fix: "Delete this line; a page's address comes from the folder and name of its file",
  };
  return faultAt(steeringField, span, words, harmlessFields.has(key) ? "warning" : "error");
}
