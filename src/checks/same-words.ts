/**
 * Words as a reader takes them: two that give the same string read alike, whatever their capitals and white space.
 *
 * @example
 * sameWords("Contact  us") // "contact us"
 */
export function sameWords(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}
