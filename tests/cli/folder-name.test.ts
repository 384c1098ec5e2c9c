import { dirname, join, sep } from "node:path";
import { expect, test } from "vitest";
import { nameOfFolder } from "../../src/cli/folder-name.ts";

test.each([
  ["below the current folder", join(process.cwd(), "a", "_site"), `a${sep}_site`],
  ["with two full stops at the start of its name", join(process.cwd(), "..site"), "..site"],
  ["that is the current one", process.cwd(), process.cwd()],
  ["above the current one", dirname(process.cwd()), dirname(process.cwd())],
  ["beside the current one", `${process.cwd()}-site`, `${process.cwd()}-site`],
])("nameOfFolder names a folder %s", (_, folder, name) => {
  expect(nameOfFolder(folder)).toBe(name);
});
