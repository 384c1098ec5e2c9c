/** Names that Windows keeps for devices, whatever ending follows (Microsoft, Naming Files, Paths, and Namespaces). */
const deviceName = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/** Signs that Windows refuses in a name, the control characters among them. */
// oxlint-disable-next-line no-control-regex
const refusedSign = /[:*?"<>|\u0000-\u001F]/;

/** File systems keep at most 255 bytes of a name; what hosts and browsers add to it needs room. */
const mostBytes = 200;

/**
 * Why some system refuses a path, in words for editors; `null` where they all take it.
 *
 * @param path - a file's path or a page's address, with `/` between the names
 *
 * @example
 * refusalOf("aux/a.md") // "Windows refuses a file or folder of this name: aux"
 */
export function refusalOf(path: string): string | null {
  for (const name of path.split("/")) {
    const [sign] = refusedSign.exec(name) ?? [];
    if (sign !== undefined) return `Windows refuses a name with ${sign < " " ? "a control character" : sign} in it`;
    if (deviceName.test(name)) return `Windows refuses a file or folder of this name: ${name}`;
    if (/[. ]$/.test(name)) return `Windows takes the dot or space off the end of this name: "${name}"`;
    if (Buffer.byteLength(name) > mostBytes) return `A name of more than ${mostBytes} bytes is refused by some systems`;
  }
  return null;
}
