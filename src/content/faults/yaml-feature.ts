import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";
import { quotedWhole, startOf } from "../yaml-values.ts";

/** A feature of YAML that is refused: anchors, aliases, tags, merge keys, lists and maps as keys. */
export const yamlFeature: RuleFacts = {
  name: "yaml-feature",
  severity: "error",
  kind: "fields",
  title: "A sign in front of a value has a meaning of its own",
  source: null,
  fixable: false,
};

const why = "It can make a field say something else than the words that stand there";

/** At a sign; `line` is the whole line that it stands in. */
export function signBeforeValue(line: string, span: SourceSpan): Diagnostic {
  const at = span.column - 1;
  const start = startOf(line);
  const isWhole = start?.at === at;
  return faultAt(yamlFeature, span, {
    message: `The value starts with ${line.charAt(at)}, which has a meaning of its own`,
    why,
    fix: isWhole
      ? `Put the whole value in quotes: ${start.lead}${quotedWhole(start.value)}`
      : "Write the value out in full; put it in quotes if it starts with &, *, !, [ or {",
  });
}

/** `<<` as the name of a field. */
export function mergeKeyAt(span: SourceSpan): Diagnostic {
  return faultAt(yamlFeature, span, {
    message: "A field cannot be called <<",
    why,
    fix: "Delete the line, and write out the fields that it stands for",
  });
}
