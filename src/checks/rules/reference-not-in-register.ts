import type { MentionKind } from "../../model/error-reference.ts";
import { nearCode } from "../../model/near-code.ts";
import type { Rule } from "../rule.ts";

/** A code that a page names and the site's own list does not have. Without a list there is nothing to miss. */
export const referenceNotInRegister: Rule = {
  name: "reference-not-in-register",
  severity: "warning",
  kind: "references",
  title: "A page names a reference that error-references.yml does not have",
  source: null,
  fixable: false,

  *check({ codeMentions, registeredCodes }) {
    if (registeredCodes === null) return;
    const registered = new Set(registeredCodes.map(({ code }) => code));
    const names: ReadonlySet<MentionKind> = new Set(["heading", "summary", "text"]);
    const named = codeMentions.filter(({ code, kind }) => names.has(kind) && !registered.has(code));
    for (const [code, [first]] of Map.groupBy(named, (mention) => mention.code)) {
      if (first === undefined) continue;

      const likely = nearCode(code, registered);
      const add = `add ${code} to error-references.yml`;
      yield {
        span: first.span,
        message: `error-references.yml does not have ${code}`,
        why: "If no screen shows this reference, nobody will ever look for these words, and those who see another one miss them",
        fix: likely === null ? `Correct the reference, or ${add}` : `If you mean ${likely}, write that; if not, ${add}`,
      };
    }
  },
};
