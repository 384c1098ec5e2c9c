/**
 * A mistake in a layout, a style or a script: for the developer who wrote it. The message is all that they need, and is
 * `file:line:column: what is wrong`, counted from 1; who prints it leaves the stack out.
 */
export class SourceError extends Error {
  override readonly name = "SourceError";
}

/**
 * @param file - as the developer knows it, with `/`: `assets/styles/main.scss`
 * @param line - counted from 1; `null` where the tool does not say
 * @param column - counted from 1
 */
export function sourceError(
  file: string,
  line: number | null,
  column: number | null,
  message: string,
  cause: unknown,
): SourceError {
  const place = [file, line, column].filter((part) => part !== null).join(":");
  return new SourceError(`${place}: ${message}`, { cause });
}
