import type { Diagnostic } from "../../model/diagnostic.ts";
import { faultAt } from "../../model/rule.ts";
import type { RuleFacts } from "../../model/rule.ts";
import type { Site } from "../../model/site.ts";
import { allowances } from "../allowances.ts";
import type { KnownRules } from "../allowances.ts";

/** An entry of a page's `allow` that is the name of no rule. */
export const unknownAllowance: RuleFacts = {
  name: "unknown-allowance",
  severity: "warning",
  kind: "fields",
  title: "A page allows a warning that does not exist",
  source: null,
  fixable: false,
};

/** What is to be said of entries of `allow` that name no rule. */
export function unknownAllowances(site: Site, { names, nearest }: KnownRules): readonly Diagnostic[] {
  return allowances(site)
    .filter(({ name }) => !names.has(name))
    .map(({ name, span }) => {
      if (/,\s*\S/.test(name)) return faultAt(unknownAllowance, span, withoutBrackets(name));
      const likely = nearest(name, names);
      return faultAt(unknownAllowance, span, {
        message: `allow names "${name}", and there is no warning of that name`,
        why: "It turns nothing off, and the warning that was meant goes on being shown",
        fix:
          likely === null
            ? "Copy the name that stands in brackets after the warning"
            : `If you mean ${likely}, write that; if not, copy the name that stands in brackets after the warning`,
      });
    });
}

/** Several names with commas between them are one text to YAML. */
function withoutBrackets(typed: string) {
  const names = typed.split(",").map((name) => name.trim());
  return {
    message: "allow holds several names, and they are no list",
    why: "It turns nothing off, and the warnings that were meant go on being shown",
    fix: `Put square brackets around them: allow: [${names.filter((name) => name !== "").join(", ")}]`,
  };
}
