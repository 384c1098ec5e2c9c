/**
 * A file of the content folder as the reader would type it.
 *
 * @param folder - the content folder as it was typed: `content`, `./content/`, `.`
 * @param file - inside the folder, with `/`
 *
 * @example
 * placeName("./content/", "manage/passwords.md") // "content/manage/passwords.md"
 */
export function placeName(folder: string, file: string): string {
  const parts = folder.split("/").filter((part, index) => part !== "." && (part !== "" || index === 0));
  return [...parts, file].join("/");
}
