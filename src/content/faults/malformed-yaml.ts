import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";
import type { Slip } from "../yaml-slips.ts";

/** Fields that break the rules of YAML. */
export const malformedYaml: RuleFacts = {
  name: "malformed-yaml",
  severity: "error",
  kind: "fields",
  title: "The fields cannot be read",
  source: null,
  fixable: false,
};

/** At the slip. */
export function malformedYamlAt(span: SourceSpan, { message, fix }: Pick<Slip, "message" | "fix">): Diagnostic {
  return faultAt(malformedYaml, span, { message, why: "What the file says would be missing from the site", fix });
}
