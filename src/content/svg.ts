/** What a drawing is made of. Names are exact, for SVG is XML; a prefix (`svg:script`) makes another name. */
const drawingElements: ReadonlySet<string> = new Set(
  (
    "svg g path circle ellipse line polyline polygon rect text tspan title desc defs use symbol marker " +
    "linearGradient radialGradient stop clipPath mask pattern"
  ).split(" "),
);

/** The two namespaces that a drawing names. */
const namespaces = /^http:\/\/www\.w3\.org\/(2000\/svg|1999\/xlink)$/;

/** A start or end tag: its slash, its name, what is written in it, and its end if it has one. */
const tags = /<\/?([^\s/<>]*)((?:"[^"<]*"|'[^'<]*'|[^"'<>])*)(>|)/g;

/** An attribute with its value, in either kind of quotes. */
const attributes = /([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * What in an SVG could act or ask another host for something. It is published as a file of its own, which a browser
 * reads as XML and may run, so it is judged by its characters: what is not plainly a drawing is refused.
 *
 * @returns a few characters of the first such part; `null` for a plain drawing
 */
export function activePartOfSvg(bytes: Uint8Array): string | null {
  const text = decoded(bytes);
  if (text === null) return "it is not saved as UTF-8";
  const [declaration = ""] = /^<\?xml\s[^?<>]*\?>/.exec(text) ?? [];
  if (/encoding\s*=\s*["'](?!utf-8["'])/i.test(declaration)) return declaration.slice(0, 40);

  const drawing = text
    .slice(declaration.length)
    .replace(/<!--(?:(?!--)[^<])*-->/g, "")
    .replace(/<!DOCTYPE\s+svg[^<>[]*>/i, "");
  for (const [whole, name = "", written = "", end] of drawing.matchAll(tags)) {
    if (!drawingElements.has(name) || end === "") return whole.slice(0, 40);
    for (const [, attribute = "", double, single] of written.matchAll(attributes)) {
      if (isActive(attribute, double ?? single ?? "")) return `${attribute} in <${name}>`;
    }
  }
  return null;
}

/** Lengths that stand for the same number of CSS pixels everywhere (CSS Values and Units, 6.2). */
const pixels: ReadonlyMap<string, number> = new Map([
  ["", 1],
  ["px", 1],
  ["in", 96],
  ["cm", 96 / 2.54],
  ["mm", 96 / 25.4],
  ["pt", 96 / 72],
  ["pc", 16],
]);

/** What a browser gives to a drawing that names no size (CSS 2.2, 10.3.2). */
const sizeWithoutSize = { width: 300, height: 150 };

/** The size of a drawing in whole CSS pixels: as it says itself, else that of the part that it shows. */
export function sizeOfSvg(bytes: Uint8Array): { readonly width: number; readonly height: number } {
  const [, written = ""] = /<svg((?:"[^"<]*"|'[^'<]*'|[^"'<>])*)>/.exec(decoded(bytes) ?? "") ?? [];
  const values = new Map([...written.matchAll(attributes)].map(([, name, double, single]) => [name, double ?? single]));
  const [, , boxWidth, boxHeight] = (values.get("viewBox") ?? "").trim().split(/[\s,]+/).map(Number);
  const box = boxWidth && boxHeight && boxWidth > 0 && boxHeight > 0 ? { width: boxWidth, height: boxHeight } : null;
  const [width, height] = [lengthOf(values.get("width")), lengthOf(values.get("height"))];
  const { width: shapeWidth, height: shapeHeight } = box ?? sizeWithoutSize;
  const size =
    width !== null
      ? { width, height: height ?? (width * shapeHeight) / shapeWidth }
      : { width: height === null ? shapeWidth : (height * shapeWidth) / shapeHeight, height: height ?? shapeHeight };
  const whole = (length: number): number => Math.min(Math.max(Math.round(length), 1), 99_999);
  return { width: whole(size.width), height: whole(size.height) };
}

/** A length in CSS pixels; `null` for none, and for one that depends on the page around it. */
function lengthOf(text = ""): number | null {
  const [, number = "", unit = ""] = /^\s*(\d*\.?\d+)([a-z]*)\s*$/i.exec(text) ?? [];
  const pixel = pixels.get(unit.toLowerCase());
  return pixel === undefined || !(Number(number) > 0) ? null : Number(number) * pixel;
}

function isActive(attribute: string, value: string): boolean {
  if (/^xmlns(:\w+)?$/.test(attribute)) return !namespaces.test(value);
  if (/^on/i.test(attribute) || attribute === "style") return true;
  if (/(^|:)(href|src)$/i.test(attribute)) return !/^#[\w-]*$/.test(value);
  return /&|url\(\s*['"]?(?!#)/i.test(value);
}

function decoded(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}
