import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import { replace } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";
import { isKey, keyFormInWords } from "../../model/service.ts";

/** A key of `services.yml`, or of the problems in `contact.yml`, that a form cannot send as it is. */
export const malformedKey: RuleFacts = {
  name: "malformed-key",
  severity: "error",
  kind: "site",
  title: "A service or a problem has a key that cannot be used",
  source: null,
  fixable: true,
};

const why = "People who pick it could not send their message, or support would not know what they picked";

/**
 * At the key. Only spaces around it are taken away for an editor: what else a support system knows it by, nobody else
 * can tell.
 *
 * @param others - all keys that stand beside it
 */
export function malformedKeyAt(key: string, span: SourceSpan, others: readonly string[]): Diagnostic {
  const trimmed = key.trim();
  const isOnlySpaced = trimmed !== key && isKey(trimmed) && !others.includes(trimmed);
  return faultAt(malformedKey, span, {
    message: isOnlySpaced ? `The key "${key}" has spaces around it` : `"${key}" cannot be a key`,
    why,
    fix: isOnlySpaced
      ? `Write it without the spaces: ${trimmed}`
      : `Write ${keyFormInWords}, such as gp-online. If your support system knows it by another key, change it there too`,
    ...(isOnlySpaced ? { edits: [replace(span, trimmed)] } : {}),
  });
}

/** At a key that the form sends where people pick no service. */
export function takenKeyAt(key: string, span: SourceSpan): Diagnostic {
  return faultAt(malformedKey, span, {
    message: `"${key}" cannot be the key of a service: the form sends it where people pick none`,
    why: "Support could not tell who picked the service from who found none",
    fix: `Write another key, such as ${key}-service`,
  });
}
