import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";
import type { Service } from "../../model/service.ts";
import { nearest } from "../nearest.ts";

/** A service that the form is to show first, and that `services.yml` does not name. */
export const unknownService: RuleFacts = {
  name: "unknown-service",
  severity: "warning",
  kind: "site",
  title: "The contact form is to show a service that is not in services.yml",
  source: null,
  fixable: false,
};

/** At the key in `first_services`. A service's name is often written in its place. */
export function unknownServiceAt(key: string, span: SourceSpan, services: readonly Service[]): Diagnostic {
  const named = services.find(({ name }) => name.toLowerCase() === key.toLowerCase());
  const likely =
    named?.key ??
    nearest(
      key,
      services.map(({ key }) => key),
    );
  return faultAt(unknownService, span, {
    message: `services.yml has no service with the key "${key}"`,
    why: "The form leaves it out, and people have to look for the service in the list",
    fix: likely === null ? "Write a key of services.yml, or add the service there" : `If you mean ${likely}, write that; if not, add ${key} to services.yml`,
  });
}
