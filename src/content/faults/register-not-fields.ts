import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A register that is a list, or words. */
export const registerNotFields: RuleFacts = {
  name: "register-not-fields",
  severity: "error",
  kind: "fields",
  title: "A register does not consist of fields",
  source: null,
  fixable: false,
};

/** At the start of the file. */
export function registerNotFieldsAt(file: string): Diagnostic {
  return faultAt(registerNotFields, spanAt(file, 1, 1), {
    message: "The file does not consist of fields",
    why: "What it says is not used anywhere",
    fix: "Write each field on a line of its own: the name, a colon, a space and the value",
  });
}
