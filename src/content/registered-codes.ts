import { compareCodes, meantCode } from "../model/code-pattern.ts";
import type { Diagnostic, SourceSpan } from "../model/diagnostic.ts";
import type { ErrorReference, RegisteredCode } from "../model/error-reference.ts";
import type { ValuesOf } from "../model/field.ts";
import { registeredCodeFields } from "../model/registered-code-fields.ts";
import type { CodePattern } from "../model/settings.ts";
import { malformedCodeAt } from "./faults/malformed-code.ts";
import { malformedFieldAt } from "./faults/malformed-field.ts";
import { unknownReplacementAt } from "./faults/unknown-replacement.ts";
import type { SourceFile } from "./read-files.ts";
import type { Register } from "./registers.ts";
import { readRegister } from "./registers.ts";
import { validateFields } from "./validate-fields.ts";

/** What is known of the codes that a service can show, and where it says by what a code is replaced. */
export interface CodesRegister extends Register<readonly RegisteredCode[] | null> {
  /** The stretch of `replacedBy`, by the code that it is said of. */
  readonly replacementSpans: ReadonlyMap<string, SourceSpan>;
}

/**
 * Reads `error-references.yml`: a map from codes to what is known of each, in order of the codes.
 *
 * @returns `null` where there is no such file, and where nobody can tell what it says
 */
export function readCodesRegister(source: SourceFile | undefined, codes: CodePattern): CodesRegister {
  const { root, diagnostics } = readRegister(source);
  if (root === null || root.value === null) return { value: null, replacementSpans: new Map(), diagnostics };

  const found = [...diagnostics];
  const written = new Set(root.entries.map(({ key }) => key));
  const registered = new Map<string, RegisteredCode>();
  const replacementSpans = new Map<string, SourceSpan>();
  for (const { key, keySpan, node } of root.entries) {
    const meant = meantCode(key, codes);
    const isTaken = meant !== null && meant !== key && (written.has(meant) || registered.has(meant));
    if (meant !== key) found.push(malformedCodeAt(key, keySpan, codes, { meant, isTaken }));
    if (meant === null || isTaken) continue;

    if (node.value !== null && node.entries.length === 0) {
      found.push(malformedFieldAt(key, node.span, { severity: "error" }, noFields));
    }
    const { values, spans, diagnostics: wrong } = validateFields(registeredCodeFields, node.entries);
    found.push(...wrong);
    registered.set(meant, registeredCode(meant, values, keySpan));
    const replacementSpan = spans.get("replacedBy");
    if (replacementSpan) replacementSpans.set(meant, replacementSpan);
  }
  const value = [...registered.values()].toSorted((a, b) => compareCodes(a.code, b.code));
  return { value, replacementSpans, diagnostics: found };
}

const noFields = {
  message: "has no fields",
  fix: "Put what you know of it on lines of their own below it, two spaces further right, such as title: You cannot connect",
};

function registeredCode(
  code: string,
  values: ValuesOf<typeof registeredCodeFields>,
  span: SourceSpan,
): RegisteredCode {
  const { title, whatHappened, whatToDo, owner, status, replacedBy, severity } = values;
  return {
    code,
    title: title ?? null,
    whatHappened: whatHappened ?? null,
    whatToDo: whatToDo ?? null,
    owner: owner ?? null,
    status: status ?? "active",
    replacedBy: replacedBy ?? null,
    severity: severity ?? null,
    span,
  };
}

/**
 * What is wrong with the codes that are to take the place of others.
 *
 * @param errorReferences - those that the site explains: nobody can look up another one
 */
export function replacementFaults(
  { value, replacementSpans }: CodesRegister,
  errorReferences: readonly ErrorReference[],
): readonly Diagnostic[] {
  const statuses = new Map(errorReferences.map(({ code, status }) => [code, status]));
  return (value ?? []).flatMap(({ code, replacedBy }) => {
    const span = replacementSpans.get(code);
    if (replacedBy === null || span === undefined) return [];
    if (replacedBy === code) return [unknownReplacementAt(replacedBy, "is the reference itself", span)];
    const status = statuses.get(replacedBy);
    if (status === undefined) return [unknownReplacementAt(replacedBy, "is a reference that nothing explains", span)];
    return status === "retired" ? [unknownReplacementAt(replacedBy, "is retired as well", span)] : [];
  });
}
