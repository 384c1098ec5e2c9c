/**
 * A day in words, the same on every machine.
 *
 * @param day - `YYYY-MM-DD`, a day that exists
 * @param lang - BCP 47; a language that the runtime does not know is written as British English
 *
 * @example
 * dayInWords("2026-01-31", "en-GB") // "31 January 2026"
 */
export function dayInWords(day: string, lang: string): string {
  // "en" alone would put the month first, as the United States do.
  const locale = lang === "en" ? "en-GB" : lang;
  const form = new Intl.DateTimeFormat([locale, "en-GB"], {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return form.format(new Date(`${day}T00:00:00Z`));
}
