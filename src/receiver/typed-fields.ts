import { contactFieldNames } from "../model/contact-message.ts";

/** The ways in which a form may be written: as a browser sends it, or as the page's script does. */
export type BodyType = "form" | "json";

/** What was sent, by the name of the field. Nothing is inherited: a name that means something in JavaScript is a name. */
export type TypedFields = Readonly<Record<string, unknown>>;

/** More fields than this are no form of ours. */
const mostFields = 50;
/** Our JSON is one object of texts and numbers; anything beyond this many levels is meant to do harm. */
const deepestJson = 4;

/** Who fills in the form faster than this, in seconds, is not one of us. */
const fastest = 2;

/** What a Content-Type header says; `null` for any other type, and for signs other than UTF-8. */
export function bodyType(contentType: string | undefined): BodyType | null {
  const form = /^application\/(json|x-www-form-urlencoded)[ \t]*(?:;[ \t]*charset=(?:utf-8|"utf-8")[ \t]*)?;?$/i;
  const type = form.exec(contentType?.trim() ?? "")?.[1]?.toLowerCase();
  return type === undefined ? null : type === "json" ? "json" : "form";
}

/** Reads the body of a request; `null` where it is not well formed. */
export function typedFields(body: Uint8Array, type: BodyType): TypedFields | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(body);
    const pairs = type === "json" ? jsonPairs(text) : formPairs(text);
    return pairs === null ? null : fieldsOf(pairs);
  } catch {
    return null;
  }
}

/** What the form page can be filled with again: the texts that people see. */
export function typedTexts(typed: TypedFields): Readonly<Record<string, string>> {
  return Object.fromEntries(
    contactFieldNames.flatMap((name) => {
      const value = typed[name];
      return typeof value === "string" ? [[name, value] as const] : [];
    }),
  );
}

/** Whether a program filled in the form: nobody sees the field `website`, and nobody fills in the form within a moment. */
export function isByProgram({ website, seconds }: TypedFields): boolean {
  if (typeof website === "string" && website.trim() !== "") return true;
  const open = typeof seconds === "string" && seconds.trim() !== "" ? Number(seconds) : seconds;
  return typeof open === "number" && open < fastest;
}

type Pairs = readonly (readonly [name: string, value: unknown])[];

/** A field that is there twice has no value that could be told from the other: `null` counts as not typed. */
function fieldsOf(pairs: Pairs): TypedFields {
  const typed: Record<string, unknown> = Object.create(null);
  for (const [name, value] of pairs) {
    typed[name] = Object.hasOwn(typed, name) ? null : value;
  }
  return typed;
}

/** Node's own reader mends what is malformed; words that were mended are not what was typed. */
function formPairs(text: string): Pairs | null {
  const parts = text.split("&", mostFields + 1);
  if (parts.length > mostFields) return null;
  return parts.map((part) => {
    const [, name = "", value = ""] = /^([^=]*)=?(.*)$/s.exec(part) ?? [];
    return [decoded(name), decoded(value)];
  });
}

/** @throws URIError for percent signs that stand for nothing, or not for UTF-8 */
function decoded(text: string): string {
  return decodeURIComponent(text.replaceAll("+", " "));
}

/** @throws SyntaxError for what is not JSON */
function jsonPairs(text: string): Pairs | null {
  if (depth(text) > deepestJson) return null;
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const pairs = Object.entries(value);
  return pairs.length > mostFields ? null : pairs;
}

/** How deep brackets stand in each other, outside of texts: counted in one pass, before anything is made of them. */
function depth(json: string): number {
  let open = 0;
  let deepest = 0;
  let inText = false;
  for (let index = 0; index < json.length; index += 1) {
    const sign = json[index];
    if (inText && sign === "\\") index += 1;
    else if (sign === '"') inText = !inText;
    else if (!inText && (sign === "{" || sign === "[")) deepest = Math.max(deepest, (open += 1));
    else if (!inText && (sign === "}" || sign === "]")) open -= 1;
  }
  return deepest;
}
