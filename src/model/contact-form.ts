import { contactWayFields, formFieldNames } from "./contact.ts";
import type { FormFieldName } from "./contact.ts";
import { field, flag, paragraphs, text, texts, wrong } from "./field.ts";
import { formSchema, tableSchema } from "./field-schema.ts";
import type { YamlValue } from "./field-schema.ts";
import { list, map } from "./nested-field.ts";
import { keyedSchema } from "./service.ts";
import { ticketPlaceholders } from "./ticket.ts";

/** What `contact.yml` may say at one question of the form. To add a line, add a row. */
export const questionFields = {
  label: text({ longest: 120, help: "The question, in place of ours", example: "What is your name?" }),
  hint: text({ longest: 300, help: "The small words below it", example: "As it stands in your account" }),
  required: flag({ help: "false lets people leave it out", example: "false" }),
};

const question = map(
  { help: "What is said at this question", example: "{ hint: As it stands in your account }" },
  tableSchema(questionFields),
);

/** The questions that may be reworded: a row for each, all of one form. */
export const reworded = Object.fromEntries(formFieldNames.map((name) => [name, question])) as Readonly<
  Record<FormFieldName, typeof question>
>;

/** What people read at one of several problems. */
export const problemName = text({
  longest: 120,
  severity: "error",
  help: "What people read",
  example: "I cannot sign in",
});

/** A path of one host, or a whole address; neither holds what a header or a page could take for its own. */
const addressForm = String.raw`^(?:/|https://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:/|$))(?!/|\S*//)[A-Za-z0-9._~/-]*$`;

/** What `contact.yml` may say of the form, under `form`. To add a line, add a row. */
export const formFields = {
  address: field<string>(
    { help: "Where the form is sent: the address of the receiver", example: "/contact/send", severity: "error" },
    formSchema("string", addressForm, "a path such as /contact/send, or a whole address that starts with https://"),
    (value) => formAddress(value),
  ),
  fields: map(
    {
      help: "Other words at the questions, and whether they must be answered",
      example: "{ name: { required: false } }",
    },
    tableSchema(reworded),
  ),
  problems: map(
    {
      help: "What people can pick as their problem: a key and the words, in order",
      example: "{ sign-in: I cannot sign in }",
    },
    keyedSchema(problemName.schema),
  ),
  first_services: texts({
    longest: 60,
    help: "Keys of the services that people can pick at once; the others stand in a list",
    example: "[gp-online, pharmacy-app]",
  }),
  ticket: map(
    {
      help: `The fields of a ticket, for the receiver. In braces: ${ticketPlaceholders.join(", ")}`,
      example: '{ subject: "{code} {codeTitle}" }',
    },
    { type: "object", additionalProperties: { type: ["string", "number", "boolean"] } },
  ),
};

/** What `contact.yml` may say. To add a line, add a row. */
export const contactFields = {
  introduction: paragraphs({
    longest: 1000,
    help: "The words above the ways to get in touch",
    example: "Have your reference ready.",
  }),
  medical_notice: paragraphs({
    longest: 500,
    help: "The words above 999, 111 and the GP surgery, in place of ours; those three always stand there",
    example: "We look after accounts, not health.",
  }),
  ways: list(
    { help: "The ways to get in touch, in order", example: "[{ name: Phone }]" },
    tableSchema(contactWayFields, ["name"]),
  ),
  form: map({ help: "The contact form", example: "{ address: /contact/send }" }, tableSchema(formFields)),
};

function formAddress(value: YamlValue) {
  const isRight =
    typeof value === "string" &&
    new RegExp(addressForm).test(value) &&
    !/\/\.{1,2}(?:\/|$)/.test(value) &&
    URL.canParse(value, "https://here.example/");
  if (isRight) return { ok: true, value } as const;
  return wrong(
    "must be a path that starts with one slash, or a whole address that starts with https://",
    "Write the address of the receiver, without ? and #: /contact/send",
  );
}
