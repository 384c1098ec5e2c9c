/** Other generators, each with a site of one page: the words of the seed, in the layout that it comes with. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { programFolder } from "../../src/cli/options.ts";
import { run } from "../measure.ts";

/** A generator that is measured. */
export interface Peer {
  readonly name: string;
  /** Where the page is, from the root of its site. */
  readonly address: string;
  /** What stands in the empty folder that it builds from, with `WORDS` where the seed's words go. */
  readonly files: Readonly<Record<string, string>>;
  /** How it is called in that folder. */
  readonly args: readonly string[];
  /** Where in that folder it puts the site. */
  readonly output: string;
}

/** The folder in which they are installed. */
export const here = import.meta.dirname;

/** Every other generator. */
export const peers: readonly Peer[] = [
  {
    name: "x-govuk GOV.UK plugin for Eleventy",
    address: "error-messages-support/",
    files: {
      "eleventy.config.js": `import { govukEleventyPlugin } from "@x-govuk/govuk-eleventy-plugin";
export default function (eleventyConfig) {
  eleventyConfig.addPlugin(govukEleventyPlugin, {});
  return { dataTemplateEngine: "njk", htmlTemplateEngine: "njk", markdownTemplateEngine: false, dir: { input: "pages", output: "site" } };
}
`,
      "pages/error-messages-support.md": "---\nlayout: page\ntitle: Error messages and support\n---\n\nWORDS",
    },
    args: ["node_modules/@11ty/eleventy/cmd.cjs"],
    output: "site",
  },
  {
    name: "VitePress",
    address: "error-messages-support.html",
    files: {
      // The seed links to pages that this site does not have.
      "pages/.vitepress/config.js": "export default { ignoreDeadLinks: true };\n",
      "pages/error-messages-support.md": "# Error messages and support\n\nWORDS",
    },
    args: ["node_modules/vitepress/bin/vitepress.js", "build", "pages"],
    output: "pages/.vitepress/dist",
  },
];

/**
 * Builds a generator's site.
 *
 * @param folder - an empty one
 * @returns where the site is
 * @throws Error if it does not build
 */
export async function buildPeer({ name, files, args, output }: Peer, folder: string): Promise<string> {
  const seed = readFileSync(join(programFolder, "content/error-messages-support.md"), "utf8");
  const words = seed.replace(/^---\n[^]*?\n---\n/, "");
  symlinkSync(join(here, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    const whole = text.replace("WORDS", () => words);
    writeFileSync(join(folder, file), whole);
  }
  const { exitCode, said } = await run({ cwd: folder, args });
  if (exitCode !== 0) throw new Error(`${name} ended with ${exitCode}:\n${said.slice(-2000)}`);
  // Our server reads a host's headers; theirs come without any.
  writeFileSync(join(folder, output, "_headers"), "");
  return join(folder, output);
}
