import type { ContainerParts } from "./container-parts.ts";
import { reportUnsafeAttribute } from "./faults/unsafe-html.ts";
import { readStartTag } from "./html-tags.ts";
import { placeInTag, placeOfLine } from "./page-context.ts";
import type { PageContext } from "./page-context.ts";
import { isActingAttribute } from "./refused-html.ts";

const partTag = /<(?:summary|div|h[1-6]|span)\s(?:"[^"]*"|'[^']*'|[^'"<>])*>/gi;

/**
 * Reports what could act on the tags that a raw container is taken apart by: they are made anew, and are not seen again.
 *
 * @param written - the inside of the container
 * @param parts - what has been made of it
 * @param firstLine - the line of the page on which it starts, from 0
 */
export function reportLostHandlers(page: PageContext, written: string, parts: ContainerParts, firstLine: number): void {
  const body = parts.lines.join("\n");
  let line = firstLine;
  let read = 0;
  for (const { 0: tag, index } of written.matchAll(partTag)) {
    if (body.startsWith(tag, index)) continue;
    const start = readStartTag(tag);
    const acting = start?.attrs.filter(({ name }) => isActingAttribute(name)) ?? [];
    if (!start || acting.length === 0 || parts.heading?.text.includes(tag)) continue;
    line += written.slice(read, index).split("\n").length - 1;
    read = index;
    const place = placeOfLine(page, line);
    for (const { name } of acting)
      reportUnsafeAttribute(page, start.tagName, name, placeInTag(page, start, place, name));
  }
}
