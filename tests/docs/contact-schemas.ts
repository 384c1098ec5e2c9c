/** The contract of the contact form as programs read it: its OpenAPI document, and its JSON Schemas compiled. */
import { Ajv2020 } from "ajv/dist/2020.js";
import type { ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { parse } from "yaml";
import { readDocument } from "./documents.ts";

/** What tests look at of the OpenAPI document. */
interface OpenApi {
  readonly paths: Readonly<
    Record<string, { readonly post: { readonly responses: Readonly<Record<string, unknown>> } }>
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly maxLength?: number;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly required?: readonly string[];
}

export const openApi = parse(readDocument("docs/developers/contact.openapi.yaml")) as OpenApi;
export const messageSchema = JSON.parse(readDocument("docs/developers/contact-message.schema.json")) as Schema;

const ajv = new Ajv2020({ strict: true, allErrors: true, keywords: ["components"] });
formats.default(ajv);
ajv.addSchema(messageSchema, "contact-message.schema.json");
ajv.addSchema({ $id: "contact.openapi.yaml", components: openApi.components });

/** Whether something is a message as the page sends it. */
export const isMessage: ValidateFunction = ajv.compile({ $ref: "contact-message.schema.json" });

/** Whether something is what the OpenAPI document gives a name to. */
export function schemaOf(name: string): ValidateFunction {
  return ajv.compile({ $ref: `contact.openapi.yaml#/components/schemas/${name}` });
}
