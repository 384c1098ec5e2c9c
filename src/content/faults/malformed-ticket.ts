import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";
import type { TicketFault } from "../../model/ticket.ts";
import { ticketPlaceholders } from "../../model/ticket.ts";
import { nearest } from "../nearest.ts";

/** A line of the ticket that the receiver could not fill in. */
export const malformedTicket: RuleFacts = {
  name: "malformed-ticket",
  severity: "error",
  kind: "site",
  title: "A line of the ticket cannot be used",
  source: null,
  fixable: false,
};

const why = "Messages would get to support without what people wrote, or not at all";

/** At the line's value. */
export function malformedTicketAt(fault: TicketFault, span: SourceSpan): Diagnostic {
  if (fault.kind === "path") {
    return faultAt(malformedTicket, span, {
      message: `"${fault.path}" cannot be a field of a ticket`,
      why,
      fix: "Write names of letters, digits, - and _, with a dot between them: requester.name",
    });
  }
  if (fault.kind === "taken") {
    return faultAt(malformedTicket, span, {
      message: `${fault.path} holds words here, and other fields in ${fault.by}`,
      why,
      fix: `Keep one of the two, ${fault.path} or ${fault.by}`,
    });
  }
  const likely = nearest(fault.name, ticketPlaceholders);
  const known = ticketPlaceholders.map((name) => `{${name}}`).join(", ");
  return faultAt(malformedTicket, span, {
    message: `Nothing is known to put in place of {${fault.name}}`,
    why,
    fix: likely === null ? `Write one of: ${known}` : `If you mean {${likely}}, write that; if not, write one of: ${known}`,
  });
}

/** At a value that is a list, a map or nothing. */
export function ticketNotWords(path: string, span: SourceSpan): Diagnostic {
  return faultAt(malformedTicket, span, {
    message: `${path} must be words`,
    why,
    fix: `Write the words on the same line, in quotes; for a field inside a field, put a dot between their names: ${path}.name: "{name}"`,
  });
}
