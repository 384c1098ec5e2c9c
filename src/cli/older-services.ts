import { stringify } from "yaml";
import { tidyName } from "../content/services.ts";
import type { YamlEntry } from "../content/yaml.ts";
import { readYaml } from "../content/yaml.ts";
import type { Service } from "../model/service.ts";
import { compareServices, isKey, serviceFields, takenServiceKeys } from "../model/service.ts";

type NamedService = Pick<Service, "key" | "name">;

/** What an older list of services holds, or why it cannot be read, as a sentence. */
export type ImportedServices =
  | {
      readonly ok: true;
      /** In the order of their names. */
      readonly services: readonly NamedService[];
      /** Keys that had to become others, in the order of the list. */
      readonly changed: readonly { readonly line: number; readonly from: string; readonly key: string }[];
      /** What could not be taken over. `reason` goes on from the key. */
      readonly leftOut: readonly { readonly line: number; readonly from: string; readonly reason: string }[];
    }
  | { readonly ok: false; readonly sentence: string };

/**
 * Reads an older list: `{"clients": {key: name}}`. A key that cannot stay is written as one that can, and told of:
 * without its service, people could not say what they were using.
 */
export function readOlderServices(json: string): ImportedServices {
  const fault = jsonFault(json);
  if (fault !== null) return refused(fault);
  // Every JSON is YAML as well, and that reader knows lines, and keys that stand twice or mean something to a program.
  const { root, diagnostics } = readYaml(json.replace(/^\uFEFF/, "").replaceAll("\r", ""), "", 1);
  const [first] = diagnostics;
  if (first !== undefined) return refused(`line ${first.span.line}: ${first.message}`);
  const clients = root?.entries.find(({ key }) => key === "clients")?.node;
  if (clients === undefined || typeof clients.value !== "object" || Array.isArray(clients.value)) {
    return refused(
      'The file has no object called "clients". It begins like this: {"clients": {"gp-online": "GP online"}}',
    );
  }
  if (clients.entries.length === 0) return refused('The object "clients" is empty');
  return gather(clients.entries);
}

function gather(entries: readonly YamlEntry[]): ImportedServices {
  const services = new Map<string, NamedService>();
  const changed: { line: number; from: string; key: string }[] = [];
  const leftOut: { line: number; from: string; reason: string }[] = [];
  const kept = new Set(entries.map(({ key }) => key).filter(isKey));
  for (const { key: from, keySpan, node } of entries) {
    const { line } = keySpan;
    const key = isKey(from) ? from : keyLike(from);
    const name = typeof node.value === "string" ? serviceFields.name.read(tidyName(node.value), node.typed) : null;
    const reason =
      name === null
        ? "has no name: what stands after it is no text in quotation marks"
        : !name.ok
          ? `has a name that ${name.message}`
          : reasonAgainst(key, from, kept, services);
    if (reason !== null) leftOut.push({ line, from, reason });
    else if (name?.ok) {
      services.set(key, { key, name: name.value });
      if (key !== from) changed.push({ line, from, key });
    }
  }
  return { ok: true, services: [...services.values()].toSorted(compareServices), changed, leftOut };
}

/** Why a service cannot have a key; `null` where it can. */
function reasonAgainst(
  key: string,
  from: string,
  kept: ReadonlySet<string>,
  services: ReadonlyMap<string, NamedService>,
): string | null {
  if (takenServiceKeys.has(key)) return `cannot be a key: the contact form sends ${key} where people pick no service`;
  if (!isKey(key)) return "cannot be made into a key";
  const isTaken = services.has(key) || (key !== from && kept.has(key));
  return isTaken ? `would become ${key}, which is the key of another service` : null;
}

/** The nearest text that can be a key: without accents and capitals, with hyphens for all else. */
function keyLike(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return isKey(plain) ? plain : plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

/** The text of a `services.yml`. */
export function servicesText(services: readonly NamedService[]): string {
  const scalar = (text: string) => stringify(text, { lineWidth: 0 }).trimEnd();
  return [
    "# The websites and apps that people can pick in the contact form: on the left the key, on the right the name.",
    "# Messages name a service by its key, so a key never changes.",
    ...services.map(({ key, name }) => `${scalar(key)}: ${scalar(name)}`),
    "",
  ].join("\n");
}

/** What is wrong with a text as JSON, as a sentence; `null` where nothing is. */
function jsonFault(text: string): string | null {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ""));
    return null;
  } catch (error) {
    const [, line] = /\(line (\d+) column \d+\)/.exec(error instanceof Error ? error.message : "") ?? [];
    const usual = "a comma or a quotation mark is missing, or a comma stands after the last entry";
    if (line === undefined)
      return "This is not JSON, or it ends too early: a bracket or a quotation mark is never closed";
    return `line ${line}: this is not JSON. Often ${usual}, there or in the line above`;
  }
}

function refused(sentence: string): ImportedServices {
  return { ok: false, sentence };
}
