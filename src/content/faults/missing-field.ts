import { pageFields } from "../../model/article.ts";
import { contactWayFields } from "../../model/contact.ts";
import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import { homeHub } from "../../model/hub.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A field that must be there and is not. */
export const missingField: RuleFacts = {
  name: "missing-field",
  severity: "error",
  kind: "fields",
  title: "A field is missing",
  source: null,
  fixable: false,
};

/** A page without one of the fields that it needs. */
export function missingFieldAt(file: string, name: keyof typeof pageFields): Diagnostic {
  const example = name === "hub" ? homeHub : pageFields[name].example;
  return faultAt(missingField, spanAt(file, 1, 1, 3), {
    message: `The field ${name} is missing`,
    why: name === "hub" ? "No hub would list the page, so nobody could find it" : "The page could not be built",
    fix: `Add a line between the lines of hyphens: ${name}: ${example}`,
  });
}

/** A way to get in touch without a name. */
export function namelessWay(span: SourceSpan): Diagnostic {
  return faultAt(missingField, span, {
    message: "This way to get in touch has no name",
    why: "A citizen could not tell what it is",
    fix: `Add a line to it: name: ${contactWayFields.name.example}`,
  });
}

/** A service, or a problem of the contact form, that has a key and no name. */
export function namelessChoice(key: string, span: SourceSpan, example: string): Diagnostic {
  return faultAt(missingField, span, {
    message: `${key} has no name`,
    why: "A citizen could not tell what it is, so it cannot be picked",
    fix: `Write the name after the colon: ${key}: ${example}`,
  });
}

/** A contact form that nobody could send; it is left out, so this harms nobody. */
export function formWithoutAddress(span: SourceSpan): Diagnostic {
  const words = {
    message: "The form has no address",
    why: "The contact page shows no form, only the other ways to get in touch",
    fix: "Add a line below form, two spaces further in: address: /contact/send",
  };
  return faultAt(missingField, span, words, "warning");
}
