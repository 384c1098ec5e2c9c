import { referenceSeverities, referenceStatuses } from "./error-reference.ts";
import { choice, paragraphs, text } from "./field.ts";

/** What `error-references.yml` may say of a code. To add a field, add a row. */
export const registeredCodeFields = {
  title: text({
    longest: 200,
    help: "What the reference means, in a few words: the heading of its page",
    example: "You cannot connect to your GP surgery",
  }),
  whatHappened: paragraphs({
    longest: 2000,
    help: "What went wrong; shown where no page explains the reference",
    example: "Your GP surgery's computers did not answer.",
  }),
  whatToDo: paragraphs({
    longest: 2000,
    help: "What people can do about it; shown where no page explains the reference",
    example: "Wait an hour, and try again.",
  }),
  owner: text({ longest: 120, help: "Who answers for these words; not shown", example: "Account team" }),
  status: choice({
    choices: referenceStatuses,
    help: "Whether screens show the reference: active (now), retired (not any more) or planned (not yet)",
    example: "active",
  }),
  replacedBy: text({
    longest: 20,
    help: "The reference that screens show now, in place of a retired one",
    example: "CID7029",
  }),
  severity: choice({
    choices: referenceSeverities,
    help: "How much the problem keeps people from what they came for; for programs, not shown",
    example: "high",
  }),
};
