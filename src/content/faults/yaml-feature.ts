import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A feature of YAML that is refused: anchors, aliases, tags, merge keys. */
export const yamlFeature: RuleFacts = {
  name: "yaml-feature",
  severity: "error",
  kind: "fields",
  title: "A sign in front of a value has a meaning of its own",
  source: null,
  fixable: false,
};

/** `found` is the feature in a word: `an alias (*)`. */
export function yamlFeatureAt(found: string, span: SourceSpan): Diagnostic {
  return faultAt(yamlFeature, span, {
    message: `${found.charAt(0).toUpperCase()}${found.slice(1)} is not allowed here`,
    why: "It can make a field say something else than the words that stand there",
    fix: "Write the value out in full; put it in quotes if it starts with &, * or !",
  });
}
