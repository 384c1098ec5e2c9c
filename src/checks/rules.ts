import type { Rule } from "./rule.ts";
import { duplicateTitle } from "./rules/duplicate-title.ts";
import { emptyHub } from "./rules/empty-hub.ts";
import { exampleContent } from "./rules/example-content.ts";
import { missingPosition } from "./rules/missing-position.ts";
import { missingSetting } from "./rules/missing-setting.ts";
import { missingStatement } from "./rules/missing-statement.ts";
import { missingSubtitle } from "./rules/missing-subtitle.ts";
import { tiedPosition } from "./rules/tied-position.ts";

/** Every rule. What makes a site impossible (front matter, hubs, addresses, links) is found while it is loaded. */
export const rules: readonly Rule[] = [
  duplicateTitle,
  emptyHub,
  exampleContent,
  missingPosition,
  missingSetting,
  missingStatement,
  missingSubtitle,
  tiedPosition,
];
