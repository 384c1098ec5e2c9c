import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A line in the folder of a language that says what is one for all languages. */
export const untranslatableSetting: RuleFacts = {
  name: "untranslatable-setting",
  severity: "warning",
  kind: "site",
  title: "The folder of a language holds a setting that is the same in every language",
  source: null,
  fixable: false,
};

/** A setting that is no words: an address, a switch. @param register - the file that it belongs in: `site.yml` */
export function untranslatableAt(key: string, register: string, span: SourceSpan): Diagnostic {
  return faultAt(untranslatableSetting, span, {
    message: `${key} is the same in every language, so nobody reads it here`,
    why: "Whoever looks for it here changes nothing",
    fix: `Take the line away; what holds for every language stands in ${register} of the content folder`,
  });
}

/** Words for something that the site does not have. @param register - the file that would name it */
export function untranslatedNowhereAt(key: string, register: string, span: SourceSpan): Diagnostic {
  return faultAt(untranslatableSetting, span, {
    message: `${register} of the content folder does not have ${key}`,
    why: "These words are shown nowhere",
    fix: `Correct the name, or add ${key} to ${register} first`,
  });
}
