import type { Diagnostic, SourceSpan } from "../model/diagnostic.ts";
import { hasErrors } from "../model/diagnostic.ts";
import type { Service } from "../model/service.ts";
import { compareServices, isKey, serviceFields, takenServiceKeys } from "../model/service.ts";
import { endsBeforeItStarts } from "./faults/dates-back-to-front.ts";
import { malformedFieldAt } from "./faults/malformed-field.ts";
import { malformedKeyAt, takenKeyAt } from "./faults/malformed-key.ts";
import { namelessChoice } from "./faults/missing-field.ts";
import { spacesAroundNameAt } from "./faults/spaces-around-name.ts";
import type { SourceFile } from "./read-files.ts";
import type { Register } from "./registers.ts";
import { readRegister } from "./registers.ts";
import type { PlacedService } from "./service-names.ts";
import { duplicateServices } from "./service-names.ts";
import { validateFields } from "./validate-fields.ts";
import type { YamlEntry, YamlNode } from "./yaml.ts";

/** The websites and apps that people may have been using. */
export const servicesFile = "services.yml";

/** Reads `services.yml`: a map from a key to a name, or to what else is known of the service; in order of the names. */
export function readServiceRegister(source: SourceFile | undefined): Register<readonly Service[]> {
  const { value: services, diagnostics } = readServices(source);
  return {
    value: services.map(({ service }) => service).toSorted(compareServices),
    diagnostics: [...diagnostics, ...duplicateServices(services)],
  };
}

/** Reads the services of a register, in the order of the file and with the places of their names. */
export function readServices(source: SourceFile | undefined): Register<readonly PlacedService[]> {
  const { root, diagnostics } = readRegister(source);
  const entries = root?.entries ?? [];
  const keys = entries.map(({ key }) => key);
  const found = [...diagnostics];
  const services: PlacedService[] = [];
  for (const entry of entries) {
    const { key, keySpan } = entry;
    const read = readService(entry);
    found.push(...read.diagnostics);
    if (takenServiceKeys.has(key)) found.push(takenKeyAt(key, keySpan));
    else if (!isKey(key)) found.push(malformedKeyAt(key, keySpan, keys));
    else if (read.service !== null) services.push({ service: read.service, nameSpans: read.nameSpans });
  }
  return { value: services, diagnostics: found };
}

interface ReadService {
  /** `null` where it has no name that can be shown. */
  readonly service: Service | null;
  /** The stretch of its name, then those of its aliases. */
  readonly nameSpans: readonly SourceSpan[];
  readonly diagnostics: readonly Diagnostic[];
}

function readService({ key, keySpan, node }: YamlEntry): ReadService {
  if (node.entries.length === 0) return readPlainName(key, keySpan, node);
  const { values, spans, itemSpans, diagnostics } = validateFields(serviceFields, node.entries);
  const found = [...diagnostics];
  const { name, from, until } = values;
  if (name === undefined && !hasErrors(found)) found.push(namelessChoice(key, keySpan, serviceFields.name.example));
  if (from !== undefined && until !== undefined && until < from) {
    found.push(endsBeforeItStarts(spans.get("until") ?? keySpan, from, until));
  }
  const nodeOf = (field: string) => node.entries.find((entry) => entry.key === field)?.node;
  const aliases = nodeOf("aliases");
  found.push(...spacedNames([nodeOf("name"), ...(aliases?.items.length ? aliases.items : [aliases])]));
  if (name === undefined) return { service: null, nameSpans: [], diagnostics: found };

  const service = {
    key,
    name: tidyName(name),
    aliases: (values.aliases ?? []).map(tidyName),
    from: from ?? null,
    until: until ?? null,
  };
  const aliasSpans = itemSpans.get("aliases") ?? [spans.get("aliases") ?? keySpan];
  return { service, nameSpans: [spans.get("name") ?? keySpan, ...aliasSpans], diagnostics: found };
}

/** `key: name`, the short form. */
function readPlainName(key: string, keySpan: SourceSpan, node: YamlNode): ReadService {
  const isEmpty = node.value === null || (typeof node.value === "string" && node.value.trim() === "");
  if (isEmpty) {
    const diagnostics = [namelessChoice(key, keySpan, serviceFields.name.example)];
    return { service: null, nameSpans: [], diagnostics };
  }
  const reading = serviceFields.name.read(node.value, node.typed);
  if (!reading.ok) {
    const diagnostics = [malformedFieldAt(`The name of ${key}`, node.span, serviceFields.name, reading)];
    return { service: null, nameSpans: [], diagnostics };
  }
  const service = { key, name: tidyName(reading.value), aliases: [], from: null, until: null };
  return { service, nameSpans: [node.span], diagnostics: spacedNames([node]) };
}

/** A name as it is shown: without spaces around it, with one between two words. */
export function tidyName(name: string): string {
  return name.trim().replace(/\s+/g, " ");
}

function spacedNames(nodes: readonly (YamlNode | undefined)[]): readonly Diagnostic[] {
  return nodes.flatMap((node) => {
    const { value, span } = node ?? {};
    if (typeof value !== "string" || span === undefined || value.trim() === "") return [];
    const tidy = tidyName(value);
    return tidy === value ? [] : [spacesAroundNameAt(span, tidy, span.endColumn - span.column >= value.length)];
  });
}
