/**
 * Content speaks through messages and file names. None of it may move the cursor, start a line of its own, or give an
 * order to GitHub Actions, which reads them in whatever is printed: `::error::` at the start of a line, `##[error]` in it.
 * Nor may it turn the direction of what stands behind it.
 */
export function visible(words: string): string {
  // oxlint-disable-next-line no-control-regex
  const plain = words.replace(/[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g, "\uFFFD");
  return plain.replace(/^\s*:(?=:)|##(?=\[)/g, "$&\u2060");
}
