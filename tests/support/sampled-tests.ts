/** Which tests take samples: those that a longer tier runs, while all others are done with in `npm test`. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";

/** `import { patience, sample } from "./tier.ts"`: where a file asks for the size that the tier gives, or for the tier. */
const asksForSize = /^import \{[^}]*\b(?:sample|tier)\b[^}]*\} from "[./a-z-]*\/tier\.ts";$/m;

/** What else a file of the tests brings in from beside it, types aside: `../support/axe.ts`. */
const ownImports = /^import (?!type\b)(?:[^;"]* from )?"(\.[^"]+\.ts)";$/gm;

/**
 * The tests below `tests` that ask `sample` for a size or look at the tier, or have something from their support do so.
 *
 * @returns from the root of the repository, in order: `tests/accessibility/axe.test.ts`
 */
export function sampledTests(): readonly string[] {
  return readdirSync("tests", { recursive: true, encoding: "utf8" })
    .map((name) => join("tests", name.replaceAll("\\", "/")))
    .filter((path) => path.endsWith(".test.ts") && takesSamples(path))
    .toSorted();
}

function takesSamples(path: string, seen: ReadonlySet<string> = new Set()): boolean {
  // What stands in src takes no samples; patience is a time, and no size.
  if (!path.startsWith("tests/") || path === "tests/support/tier.ts" || seen.has(path)) return false;
  const text = readFileSync(path, "utf8");
  if (asksForSize.test(text)) return true;
  const onTheWay = new Set([...seen, path]);
  return [...text.matchAll(ownImports)].some(([, name = ""]) => takesSamples(join(dirname(path), name), onTheWay));
}
