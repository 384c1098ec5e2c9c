import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { pageFields } from "../model/article.ts";
import { contactFields } from "../model/contact-form.ts";
import type { Field } from "../model/field.ts";
import type { JsonSchema, YamlValue } from "../model/field-schema.ts";
import { registeredCodeFields } from "../model/registered-code-fields.ts";
import { servicesSchema } from "../model/service.ts";
import { siteFields } from "../model/settings.ts";
import { exitCodes } from "./exit-codes.ts";
import { nameOfFolder } from "./folder-name.ts";
import { parseOptions, programFolder } from "./options.ts";
import type { Command } from "./options.ts";

/** What `npm run schema` is called and takes. */
export const schemaCommand: Command = {
  name: "schema",
  call: "npm run schema",
  help: "Writes what editors' programs know of the lines at the top of a page, from the table of fields.",
  options: {},
};

/** The fields at the top of a page as a JSON Schema. What only the whole site shows, such as an unknown hub, is not in it. */
export function frontMatterSchema(): JsonSchema {
  return {
    ...schemaOf(pageFields, "The lines at the top of a page"),
    required: ["title"],
    // A schema does not see which file it looks at. A translation takes its type and hub from its original; every other
    // page needs a type, and an article a hub. A hub needs its hub and name as well, but for the front page.
    anyOf: [
      { required: ["lang"] },
      { required: ["translationOf"] },
      { required: ["type", "hub"] },
      { required: ["type"], properties: { type: { enum: ["hub", "page"] } } },
    ],
  };
}

/** The settings of `site.yml` as a JSON Schema. */
export function siteSchema(): JsonSchema {
  return schemaOf(siteFields, "What holds for the whole help centre");
}

/** What `contact.yml` may hold, as a JSON Schema. */
export function contactSchema(): JsonSchema {
  return schemaOf(contactFields, "The contact page and its form");
}

/** What `services.yml` may hold, as a JSON Schema: a map, so it names no fields. */
export function serviceSchema(): JsonSchema {
  return { ...heading("The websites and apps that people can pick in the contact form"), ...servicesSchema };
}

/** What `error-references.yml` may hold, as a JSON Schema. What references look like, `site.yml` says. */
export function codesSchema(): JsonSchema {
  const fields = { ...propertiesOf(registeredCodeFields), type: ["object", "null"] };
  return { ...heading("What is known of each error reference"), type: "object", additionalProperties: fields };
}

function schemaOf(fields: FieldTable, title: string): JsonSchema {
  return { ...heading(title), type: "object", ...propertiesOf(fields) };
}

interface FieldTable {
  readonly [name: string]: Field<unknown>;
}

function propertiesOf(fields: FieldTable): JsonSchema {
  const properties = Object.entries(fields).map(([name, { help, example, schema }]) => {
    return [name, { description: help, examples: [parse(example) as YamlValue], ...schema }] as const;
  });
  return { properties: Object.fromEntries(properties), additionalProperties: false };
}

function heading(title: string): JsonSchema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $comment: "Written by npm run schema from the tables of fields in src/model.",
    title,
  };
}

/** The field table as VS Code's snippets for Markdown: `title` and Ctrl+Space write the whole line. */
export function frontMatterSnippets(): JsonSchema {
  const snippets = Object.entries(pageFields).map(([name, { help, example, schema }]) => {
    const choices = Array.isArray(schema["enum"]) ? `|${schema["enum"].join(",")}|` : `:${escaped(example)}`;
    return [name, { scope: "markdown", prefix: name, description: help, body: `${name}: \${1${choices}}` }] as const;
  });
  return Object.fromEntries(snippets);
}

/** Signs that mean something in a snippet. */
function escaped(text: string): string {
  return text.replace(/[\\$}]/g, String.raw`\$&`);
}

/** What is written, by path inside the program's folder. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const json = (value: JsonSchema) => `${JSON.stringify(value, null, 2)}\n`;
  return new Map([
    [".vscode/front-matter.schema.json", json(frontMatterSchema())],
    [".vscode/site.schema.json", json(siteSchema())],
    [".vscode/contact.schema.json", json(contactSchema())],
    [".vscode/services.schema.json", json(serviceSchema())],
    [".vscode/error-references.schema.json", json(codesSchema())],
    [".vscode/front-matter.code-snippets", json(frontMatterSnippets())],
  ]);
}

/**
 * Writes the files.
 *
 * @param args - the words after the command's name
 * @returns the exit code
 */
export async function schema(args: readonly string[]): Promise<number> {
  const typed = parseOptions(schemaCommand, args);
  if (!typed.ok) {
    (typed.exitCode === exitCodes.fine ? process.stdout : process.stderr).write(`${typed.print}\n`);
    return typed.exitCode;
  }
  for (const [path, text] of schemaFiles()) {
    const file = join(programFolder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    process.stdout.write(`Wrote ${nameOfFolder(file)}\n`);
  }
  return exitCodes.fine;
}
