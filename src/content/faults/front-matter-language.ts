import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** Front matter that says it is not YAML: `---js`. */
export const frontMatterLanguage: RuleFacts = {
  name: "front-matter-language",
  severity: "error",
  kind: "fields",
  title: "The fields are marked as another language",
  source: null,
  fixable: false,
};

/** `opener` is the whole first line. */
export function frontMatterLanguageAt(file: string, opener: string): Diagnostic {
  return faultAt(frontMatterLanguage, spanAt(file, 1, 4, Math.max(1, opener.length - 3)), {
    message: `The fields are marked as "${opener.slice(3).trim()}"; only YAML is read`,
    why: "Another language could run as a program when the site is built",
    fix: "Make the first line three hyphens and nothing else, and write each field as name: value",
  });
}
