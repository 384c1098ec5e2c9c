import { describe, expect, test } from "vitest";
import { ticketFaults, ticketOf, ticketPlaceholders } from "../../src/model/ticket.ts";
import type { TicketPlaceholder } from "../../src/model/ticket.ts";

const values = Object.fromEntries(ticketPlaceholders.map((name) => [name, `<${name}>`])) as Readonly<
  Record<TicketPlaceholder, string>
>;

describe("a ticket", () => {
  test("has the words of its shape where its paths lead, with the message's values in them", () => {
    const shape = { "a.b.c": "{name} at {email}", "a.b.d": "fixed", "a.e": "", f: "{code}{code}", "1.0": "{details}" };
    expect(ticketFaults(shape)).toEqual([]);
    expect(ticketOf(shape, values)).toEqual({
      a: { b: { c: "<name> at <email>", d: "fixed" }, e: "" },
      f: "<code><code>",
      "1": { "0": "<details>" },
    });
  });

  test("takes what was typed as it is: braces, dollar signs and quotation marks among it", () => {
    const typed = `{email} $& $1 $\` " \\ } {`;
    expect(ticketOf({ x: "{details}|{name}" }, { ...values, details: typed })).toEqual({ x: `${typed}|<name>` });
  });

  test("can hold each placeholder, and nothing that every object has", () => {
    for (const name of ticketPlaceholders) expect(ticketOf({ x: `{${name}}` }, values)).toEqual({ x: `<${name}>` });
    expect(ticketOf({ x: "{toString}{constructor}" }, values)).toEqual({ x: "{toString}{constructor}" });
  });
});

describe("the shape of a ticket", () => {
  test.each(["", ".", "a.", ".a", "a..b", "a b", "ä", "__proto__", "a.__proto__.b", "constructor", "a[0]"])(
    "cannot have a field at %j",
    (path) => {
      expect(ticketFaults(Object.fromEntries([[path, "{name}"]]))).toEqual([{ kind: "path", path }]);
    },
  );

  test("cannot have words and other fields at one place", () => {
    expect(ticketFaults({ "a.b": "x", "a.b.c": "y", "a.bc": "z" })).toEqual([
      { kind: "taken", path: "a.b", by: "a.b.c" },
    ]);
  });

  test("cannot name what is not known", () => {
    expect(ticketFaults({ a: "{nmae} {name} {phone}", b: "{}" })).toEqual([
      { kind: "placeholder", path: "a", name: "nmae" },
      { kind: "placeholder", path: "a", name: "phone" },
    ]);
  });
});
