import type { SvgElement, SvgTextFault } from "./svg-elements.ts";
import { elementsOfSvg } from "./svg-elements.ts";
import { drawnElements } from "./svg-references.ts";
import { sizeOfSvg } from "./svg-size.ts";

/** Why an SVG is not published. `active` is a few characters of what could act in it, or ask another host. */
export type SvgFault = SvgTextFault | "too large";

/** A longer file is no drawing for a phone. Nothing in it is read. */
const mostBytes = 1_000_000;

/** More than this keeps a phone busy for seconds. */
const mostDrawn = 10_000;

/** What a drawing is made of. Names are exact, for SVG is XML. */
const drawingElements: ReadonlySet<string> = new Set(
  (
    "svg g path circle ellipse line polyline polygon rect text tspan title desc defs use symbol marker " +
    "linearGradient radialGradient stop clipPath mask pattern"
  ).split(" "),
);

const svgNamespace = "http://www.w3.org/2000/svg";

/** The namespaces that a drawing names. */
const namespaces: ReadonlySet<string | undefined> = new Set([svgNamespace, "http://www.w3.org/1999/xlink"]);

/** A function of CSS that is neither a colour nor a movement nor a part of the same drawing: it may load something. */
const otherFunction =
  /(?<![\w-])(?!(?:rgba?|hsla?|matrix|translate|scale|rotate|skewX|skewY)\(|url\(\s*(["']?)#[\w.:-]+\1\s*\))[\w-]*\(/i;

/**
 * Looks at an SVG. It is published as a file of its own, which a browser reads as XML and may run, so it is judged by
 * its characters: what is not plainly a drawing is refused.
 */
export function readSvg(bytes: Uint8Array): ReturnType<typeof sizeOfSvg> | SvgFault {
  if (bytes.byteLength > mostBytes) return "too large";
  const text = decoded(bytes);
  if (text === null) return { active: "it is not saved as UTF-8" };
  const elements = elementsOfSvg(text);
  if (typeof elements === "string" || "active" in elements) return elements;
  const active = activePart(elements);
  if (active !== null) return { active };
  const [root] = elements;
  if (root?.name !== "svg" || root.attributes.get("xmlns") !== svgNamespace) return "not a picture";
  return drawnElements(elements) > mostDrawn ? "too large" : sizeOfSvg(root);
}

function activePart(elements: readonly SvgElement[]): string | null {
  for (const { name, attributes } of elements) {
    if (!drawingElements.has(name)) return `<${name.slice(0, 40)}>`;
    for (const [attribute, value] of attributes) {
      if (isActive(attribute, value)) return `${attribute.slice(0, 40)} in <${name}>`;
    }
  }
  return null;
}

function isActive(attribute: string, value: string): boolean {
  if (attribute === "xmlns" || attribute.startsWith("xmlns:")) return !namespaces.has(value);
  if (/^on/i.test(attribute) || attribute === "style" || attribute === "xml:base") return true;
  // A backslash writes a letter of CSS otherwise, an ampersand one of XML: neither is needed, and both hide names.
  if (/[&\\]|:\/\//.test(value)) return true;
  if (/(^|:)(href|src)$/i.test(attribute)) return !/^#[\w.:-]*$/.test(value);
  // What is only read out may have brackets.
  return !/^(aria|data)-/.test(attribute) && otherFunction.test(value);
}

function decoded(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}
