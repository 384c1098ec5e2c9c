import { choice, day, paragraphs, pattern, text, wholeNumber } from "./field.ts";
import type { ValuesOf } from "./field.ts";

const emailForm = { form: /^[^\s@<>"'?&%:]+@[^\s@<>"'?&%:.]+(\.[^\s@<>"'?&%:.]+)+$/, formInWords: "an email address" };

/** What `content/site.yml` may say for the accessibility statement and the privacy page. To add a setting, add a row. */
export const statementFields = {
  contact_email: pattern({
    ...emailForm,
    help: "Where people write to about the help centre itself",
    example: "help@example.org",
  }),
  contact_phone: pattern({
    form: /^\+?[0-9]+( [0-9]+)*$/,
    formInWords: "a phone number, in digits and single spaces",
    help: "Where they can call",
    example: "0306 999 0123",
  }),
  contact_address: paragraphs({ longest: 300, help: "Where they can post a letter to", example: "1 Example Street" }),
  reply_days: wholeNumber({ from: 1, to: 60, help: "In how many working days you reply", example: "5" }),
  accessibility_status: choice({
    choices: ["full", "partial", "none"],
    help: "How far the help centre meets WCAG 2.2 at level AA: all of it, most of it, or not",
    example: "partial",
  }),
  accessibility_prepared: day({ help: "The day on which the statement was written", example: '"2026-01-31"' }),
  accessibility_tested: day({ help: "The day on which the help centre was last tested", example: '"2026-01-20"' }),
  accessibility_tested_by: text({ longest: 120, help: "Who tested it", example: "the Account help team" }),
  privacy_controller: text({
    longest: 120,
    help: "The organisation that decides what happens with what people tell you",
    example: "Example NHS Trust",
  }),
  privacy_basis: choice({
    choices: ["public-task", "legitimate-interests", "consent"],
    help: "What in the law lets you use it",
    example: "public-task",
  }),
  privacy_retention: text({ longest: 80, help: "How long you keep it", example: "2 years" }),
  privacy_officer: pattern({
    ...emailForm,
    help: "The email address of the data protection officer",
    example: "dpo@example.org",
  }),
};

/** What the accessibility statement and the privacy page are filled in with; `null` for what site.yml leaves out. */
export interface StatementSettings {
  readonly contact: {
    readonly email: string | null;
    /** In digits and spaces, as it is to be read. */
    readonly phone: string | null;
    /** Several lines. */
    readonly address: string | null;
    readonly replyDays: number | null;
  };
  readonly accessibility: {
    readonly status: "full" | "partial" | "none" | null;
    /** `YYYY-MM-DD`. */
    readonly prepared: string | null;
    /** `YYYY-MM-DD`. */
    readonly tested: string | null;
    readonly testedBy: string | null;
  };
  readonly privacy: {
    readonly controller: string | null;
    readonly basis: "public-task" | "legitimate-interests" | "consent" | null;
    readonly retention: string | null;
    readonly officer: string | null;
  };
}

/** What the plain pages say, from what `site.yml` says. */
export function statementSettings(written: ValuesOf<typeof statementFields>): StatementSettings {
  return {
    contact: {
      email: written.contact_email ?? null,
      phone: written.contact_phone ?? null,
      address: written.contact_address ?? null,
      replyDays: written.reply_days ?? null,
    },
    accessibility: {
      status: written.accessibility_status ?? null,
      prepared: written.accessibility_prepared ?? null,
      tested: written.accessibility_tested ?? null,
      testedBy: written.accessibility_tested_by ?? null,
    },
    privacy: {
      controller: written.privacy_controller ?? null,
      basis: written.privacy_basis ?? null,
      retention: written.privacy_retention ?? null,
      officer: written.privacy_officer ?? null,
    },
  };
}

/** A page outside the hubs that the rules for public services ask for, and that has a layout of its own. */
export interface Statement {
  /** File name in `layouts/`. */
  readonly layout: string;
  /** What it is called in a sentence. */
  readonly name: string;
  /** What the address of such a page holds, whatever its layout. */
  readonly inAddress: string;
  /** The settings of `site.yml` that it is filled in with → what it leaves out without each. */
  readonly settings: Readonly<Record<string, string>>;
}

/** The pages that every public service has. */
export const statements: readonly Statement[] = [
  {
    layout: "accessibility-statement.njk",
    name: "accessibility statement",
    inAddress: "accessibility",
    settings: {
      organisation: "who runs the help centre",
      contact_email: "where to ask for a page in another form",
      reply_days: "how soon people get an answer",
      accessibility_status: "how far the help centre meets the guidelines",
      accessibility_prepared: "when the statement was written",
      accessibility_tested: "when the help centre was tested",
      accessibility_tested_by: "who tested it",
    },
  },
  { layout: "cookies.njk", name: "cookies page", inAddress: "cookie", settings: {} },
  {
    layout: "privacy.njk",
    name: "privacy page",
    inAddress: "privacy",
    settings: {
      contact_email: "where to ask about the information that you hold",
      privacy_controller: "who answers for the information",
      privacy_basis: "what lets you use it",
      privacy_retention: "how long you keep it",
      privacy_officer: "how to reach the data protection officer",
    },
  },
];
