import { serializeOuter } from "parse5";
import { catalogueAddress, contactAddress, publishedHref, referenceAddress } from "../model/address.ts";
import type { Page } from "../model/article.ts";
import { referenceStatuses } from "../model/error-reference.ts";
import type { ErrorReference } from "../model/error-reference.ts";
import type { JsonSchema } from "../model/field-schema.ts";
import type { Site } from "../model/site.ts";
import type { Entry } from "./entry.ts";
import type { TextFile } from "./machine-files.ts";
import { plainText } from "./plain-text.ts";
import { portableHtml } from "./portable-html.ts";
import { referenceHomes, siteOfHome } from "./reference-homes.ts";

/** What a row of `referenceFields` is worked out from. */
interface ReferenceFacts {
  readonly reference: ErrorReference;
  /** The page about the reference. */
  readonly entry: Entry;
  /** The page that an editor wrote, where the reference is at home; `null` where the register alone explains it. */
  readonly home: { readonly page: Page; readonly address: string } | null;
  /** A whole address, or one from the host's root where the site's is not known. @param path - from the site's root */
  readonly address: (path: string) => string;
}

/** What the catalogue says of a reference, and what its schema says of that. */
interface CatalogueField {
  readonly schema: JsonSchema;
  readonly value: (facts: ReferenceFacts) => unknown;
}

const address: JsonSchema = { type: "string", format: "uri-reference" };
const text: JsonSchema = { type: "string" };

/** Everything that the catalogue says of a reference. To add a field, add a row: the schema follows from it. */
const referenceFields = {
  code: {
    schema: { description: "As screens show it.", type: "string", pattern: "^[A-Z]+[0-9]+$" },
    value: ({ reference }) => reference.code,
  },
  title: {
    schema: { description: "What it means, in a few words; plain text.", type: "string", minLength: 1 },
    value: ({ reference }) => reference.title,
  },
  status: {
    schema: { description: "Whether screens show it: now, not any more, or not yet.", enum: referenceStatuses },
    value: ({ reference }) => reference.status,
  },
  replacedBy: {
    schema: { description: "The code that screens show in its place.", type: ["string", "null"] },
    value: ({ reference }) => reference.replacedBy,
  },
  page: {
    schema: { description: "The page about it.", ...address },
    value: ({ reference, address }) => address(referenceAddress(reference.code)),
  },
  contact: {
    schema: { description: "Where people get in touch about it; it carries the code.", ...address },
    value: ({ reference, address }) => address(contactAddress(reference.code)),
  },
  article: {
    schema: {
      description: "The part of an article that explains it, if one does.",
      type: ["object", "null"],
      required: ["title", "address"],
      properties: { title: text, address },
    },
    value: ({ reference, home }) =>
      home === null
        ? null
        : { title: home.page.title, address: home.address + fragment(reference.home?.headingId ?? null) },
  },
  help: {
    schema: {
      description: "The words of the page about it; empty where there are none.",
      type: "object",
      required: ["html", "text"],
      properties: {
        html: { description: "For a page of yours: no classes, ids or scripts. Headings start at h2.", ...text },
        text: { description: "The same words for a place that takes no HTML.", ...text },
      },
    },
    value: ({ entry, reference, address }) => helpOf(entry.html, address(referenceAddress(reference.code))),
  },
  lastReviewed: {
    schema: {
      description: "The day on which somebody last checked the words.",
      type: ["string", "null"],
      format: "date",
    },
    value: ({ home }) => home?.page.lastReviewed ?? null,
  },
  language: {
    schema: { description: "The language of the words, BCP 47.", type: "string", minLength: 2 },
    value: ({ entry }) => entry.lang,
  },
} as const satisfies { readonly [name: string]: CatalogueField };

/** What the catalogue says of a reference. */
export type CatalogueReference = {
  readonly [Name in keyof typeof referenceFields]: ReturnType<(typeof referenceFields)[Name]["value"]>;
};

/**
 * Every reference that the site explains, for the services whose screens show them: all in one file, each in one of its
 * own, and the schema of both. A reference that only a draft explains is left out.
 *
 * @param entries - the pages of the site
 */
export function catalogueFiles(site: Site, entries: readonly Entry[]): readonly TextFile[] {
  const { name, url, pathPrefix } = site.settings;
  const head = { version: 1, site: { name, address: url ?? pathPrefix } };
  const references = catalogueReferences(site, entries);
  return [
    jsonFile("api/errors.json", { ...head, references }),
    jsonFile("api/errors.schema.json", catalogueSchema(url)),
    ...references.map((reference) => jsonFile(catalogueAddress(reference.code).slice(1), { ...head, ...reference })),
  ];
}

function catalogueReferences(site: Site, entries: readonly Entry[]): readonly CatalogueReference[] {
  const homeOf = referenceHomes(site);
  const published = entries.filter(({ type, draft }) => type === "reference" && !draft);
  const entryOf = new Map(published.map((entry) => [entry.address, entry]));
  const addressOn =
    ({ settings }: Site) =>
    (path: string) =>
      publishedHref(path, settings.url ?? settings.pathPrefix);
  return site.errorReferences.flatMap((reference) => {
    const entry = entryOf.get(referenceAddress(reference.code));
    if (entry === undefined) return [];
    const at = homeOf(reference);
    const home = at && { page: at.page, address: addressOn(siteOfHome(site, at))(at.page.address) };
    const facts = { reference, entry, home, address: addressOn(site) };
    const values = Object.entries(referenceFields).map(([name, { value }]) => [name, value(facts)] as const);
    return [Object.fromEntries(values) as CatalogueReference];
  });
}

/** @param url - the site's whole address, if it is known */
function catalogueSchema(url: string | null): JsonSchema {
  const fields = Object.entries(referenceFields).map(([name, { schema }]) => [name, schema] as const);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    ...(url === null ? {} : { $id: publishedHref("/api/errors.schema.json", url) }),
    title: "The error references that a help centre explains",
    description: "errors.json holds all of them, errors/CODE.json one. More fields may come while the version is 1.",
    type: "object",
    required: ["version", "site"],
    properties: {
      version: { const: 1 },
      site: { type: "object", required: ["name", "address"], properties: { name: text, address } },
    },
    oneOf: [{ $ref: "#/$defs/all" }, { $ref: "#/$defs/reference" }],
    $defs: {
      all: {
        type: "object",
        required: ["references"],
        properties: {
          references: { description: "In order of the code.", type: "array", items: { $ref: "#/$defs/reference" } },
        },
      },
      reference: { type: "object", required: fields.map(([name]) => name), properties: Object.fromEntries(fields) },
    },
  };
}

/** @param page - the address of the page about the reference */
function helpOf(html: string, page: string): { readonly html: string; readonly text: string } {
  const nodes = portableHtml(html, page);
  return {
    html: nodes.map((node) => serializeOuter(node)).join(""),
    text: plainText(nodes),
  };
}

function fragment(headingId: string | null): string {
  return headingId === null ? "" : `#${encodeURIComponent(headingId)}`;
}

function jsonFile(path: string, value: unknown): TextFile {
  return { path, content: `${JSON.stringify(value, null, 2)}\n` };
}
