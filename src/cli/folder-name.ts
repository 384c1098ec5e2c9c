import { isAbsolute, relative, sep } from "node:path";

/**
 * A folder as the reader of a message would type it: short where it is below the current folder, else whole.
 *
 * @param folder - an absolute path
 */
export function nameOfFolder(folder: string): string {
  const path = relative(process.cwd(), folder);
  const isBelow = path !== "" && path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
  return isBelow ? path : folder;
}
