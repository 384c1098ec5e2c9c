/** An element of a drawing. */
export interface SvgElement {
  /** As it is written: a prefix (`svg:script`) makes another name. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly SvgElement[];
}

/** Why a text gives no elements: it is none, it breaks off or is torn, or it has markup that no drawing needs. */
export type SvgTextFault = "not a picture" | "damaged" | { readonly active: string };

/*
 * What an SVG is written in. Each pattern is tried at one place only, and no two of its parts can take the same
 * character, so the time grows with the length of the text and no faster, whatever the text is.
 */
const declaration = /<\?xml[ \t\r\n][^?<>]*\?>/y;
const doctype = /<!DOCTYPE[ \t\r\n]+svg[^<>[]*>/y;
const comment = /<!--[^-<]*(?:-[^-<]+)*-->/y;
const startOfTag = /<([A-Za-z_][\w:.-]*)/y;
const attribute = /[ \t\r\n]+([A-Za-z_][\w:.-]*)[ \t\r\n]*=[ \t\r\n]*(?:"([^"<]*)"|'([^'<]*)')/y;
const endOfTag = /[ \t\r\n]*(\/?)>/y;
const endTag = /<\/([A-Za-z_][\w:.-]*)[ \t\r\n]*>/y;

/** An ampersand that stands for nothing in XML: a browser stops there. */
const strayAmpersand = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i;

/**
 * The elements of an SVG in the order in which they start, the root first. A browser reads the file as XML and shows
 * nothing of one that is torn, so nothing is mended here.
 */
export function elementsOfSvg(text: string): readonly SvgElement[] | SvgTextFault {
  const elements: SvgElement[] = [];
  const open: (SvgElement & { readonly children: SvgElement[] })[] = [];
  let index = afterDeclaration(text);
  if (typeof index !== "number") return index;

  for (let next = text.indexOf("<", index); next !== -1; next = text.indexOf("<", index)) {
    const isOutside = open.length === 0;
    if (!isRight(text.slice(index, next), isOutside)) return elements.length === 0 ? "not a picture" : "damaged";
    const passed = matchAt(comment, text, next) ?? (elements.length === 0 ? matchAt(doctype, text, next) : null);
    const end = matchAt(endTag, text, next);
    const tag = tagAt(text, next);
    if (passed !== null) index = next + passed[0].length;
    else if (end !== null) {
      if (open.pop()?.name !== end[1]) return "damaged";
      index = next + end[0].length;
    } else if (tag !== null) {
      if (isOutside && elements.length > 0) return "damaged";
      const element = { name: tag.name, attributes: tag.attributes, children: [] };
      open.at(-1)?.children.push(element);
      elements.push(element);
      if (!tag.isClosed) open.push(element);
      index = tag.end;
    } else return /[!?]/.test(text.charAt(next + 1)) ? { active: text.slice(next, next + 40) } : "damaged";
  }
  if (elements.length === 0) return "not a picture";
  return open.length === 0 && isRight(text.slice(index), true) ? elements : "damaged";
}

/** Where the drawing starts, behind the line that names the encoding: no other than the one that we read it in. */
function afterDeclaration(text: string): number | SvgTextFault {
  const [line = ""] = matchAt(declaration, text, 0) ?? [];
  return /encoding\s*=\s*["'](?!utf-8["'])/i.test(line) ? { active: line.slice(0, 40) } : line.length;
}

/** Whether words may stand where they stand: outside the root there are none. */
function isRight(words: string, isOutside: boolean): boolean {
  return isOutside ? !/[^ \t\r\n]/.test(words) : !strayAmpersand.test(words);
}

/** The start tag at a place; `null` where there is none, or none that is whole. */
function tagAt(text: string, start: number) {
  const [opening, name = ""] = matchAt(startOfTag, text, start) ?? [];
  if (opening === undefined) return null;
  const attributes = new Map<string, string>();
  let end = start + opening.length;
  for (let found = matchAt(attribute, text, end); found !== null; found = matchAt(attribute, text, end)) {
    const [whole, key = "", double, single] = found;
    if (attributes.has(key)) return null;
    attributes.set(key, double ?? single ?? "");
    end += whole.length;
  }
  const closing = matchAt(endOfTag, text, end);
  return closing && { name, attributes, isClosed: closing[1] === "/", end: end + closing[0].length };
}

function matchAt(sticky: RegExp, text: string, index: number): RegExpExecArray | null {
  sticky.lastIndex = index;
  return sticky.exec(text);
}
