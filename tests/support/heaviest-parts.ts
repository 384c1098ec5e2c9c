/** What the bytes of a published sheet or script are, so that a budget that is exceeded can say what grew. */
import { build } from "esbuild";
import type { Fetched } from "./first-visit.ts";

const shown = 5;

/**
 * What weighs the most in an answer, before it is compressed, the heaviest first:
 * the rules of a sheet by their components, the modules of a script by their files.
 *
 * @returns `nhsuk-header 21007, nhsuk-card 9022`; nothing for what is not made of parts
 */
export async function heaviestParts({ path, kind, text }: Fetched): Promise<string> {
  const parts = kind === "css" ? rulesOf(text) : kind === "javascript" ? await modulesOf(path) : [];
  const sums = new Map<string, number>();
  for (const [name, bytes] of parts) sums.set(name, (sums.get(name) ?? 0) + bytes);
  const heaviest = [...sums].toSorted(([, a], [, b]) => b - a).slice(0, shown);
  return heaviest.map(([name, bytes]) => `${name} ${bytes}`).join(", ");
}

type SizedPart = readonly [name: string, bytes: number];

/** Each rule of a sheet, under the component that the first class of its selector belongs to. */
function rulesOf(css: string): readonly SizedPart[] {
  return [...css.matchAll(/([^{}]+)\{[^{}]*\}/g)].map(([rule, selector = ""]) => {
    const [, component = "elements"] = /\.((?:nhsuk|app)(?:-[a-z]+)+)/.exec(selector) ?? [];
    return [component, rule.length];
  });
}

/** The modules that a script of the site is made of. */
async function modulesOf(path: string): Promise<readonly SizedPart[]> {
  const [, name] = /([a-z-]+)-[0-9a-f]{10}\.js$/.exec(path) ?? [];
  const { metafile } = await build({
    entryPoints: [`assets/scripts/${name}.ts`],
    bundle: true,
    minify: true,
    format: "esm",
    metafile: true,
    write: false,
    outdir: "unwritten",
    logLevel: "silent",
  });
  return Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).map(([file, { bytesInOutput }]) => [file, bytesInOutput] as const),
  );
}
