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
      const likely = nearest(name, names);
      return faultAt(unknownAllowance, span, {
        message: `allow names "${name}", and there is no warning of that name`,
        why: "It turns nothing off, and the warning that was meant goes on being shown",
        fix: likely === null ? "Copy the name that stands in brackets after the warning" : `Change it to ${likely}`,
      });
    });
}
