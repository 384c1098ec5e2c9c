/** pa11y-ci has no types of its own: what the tests use of it. */
declare module "pa11y-ci" {
  interface Issue {
    readonly code: string;
    readonly message: string;
    readonly selector: string;
    readonly runner: string;
    readonly type: string;
  }

  interface PageOptions {
    readonly url: string;
    readonly viewport: { readonly width: number; readonly height: number };
    /** What is done before the page is looked at, in the words of pa11y: `click element #send`. */
    readonly actions?: readonly string[];
  }

  interface Options {
    readonly chromeLaunchConfig: {
      readonly executablePath: string;
      readonly args: readonly string[];
      readonly env: Readonly<Record<string, string>>;
      readonly headless: "shell";
    };
    readonly concurrency: number;
    readonly reporters: readonly string[];
    readonly rules: readonly string[];
    readonly runners: readonly ("axe" | "htmlcs")[];
    readonly standard: "WCAG2AA";
    readonly timeout: number;
    readonly useIncognitoBrowserContext: boolean;
  }

  export interface Report {
    readonly total: number;
    readonly passes: number;
    readonly errors: number;
    /** By address; an `Error` stands for a page that could not be tested at all. */
    readonly results: Readonly<Record<string, readonly (Issue | Error)[]>>;
  }

  export default function pa11yCi(urls: readonly PageOptions[], options: Options): Promise<Report>;
}
