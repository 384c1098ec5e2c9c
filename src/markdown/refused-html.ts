import type { Token } from "parse5";
import { allowedElements } from "./allowed-html.ts";

/** Elements that could act, load, collect or change how a page is read: never let through. */
export const actingElements: ReadonlySet<string> = new Set(
  (
    "applet base basefont bgsound canvas command datalist dialog embed fieldset fencedframe form frame " +
    "frameset iframe image input isindex keygen legend link listing map area marquee math meta meter " +
    "noembed noframes noscript object optgroup option output param plaintext portal progress script select slot " +
    "style svg template textarea title xmp"
  ).split(" "),
);

/** Elements that do nothing without a handler or a form: they go with a warning, unless they could act. */
export const idleElements: ReadonlySet<string> = new Set(["audio", "button", "label", "video"]);

/** Whether a start tag is one of those that are never let through, as they are shown. */
export function couldAct({ tagName, attrs }: Token.TagToken): boolean {
  const hasHandler = attrs.some(({ name }) => name.startsWith("on") || name === "formaction");
  return actingElements.has(tagName) || (idleElements.has(tagName) && hasHandler);
}

/** Elements of older or richer HTML that go, with a warning, while the words inside them stay. */
export const droppedElements: ReadonlySet<string> = new Set(
  (
    "acronym big blink body center dir font footer head header hgroup html main menu menuitem multicol nav nobr picture rb " +
    "rtc search source spacer strike track tt"
  ).split(" "),
);

/** Whether an attribute could act: run a script, load a page, send something. */
export function isActingAttribute(name: string): boolean {
  return name.startsWith("on") || actingAttributes.has(name);
}

const actingAttributes: ReadonlySet<string> = new Set([
  "action",
  "attributename",
  "autofocus",
  "background",
  "data",
  "dynsrc",
  "formaction",
  "fscommand",
  "is",
  "lowsrc",
  "manifest",
  "ping",
  "poster",
  "profile",
  "seeksegmenttime",
  "srcdoc",
  "srcset",
  "xlink:href",
  "xmlns",
]);

/** Whether some text starts with a tag of HTML, whatever becomes of it. */
export function startsWithTag(text: string): boolean {
  const name = /^\s*<\/?([a-z][a-z0-9]*)(?=[\s/>])/i.exec(text)?.[1]?.toLowerCase() ?? "";
  return [allowedElements, actingElements, idleElements, droppedElements].some((elements) => elements.has(name));
}
