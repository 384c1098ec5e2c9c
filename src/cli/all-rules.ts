import { rules } from "../checks/rules.ts";
import { needlessAllowance } from "../checks/rules/needless-allowance.ts";
import { unknownAllowance } from "../checks/rules/unknown-allowance.ts";
import { contentFaults } from "../content/faults.ts";
import { markdownFaults } from "../markdown/faults.ts";
import { compareText } from "../model/diagnostic.ts";
import type { RuleFacts } from "../model/rule.ts";

/** Everything that can be found wrong with content, in order of the names; each has a page in `docs/rules/`. */
export const allRules: readonly RuleFacts[] = [
  ...contentFaults,
  ...markdownFaults,
  ...rules,
  needlessAllowance,
  unknownAllowance,
].toSorted((a, b) => compareText(a.name, b.name));
