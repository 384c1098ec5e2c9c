import { enableCompileCache } from "node:module";
import { SourceError } from "../output/source-error.ts";
import { folderFault } from "./error-in-words.ts";
import { exitCodes } from "./exit-codes.ts";

/** Every command: what it is called, what it does in a line, and where it is; a command is loaded only when it runs. */
const commands: Readonly<Record<string, { readonly help: string; readonly run: (args: string[]) => Promise<number> }>> =
  {
    build: { help: "builds the site", run: async (args) => (await import("./build.ts")).build(args) },
    check: {
      help: "says what to put right in the content",
      run: async (args) => (await import("./check.ts")).check(args),
    },
    serve: {
      help: "shows the site while you edit (npm start)",
      run: async (args) => (await import("./serve.ts")).serve(args),
    },
    rollback: {
      help: "puts the last release back",
      run: async (args) => (await import("./rollback.ts")).rollback(args),
    },
    new: { help: "writes a new page", run: async (args) => (await import("./new.ts")).newPage(args) },
    changes: {
      help: "says what a change does to the help centre",
      run: async (args) => (await import("./changes.ts")).changes(args),
    },
    codes: { help: "lists the error references", run: async (args) => (await import("./codes.ts")).codes(args) },
    "import-services": {
      help: "writes services.yml from an older list",
      run: async (args) => (await import("./import-services.ts")).importServices(args),
    },
    receiver: {
      help: "takes the messages of the contact form",
      run: async (args) => (await import("./receiver.ts")).receiver(args),
    },
    rules: { help: "writes the list of rules", run: async (args) => (await import("./rules.ts")).writeRules(args) },
    schema: {
      help: "writes what editors' programs know of a page's fields",
      run: async (args) => (await import("./schema.ts")).schema(args),
    },
  };

/**
 * Runs the command that was typed.
 *
 * @returns the exit code
 */
async function main([name = "", ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command !== undefined) return command.run(args);
  const isHelp = name === "--help" || name === "help";
  const lines = Object.entries(commands).map(([call, { help }]) => `  ${call.padEnd(17)}${help}`);
  (isHelp ? process.stdout : process.stderr).write(
    [...(isHelp ? [] : [`There is no command "${name}". The commands are:`]), ...lines, "Each takes --help.", ""].join(
      "\n",
    ),
  );
  return isHelp ? exitCodes.fine : exitCodes.use;
}

/** The words for an error that no command has dealt with, and the exit code. */
function explain(error: unknown): { readonly words: string; readonly exitCode: number } {
  if (error instanceof SourceError) return { words: error.message, exitCode: exitCodes.use };
  const folder = folderFault(error);
  if (folder !== null) return { words: `${folder}. Choose the content with --content DIR.`, exitCode: exitCodes.use };
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (syscall !== undefined) {
    return { words: `The system refused (${code ?? ""}): ${syscall} ${path ?? ""}`, exitCode: exitCodes.system };
  }
  const details = error instanceof Error ? error.stack : String(error);
  return {
    words: `This is a fault of the help centre, not of your content. Please open an issue with these lines:\n${details}`,
    exitCode: exitCodes.use,
  };
}

enableCompileCache();
// Whoever reads the report may have seen enough of it: `npm run check | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(process.exitCode ?? exitCodes.fine);
});
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const { words, exitCode } = explain(error);
  process.stderr.write(`${words}\n`);
  process.exitCode = exitCode;
}
