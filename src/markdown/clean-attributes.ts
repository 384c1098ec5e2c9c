import type { Token } from "parse5";
import {
  addressAttributes,
  allowedElements,
  allowedRoles,
  allowedValues,
  ariaAttribute,
  generalAttributes,
  reservedIds,
  safeId,
} from "./allowed-html.ts";
import { isActingAttribute } from "./refused-html.ts";
import { checkLink, checkTarget, publishedTarget } from "./links.ts";
import { reportDroppedValue, reportNeedlessAttribute } from "./faults/dropped-html.ts";
import { reportUnsafeAttribute } from "./faults/unsafe-html.ts";
import type { PageContext, Place } from "./page-context.ts";

/** The attributes of a tag that stay. */
export interface CleanAttributes {
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** Whether they are others than were written. */
  readonly changed: boolean;
}

/**
 * Keeps the attributes of a tag that the allow list names, and reports the others.
 *
 * @param element - its name, one of `allowedElements`
 * @param ids - the ids of the page so far; an id that stays is added
 * @param placeOf - where an attribute stands, by its name
 */
export function cleanAttributes(
  page: PageContext,
  element: string,
  written: readonly Token.Attribute[],
  ids: Set<string>,
  placeOf: (name: string) => Place,
): CleanAttributes {
  const attributes: (readonly [string, string])[] = [];
  let changed = false;
  for (const { name, value } of written) {
    const kept = cleanAttribute(page, element, { name, value }, ids, placeOf(name));
    if (kept === null) changed = true;
    else {
      changed ||= kept[0] !== name || kept[1] !== value;
      if (!attributes.some(([other]) => other === kept[0])) attributes.push(kept);
    }
  }
  return { attributes, changed };
}

function cleanAttribute(
  page: PageContext,
  element: string,
  { name, value }: { readonly name: string; readonly value: string },
  ids: Set<string>,
  place: Place,
): readonly [string, string] | null {
  if (isActingAttribute(name)) {
    reportUnsafeAttribute(page, element, name, place);
    return null;
  }
  const known = generalAttributes.has(name) || ariaAttribute.test(name) || allowedElements.get(element)?.includes(name);
  if (!known) {
    const message = `The attribute "${name}" of <${element}> is left out`;
    reportNeedlessAttribute(page, place, name, { message, fix: fixes.get(name) ?? "Delete it from the tag" });
    return null;
  }
  if (addressAttributes.has(name)) {
    (name === "href" ? checkLink : checkTarget)(page, value, place);
    const address = publishedTarget(value, page.source.file, page.settings);
    return address === null ? null : [name, address];
  }
  // Before ids, old pages marked places with <a name="…">.
  if (name === "id" || (name === "name" && element === "a")) return cleanId(page, value, ids, place);
  if (name === "class") return cleanClasses(page, value, place);
  if (name === "role" && !allowedRoles.has(value)) {
    const fix = "Delete it: the page is read out rightly without it";
    reportNeedlessAttribute(page, place, name, { message: oneLine(`role="${value}" is left out`), fix });
    return null;
  }
  if (allowedValues.get(name)?.test(value) === false) {
    return drop(page, place, `${name}="${value}" is not a value that "${name}" can have, and is left out`);
  }
  return [name, value];
}

/** Keeps an id that is well formed and free, and takes it. */
function cleanId(page: PageContext, id: string, ids: Set<string>, place: Place): readonly ["id", string] | null {
  if (!safeId.test(id)) {
    return drop(
      page,
      place,
      `The id "${id}" is left out`,
      "Write an id of letters, digits and hyphens, starting with a letter",
    );
  }
  if (reservedIds.has(id.toLowerCase())) {
    return drop(page, place, `The id "${id}" is left out: the site uses it itself`, "Choose another id");
  }
  if (ids.has(id))
    return drop(page, place, `The id "${id}" is left out: it is on this page already`, "Choose another id");
  ids.add(id);
  return ["id", id];
}

function cleanClasses(page: PageContext, value: string, place: Place): readonly ["class", string] | null {
  const names = value.split(/\s+/).filter((name) => name !== "");
  const kept = names.filter((name) => /^[A-Za-z_-][\w-]*$/.test(name));
  if (kept.length < names.length)
    drop(page, place, `class="${value}" holds a name that is not a class, which is left out`);
  if (kept.length === 0) return null;
  return ["class", kept.length === names.length ? value : kept.join(" ")];
}

const fixes: ReadonlyMap<string, string> = new Map([
  ["style", 'Delete style="…"; colours, sizes and spacing come from the site\'s design'],
  ["target", 'Delete target="…"; links open where the reader chooses'],
  ["align", 'Delete align="…"'],
]);

function drop(page: PageContext, place: Place, message: string, fix = "Delete it from the tag"): null {
  reportDroppedValue(page, place, { message: oneLine(message), fix });
  return null;
}

function oneLine(message: string): string {
  return message.replace(/\s+/g, " ");
}
