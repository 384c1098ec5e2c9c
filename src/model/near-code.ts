/**
 * The one known code that a slip of typing parts from another: one digit is another one, is missing or too many, or two
 * beside each other have changed places.
 *
 * @returns `null` where no known code is that near, or more than one: a wrong guess costs an editor more than none
 *
 * @example
 * nearCode("CID7032", new Set(["CID7023", "CID2011"])) // "CID7023"
 */
export function nearCode(code: string, known: ReadonlySet<string>): string | null {
  const near = nearCodes(code, known);
  const [only = null] = near;
  return near.length === 1 ? only : null;
}

/** All known codes that such a slip parts from another, in no order. */
export function nearCodes(code: string, known: ReadonlySet<string>): readonly string[] {
  return [...new Set(spellings(code))].filter((spelling) => spelling !== code && known.has(spelling));
}

/** Whether two codes of one length differ in one digit, or in two beside each other that have changed places. */
export function lookAlike(one: string, other: string): boolean {
  return one !== other && one.length === other.length && spellings(one).includes(other);
}

const allDigits = [..."0123456789"];

/** What a code may become by one slip. There are about a hundred, however many codes a site has. */
function spellings(code: string): readonly string[] {
  const digits = code.replace(/^\D+/, "");
  const prefix = code.slice(0, code.length - digits.length);
  const places = [...digits].map((_, index) => [digits.slice(0, index), digits.slice(index)] as const);
  return [
    ...places.flatMap(([before, after]) => allDigits.map((digit) => before + digit + after.slice(1))),
    ...[...places, [digits, ""] as const].flatMap(([before, after]) =>
      allDigits.map((digit) => before + digit + after),
    ),
    ...places.map(([before, after]) => before + after.slice(1)),
    ...places.map(([before, [first = "", second = "", ...rest]]) => before + second + first + rest.join("")),
  ].map((number) => prefix + number);
}
