import type { SvgElement } from "./svg-elements.ts";

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
export function sizeOfSvg({ attributes }: SvgElement): { readonly width: number; readonly height: number } {
  const [, , boxWidth, boxHeight] = (attributes.get("viewBox") ?? "").trim().split(/[\s,]+/).map(Number);
  const box = isLength(boxWidth) && isLength(boxHeight) ? { width: boxWidth, height: boxHeight } : null;
  const [width, height] = [lengthOf(attributes.get("width")), lengthOf(attributes.get("height"))];
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
  const [, number = "", unit = ""] = /^\s*(\d+(?:\.\d+)?|\.\d+)([a-z]*)\s*$/i.exec(text) ?? [];
  const length = Number(number) * (pixels.get(unit.toLowerCase()) ?? 0);
  return isLength(length) ? length : null;
}

function isLength(number: number | undefined): number is number {
  return number !== undefined && number > 0 && Number.isFinite(number);
}
