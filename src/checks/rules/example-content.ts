import type { Rule } from "../rule.ts";

/** A site whose content is an example: nobody is to publish it as the real thing unread. */
export const exampleContent: Rule = {
  name: "example-content",
  severity: "warning",
  kind: "site",
  title: "The content is still the example",
  source: null,
  fixable: false,

  *check({ settings, settingSpans }) {
    const span = settingSpans.get("example");
    if (!settings.example || span === undefined) return;

    const marked = "Every page says that it is an example, and search engines leave the site out";
    yield settings.nhsIdentity
      ? {
          span,
          message: "The whole site is marked as an example, and it shows the NHS logo",
          why: `${marked}. Without the mark, people would take the example for the NHS`,
          fix: "Put your own content in place of the example, and only then delete this line. If you are not the NHS, write nhs_identity: false",
        }
      : {
          span,
          message: "The whole site is marked as an example",
          why: marked,
          fix: "Put your own content in place of the example, and only then delete this line",
        };
  },
};
