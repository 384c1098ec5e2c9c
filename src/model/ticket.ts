/**
 * How a message becomes the JSON that a ticket system expects. Its shape comes from `contact.yml`: the path of a field,
 * with dots, and the words in it, with placeholders.
 */

/** What may stand in braces in the words of a ticket. Where a message has nothing, nothing is put in. */
export const ticketPlaceholders = [
  "id",
  "received",
  "name",
  "email",
  "service",
  "serviceName",
  "problem",
  "problemName",
  "details",
  "code",
  "codeTitle",
  "page",
  "pageTitle",
  "language",
] as const;
/** See `ticketPlaceholders`. */
export type TicketPlaceholder = (typeof ticketPlaceholders)[number];

/** JSON as a ticket system gets it: objects in each other, and texts. */
export interface Ticket {
  readonly [name: string]: string | Ticket;
}

/** Why a row of a ticket cannot be used. */
export type TicketFault =
  /** The path is empty, has an empty part, or a part that is no plain name. */
  | { readonly kind: "path"; readonly path: string }
  /** The path ends where another one goes on: `a` and `a.b`. */
  | { readonly kind: "taken"; readonly path: string; readonly by: string }
  /** The words name a placeholder that does not exist. */
  | { readonly kind: "placeholder"; readonly path: string; readonly name: string };

/** What is wrong with the shape of a ticket, in the order of its rows. */
export function ticketFaults(shape: Readonly<Record<string, string>>): readonly TicketFault[] {
  const paths = Object.keys(shape);
  const known: ReadonlySet<string> = new Set(ticketPlaceholders);
  return Object.entries(shape).flatMap(([path, words]): readonly TicketFault[] => {
    if (!path.split(".").every(isPlainName)) return [{ kind: "path", path }];
    const longer = paths.find((other) => other.startsWith(`${path}.`));
    if (longer !== undefined) return [{ kind: "taken", path, by: longer }];
    const unknown = [...words.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).filter((name) => !known.has(name));
    return unknown.map((name) => ({ kind: "placeholder", path, name }));
  });
}

/**
 * A message in the shape of a ticket. What people typed is only ever put into a text, never into the JSON around it.
 *
 * @param shape - one without faults
 *
 * @example
 * ticketOf({ "requester.name": "{name}" }, { name: "Ann", … }) // { requester: { name: "Ann" } }
 */
export function ticketOf(
  shape: Readonly<Record<string, string>>,
  values: Readonly<Record<TicketPlaceholder, string>>,
): Ticket {
  const rows = Object.entries(shape).map(([path, words]) => ({
    parts: path.split("."),
    // One pass: braces that somebody typed are not read again.
    text: words.replace(/\{(\w+)\}/g, (braces, name: string) =>
      Object.hasOwn(values, name) ? values[name as TicketPlaceholder] : braces,
    ),
  }));
  return branchOf(rows);
}

interface Row {
  readonly parts: readonly string[];
  readonly text: string;
}

function branchOf(rows: readonly Row[]): Ticket {
  const names = new Set(rows.map(({ parts: [name = ""] }) => name));
  return Object.fromEntries(
    [...names].map((name) => {
      const under = rows.filter(({ parts }) => parts[0] === name);
      const leaf = under.find(({ parts }) => parts.length === 1);
      return [name, leaf?.text ?? branchOf(under.map(({ parts, text }) => ({ parts: parts.slice(1), text })))];
    }),
  );
}

/** Names that JSON readers in other languages take as they are; `__proto__` is none that anybody needs. */
function isPlainName(part: string): boolean {
  return /^[A-Za-z0-9_-]+$/.test(part) && !["__proto__", "constructor", "prototype"].includes(part);
}
