import { allowedElements } from "./allowed-html.ts";
import type { Cleaner } from "./clean-html.ts";
import { reportDroppedControl, reportDroppedTag } from "./faults/dropped-html.ts";
import { reportUnknownTag } from "./faults/unknown-tag.ts";
import { escapeText } from "./html-tags.ts";
import type { Place } from "./page-context.ts";
import { droppedElements, idleElements } from "./refused-html.ts";

/** Whether a name is no element's, of HTML or of somebody's own (`x-panel`). */
export function isNoHtml(name: string): boolean {
  return !allowedElements.has(name) && !droppedElements.has(name) && !idleElements.has(name) && !/[-:]/.test(name);
}

/** Drops a tag of HTML that the site does not use; what is no HTML at all (`<your name>`) was meant as words. */
export function dropElement({ page, open, reader }: Cleaner, name: string, written: string, place: Place): string {
  if (!isNoHtml(name)) {
    const dropped = open.dropped.get(name) ?? [];
    open.dropped.set(name, dropped);
    const isOfPlayer = (open.dropped.get("video")?.length ?? 0) + (open.dropped.get("audio")?.length ?? 0) > 0;
    if (idleElements.has(name)) reportDroppedControl(page, name, place);
    else if (!/^(?:source|track)$/.test(name) || !isOfPlayer) {
      dropped.push(reportDroppedTag(page, written, place));
      return "";
    }
    dropped.push(null);
    return "";
  }
  reportUnknownTag(page, written, place);
  reader.text(written);
  return escapeText(written);
}
