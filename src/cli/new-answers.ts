import type { ContentType, Hub } from "../model/article.ts";
import { pageFields } from "../model/article.ts";
import type { Field, Reading } from "../model/field.ts";
import { wrong } from "../model/field.ts";
import type { Site } from "../model/site.ts";
import { nameFrom, nextPosition, readFile, usualFile } from "./new-place.ts";
import type { Taken } from "./new-place.ts";
import type { Asker } from "./new-question.ts";

/** What a new page is to be. */
export interface NewPage {
  readonly type: ContentType;
  readonly title: string;
  readonly subtitle: string;
  /** The hub that lists it; `null` for a page outside the hubs. */
  readonly hub: Hub | null;
  /** A hub's own name; `null` for other pages. */
  readonly name: string | null;
  readonly position: number | null;
  /** Path inside the content folder, with `/`. */
  readonly file: string;
}

/**
 * Asks for everything that a page of a type needs.
 *
 * @returns `null` where something is missing or wrong: the asker's problems say what
 */
export async function askForPage(type: ContentType, taken: Taken, asker: Asker): Promise<NewPage | null> {
  const { site } = taken;
  const title = await asker.ask({ option: "title", words: "Title", fallback: null, read: asText(pageFields.title) });
  const subtitle = await asker.ask({
    option: "subtitle",
    words: "One sentence on what it helps with",
    fallback: null,
    read: asText(pageFields.subtitle),
  });
  const hub = type === "page" ? null : await askForHub(site, asker);
  const name = type === "hub" ? await askForName(title ?? "", site, asker) : null;
  const position = hub === null ? null : await askForPosition(hub, site, asker);
  const isWhole = title !== null && subtitle !== null && (type === "page" || (hub !== null && position !== null));
  if (!isWhole || (type === "hub" && name === null)) return null;
  const read = (typed: string) => readFile(typed, type, taken);
  const usual = offered(usualFile(type, title, hub), read);
  const file = await asker.ask({ option: "file", words: "File", ...usual, read });
  return file === null ? null : { type, title, subtitle, hub, name, position, file };
}

/** Reads what somebody typed as a field reads what stands in a file; apostrophes and quotation marks become straight. */
function asText(field: Field<string>): (typed: string) => Reading<string> {
  return (typed) => {
    const straight = typed.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
    return typed === ""
      ? wrong("must be text", `Write words, such as: ${field.example}`)
      : field.read(straight, straight);
  };
}

/**
 * What is made from a title, for somebody who types nothing; where it will not do, why.
 *
 * @param made - `null` where nothing can be made from it
 */
function offered(made: string | null, read: (typed: string) => Reading<unknown>) {
  if (made === null)
    return {
      fallback: null,
      reason: "No name can be made from the title, which has no letter from a to z and no digit",
    };
  const reading = read(made);
  return reading.ok
    ? { fallback: made }
    : { fallback: null, reason: `${made}, made from the title, ${reading.message}` };
}

function askForHub(site: Site, asker: Asker): Promise<Hub | null> {
  const hubs = [...site.hubs.values()];
  const names = hubs.map(({ name }) => name);
  return asker.ask({
    option: "hub",
    words: "Number of the hub that lists it",
    choices: hubs.map(({ title, name }, index) => `  ${String(index + 1).padStart(2)}  ${title} (${name})`),
    fallback: hubs.length === 1 ? (names[0] ?? null) : null,
    read: (typed) => {
      const hub = site.hubs.get(typed) ?? (/^[0-9]+$/.test(typed) ? hubs[Number(typed) - 1] : undefined);
      return hub === undefined ? wrong("is not a hub", `Choose one of: ${names.join(", ")}`) : { ok: true, value: hub };
    },
  });
}

function askForName(title: string, site: Site, asker: Asker): Promise<string | null> {
  const read = (typed: string) =>
    site.hubs.has(typed)
      ? wrong("is the name of another hub", "Choose another name")
      : pageFields.name.read(typed, typed);
  const usual = offered(nameFrom(title) || null, read);
  return asker.ask({ option: "name", words: "Name that its pages write after hub:", ...usual, read });
}

function askForPosition(hub: Hub, site: Site, asker: Asker): Promise<number | null> {
  const free = nextPosition(site, hub.name);
  return asker.ask({
    option: "position",
    words: `Place in the list of ${hub.title}; 1 comes first`,
    fallback: String(free),
    read: (typed) => {
      const reading = pageFields.position.read(Number(typed), typed);
      const other = (site.lists.get(hub.name) ?? []).find(({ position }) => reading.ok && position === reading.value);
      return other === undefined
        ? reading
        : wrong(`is the place of "${other.title}" (${other.file ?? ""})`, `The next free one is ${free}`);
    },
  });
}
