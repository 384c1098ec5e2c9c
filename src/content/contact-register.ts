import type { Contact, ContactForm, ContactWay, FormChoice, FormField, FormFieldName } from "../model/contact.ts";
import { contactWayFields, defaultFields, formFieldNames } from "../model/contact.ts";
import { contactFields, formFields, problemName, questionFields, reworded } from "../model/contact-form.ts";
import type { Diagnostic, SourceSpan } from "../model/diagnostic.ts";
import { hasErrors } from "../model/diagnostic.ts";
import type { Service } from "../model/service.ts";
import { isKey } from "../model/service.ts";
import { ticketFaults } from "../model/ticket.ts";
import { malformedFieldAt } from "./faults/malformed-field.ts";
import { malformedKeyAt } from "./faults/malformed-key.ts";
import { malformedTicketAt, ticketNotWords } from "./faults/malformed-ticket.ts";
import { formWithoutAddress, namelessChoice, namelessWay } from "./faults/missing-field.ts";
import { unknownServiceAt } from "./faults/unknown-service.ts";
import type { SourceFile } from "./read-files.ts";
import type { Register } from "./registers.ts";
import { readRegister } from "./registers.ts";
import { validateFields } from "./validate-fields.ts";
import type { YamlEntry, YamlNode } from "./yaml.ts";

/** What `contact.yml` says, and where it says to which address the form is sent. */
export interface ContactRegister extends Register<Contact> {
  readonly addressSpan: SourceSpan | null;
}

/**
 * Reads `contact.yml`: an introduction, the ways to get in touch in the order in which they are to be shown, the form.
 *
 * @param services - what `services.yml` says: the form names services by their keys
 */
export function readContactRegister(
  source: SourceFile | undefined,
  services: Register<readonly Service[]>,
): ContactRegister {
  const { root, diagnostics } = readRegister(source);
  const { values, diagnostics: wrong } = validateFields(contactFields, root?.entries ?? []);
  const nodeOf = (name: string) => root?.entries.find(({ key }) => key === name)?.node;
  const ways = readWays(nodeOf("ways")?.items ?? []);
  const formNode = values.form === undefined ? undefined : nodeOf("form");
  const form = readForm(formNode, services);
  return {
    value: {
      introduction: values.introduction ?? null,
      medicalNotice: values.medical_notice ?? null,
      ways: ways.value,
      form: form.value,
    },
    addressSpan: formNode?.entries.find(({ key }) => key === "address")?.node.span ?? null,
    diagnostics: [...diagnostics, ...wrong, ...ways.diagnostics, ...form.diagnostics],
  };
}

/** Reads the ways to get in touch. */
export function readWays(items: readonly YamlNode[]): Register<readonly ContactWay[]> {
  const diagnostics: Diagnostic[] = [];
  const value = items.flatMap((item) => {
    const way = validateFields(contactWayFields, item.entries);
    diagnostics.push(...way.diagnostics);
    const { name } = way.values;
    if (name !== undefined) return [{ ...way.values, name }];
    if (!hasErrors(way.diagnostics)) diagnostics.push(namelessWay(item.span));
    return [];
  });
  return { value, diagnostics };
}

function readForm(node: YamlNode | undefined, services: Register<readonly Service[]>): Register<ContactForm | null> {
  if (node === undefined) return { value: null, diagnostics: [] };
  const { values, spans, itemSpans, diagnostics } = validateFields(formFields, node.entries);
  const entriesOf = (name: keyof typeof values) =>
    values[name] === undefined ? [] : (node.entries.find(({ key }) => key === name)?.node.entries ?? []);
  const fields = readQuestions(entriesOf("fields"));
  const problems = readProblems(entriesOf("problems"));
  const ticket = readTicket(entriesOf("ticket"));
  const keySpans = itemSpans.get("first_services") ?? [spans.get("first_services") ?? node.span];
  const first = readFirstServices(values.first_services ?? [], keySpans, services);
  const { address } = values;
  const found = [diagnostics, ...[fields, problems, first, ticket].map((part) => part.diagnostics)].flat();
  if (address === undefined) {
    return { value: null, diagnostics: spans.has("address") ? found : [...found, formWithoutAddress(node.span)] };
  }
  const form = {
    address,
    fields: fields.value,
    problems: problems.value,
    firstServices: first.value,
    ticket: ticket.value,
  };
  return { value: form, diagnostics: found };
}

/** Nothing is said of a key that may be one of a line of `services.yml` with an error. */
function readFirstServices(
  keys: readonly string[],
  spans: readonly SourceSpan[],
  { value: services, diagnostics }: Register<readonly Service[]>,
): Register<readonly string[]> {
  const known = new Set(services.map(({ key }) => key));
  const unknown = keys.flatMap((key, index) => {
    const span = spans[index];
    return known.has(key) || span === undefined ? [] : [unknownServiceAt(key, span, services)];
  });
  return {
    value: [...new Set(keys)].filter((key) => known.has(key)),
    diagnostics: hasErrors(diagnostics) ? [] : unknown,
  };
}

function readQuestions(entries: readonly YamlEntry[]): Register<ContactForm["fields"]> {
  const { values, diagnostics } = validateFields(reworded, entries);
  const found = [...diagnostics];
  const read = (name: FormFieldName): FormField => {
    if (values[name] === undefined) return defaultFields[name];
    const question = validateFields(questionFields, entries.find(({ key }) => key === name)?.node.entries ?? []);
    found.push(...question.diagnostics);
    const { label, hint, required } = question.values;
    return { label: label ?? null, hint: hint ?? null, required: required ?? defaultFields[name].required };
  };
  const value = Object.fromEntries(formFieldNames.map((name) => [name, read(name)])) as ContactForm["fields"];
  return { value, diagnostics: found };
}

/** Reads what people can pick as their problem. */
export function readProblems(entries: readonly YamlEntry[]): Register<readonly FormChoice[]> {
  const diagnostics: Diagnostic[] = [];
  const keys = entries.map(({ key }) => key);
  const value = entries.flatMap(({ key, keySpan, node }) => {
    if (!isKey(key)) diagnostics.push(malformedKeyAt(key, keySpan, keys));
    if (node.value === null || node.value === "") {
      diagnostics.push(namelessChoice(key, keySpan, problemName.example));
      return [];
    }
    const name = problemName.read(node.value, node.typed);
    if (!name.ok) diagnostics.push(malformedFieldAt(key, node.span, problemName, name));
    return name.ok && isKey(key) ? [{ key, name: name.value }] : [];
  });
  return { value, diagnostics };
}

/** A shape with a fault is none: half of a ticket is worse than the message as it is. */
function readTicket(entries: readonly YamlEntry[]): Register<ContactForm["ticket"]> {
  if (entries.length === 0) return { value: null, diagnostics: [] };
  const isWords = ({ node: { value } }: YamlEntry) => value !== null && typeof value !== "object";
  const shape = Object.fromEntries(
    entries.filter(isWords).map(({ key, node }) => [key, typeof node.value === "string" ? node.value : node.typed]),
  );
  const spanOf = (path: string) => entries.find(({ key }) => key === path)?.node.span;
  const faults = ticketFaults(shape).map((fault) => malformedTicketAt(fault, spanOf(fault.path)!));
  const notWords = entries.filter((entry) => !isWords(entry)).map(({ key, keySpan }) => ticketNotWords(key, keySpan));
  const diagnostics = [...notWords, ...faults];
  return { value: diagnostics.length > 0 ? null : shape, diagnostics };
}
