import { compileFunction } from "node:vm";
import nunjucks from "nunjucks";
import { sourceError, SourceError } from "./source-error.ts";

/** What nunjucks makes of a template's code, which its types leave out: a template that is compiled already. */
interface CompiledSource {
  readonly src: { readonly type: "code"; readonly obj: unknown };
  readonly path: string;
  readonly noCache: boolean;
}

/**
 * A nunjucks environment that can tell where a mistake is. Nunjucks by itself names the page's layout for a mistake in
 * any of the files that the layout uses; here each file's code carries the file's own name, so that the stack of an
 * error holds it.
 *
 * @param folders - where templates are looked for, first to last
 */
export function layoutEnvironment(folders: readonly string[]): nunjucks.Environment {
  const files = new nunjucks.FileSystemLoader([...folders]);
  const loader = {
    getSource(name: string): nunjucks.LoaderSource {
      // `null` for a file that is not there, which the types leave out.
      const source = files.getSource(name) as nunjucks.LoaderSource | null;
      if (source === null) return source as never;
      const code = compiled(source.src, name, environment);
      const made: CompiledSource = { path: source.path, noCache: false, src: { type: "code", obj: code } };
      return made as never;
    },
  };
  const environment = new nunjucks.Environment(loader, {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
    // Keeps the errors of templates as they were thrown: their lines, columns and stacks.
    dev: true,
  });
  return environment;
}

function compiled(template: string, name: string, environment: nunjucks.Environment): unknown {
  let code = "";
  try {
    nunjucks.precompileString(template, {
      name,
      env: environment,
      // The types say one template; there is a list of one.
      wrapper: (templates) => (code = [templates].flat()[0]?.template ?? ""),
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line, column] = / \[Line (\d+)(?:, Column (\d+))?\]/.exec(message) ?? [];
    throw placed(name, line, column, lastLine(message), error);
  }
  return (compileFunction(code, [], { filename: name }) as () => unknown)();
}

/**
 * Where a mistake is, and what it is.
 *
 * @param error - what an environment of `layoutEnvironment` threw
 * @param layout - the layout that was printed: the place, where nothing closer is known
 */
export function layoutError(error: unknown, layout: string): SourceError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof SourceError) return cause;
  }
  const { message, stack, lineno, colno } = error as Partial<TemplateError>;
  const [, file] = /\(([^()\s]+\.njk):\d+:\d+\)/.exec(stack ?? "") ?? [];
  const what = lastLine(message ?? String(error));
  // The place that nunjucks gives for a filter is that of the last thing which it did before.
  const known = !what.startsWith("filter not found");
  return placed(file ?? layout, known ? lineno : null, colno, what, error);
}

interface TemplateError extends Error {
  /** Counted from 1; 0 where nunjucks does not know. */
  readonly lineno: number;
  /** Counted from 1. */
  readonly colno: number;
}

/** A file below the layouts is shown with their folder; one of nhsuk-frontend's by the name that layouts write. */
function placed(file: string, line: unknown, column: unknown, message: string, cause: unknown): SourceError {
  const name = file.startsWith("nhsuk/") ? file : `layouts/${file}`;
  return sourceError(name, Number(line) || null, Number(line) ? Number(column) || null : null, message, cause);
}

/** Nunjucks says the places first, a line each, and what is wrong last. */
function lastLine(message: string): string {
  return (message.split("\n").at(-1) ?? message).trim().replace(/^Error: /, "");
}
