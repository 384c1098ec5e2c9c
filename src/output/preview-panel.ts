import { join } from "node:path";
import { addressOf, publishedHref } from "../model/address.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { nhsukFolder } from "./nhsuk-frontend.ts";

/** What is wrong while a preview runs. */
export interface PreviewProblems {
  /** A file of the content folder as the reader would type it: `content/index.md`. */
  readonly nameOf: (file: string) => string;
  readonly diagnostics: readonly Diagnostic[];
  /** Mistakes in layouts and styles, in words that name the file. */
  readonly mistakes: readonly string[];
}

/** A panel with what is wrong, for pages of the preview alone: a build knows nothing of it. */
export interface PreviewPanel {
  /** Names the panel's script and style in a page. */
  readonly addTo: (html: string) => string;
  /** The answer to a request for one of the panel's own files; `null` for any other path. */
  readonly answer: (path: string) => PanelAnswer | null;
}

/** A file of the panel's. */
export interface PanelAnswer {
  readonly contentType: string;
  readonly body: string;
}

/** Where a panel's sources are, and where it is served. */
export interface PanelOptions {
  readonly assetsFolder: string;
  /** With a slash at each end. */
  readonly pathPrefix: string;
  readonly problems: () => PreviewProblems;
}

/** Makes the panel. Its script and style are compiled once; what is wrong is asked for with each page. */
export async function previewPanel({ assetsFolder, pathPrefix, problems }: PanelOptions): Promise<PreviewPanel> {
  const [script, style] = await Promise.all([panelScript(assetsFolder), panelStyle(assetsFolder)]);
  // No old address begins with an underscore, so no page of an editor's is in the way.
  const base = `${pathPrefix}_preview/`;
  const tags = `<link rel="stylesheet" href="${base}panel.css"><script type="module" src="${base}panel.js"></script>`;
  const files: Readonly<Record<string, () => PanelAnswer>> = {
    [`${base}panel.js`]: () => ({ contentType: "text/javascript; charset=utf-8", body: script }),
    [`${base}panel.css`]: () => ({ contentType: "text/css; charset=utf-8", body: style }),
    [`${base}problems.json`]: () => ({
      contentType: "application/json; charset=utf-8",
      body: JSON.stringify(forBrowser(problems(), pathPrefix)),
    }),
  };
  return {
    addTo: (html) => html.replace("</head>", () => `${tags}</head>`),
    answer: (path) => (Object.hasOwn(files, path) ? (files[path]?.() ?? null) : null),
  };
}

/** What the panel's script reads: plain text and an address, whatever the content says. */
function forBrowser({ nameOf, diagnostics, mistakes }: PreviewProblems, pathPrefix: string): readonly object[] {
  const mistaken = mistakes.map((message) => {
    const [, place = "The program's own files"] = /^(\S+:\d+(?::\d+)?): /.exec(message) ?? [];
    return { severity: "error", place, href: null, rule: "", message, why: "", fix: "" };
  });
  const found = diagnostics.map(({ severity, span, rule, message, why, fix }) => ({
    severity,
    place: `${nameOf(span.file)}:${span.line}:${span.column}`,
    href: span.file.endsWith(".md") ? publishedHref(addressOf(span.file), pathPrefix) : null,
    rule,
    message,
    why,
    fix,
  }));
  return [...mistaken, ...found];
}

async function panelScript(assetsFolder: string): Promise<string> {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [join(assetsFolder, "scripts", "preview-panel.ts")],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

async function panelStyle(assetsFolder: string): Promise<string> {
  const { compileAsync, Logger } = await import("sass");
  const file = join(assetsFolder, "styles", "preview-panel.scss");
  return (await compileAsync(file, { loadPaths: [nhsukFolder], charset: false, logger: Logger.silent })).css;
}
