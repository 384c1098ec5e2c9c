/** The parts that we use of libraries which bring no types of their own. */

declare module "@11ty/eleventy" {
  /** What a plugin or configuration is given. */
  export interface UserConfig {
    addPlugin(plugin: (config: UserConfig) => void | Promise<void>): void;
    addGlobalData(name: string, data: unknown): void;
    addTemplate(virtualPath: string, template: object): void;
  }

  interface Options {
    /** `false`: no configuration file is looked for. */
    readonly configPath?: string | false;
    readonly quietMode?: boolean;
    readonly config?: (config: UserConfig) => void | Promise<void>;
  }

  export default class Eleventy {
    constructor(input: string, output: string, options?: Options);
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}

declare module "@11ty/eleventy-dev-server" {
  import type { IncomingMessage, Server, ServerResponse } from "node:http";

  interface Options {
    readonly pathPrefix?: string;
    readonly portReassignmentRetryCount?: number;
    readonly domDiff?: boolean;
    readonly headers?: Readonly<Record<string, string>>;
    readonly logger?: Readonly<Record<"info" | "log" | "error", (message: string) => void>>;
    readonly messageOnStart?: () => string | false;
  }

  export default class EleventyDevServer {
    constructor(name: string, folder: string, options?: Options);
    readonly server: Server;
    onRequestHandler(request: IncomingMessage, response: ServerResponse): Promise<void>;
    _serverListen(port: number): void;
    /** Gives the HTML of a page that a browser goes to; what scripts fetch is left as it is. */
    augmentContentWithNotifier(html: string, inline?: boolean, options?: object): string;
    /** Called once the server listens, and sets `updateServer`. */
    setupReloadNotifier(): void;
    /** The server of web sockets (ws), which looks at its options anew for each connection. */
    readonly updateServer: {
      readonly options: { verifyClient?: (asked: { readonly req: IncomingMessage }) => boolean };
    };
    serve(port: number): void;
    ready(): Promise<void>;
    /** Tells every browser what has changed; nothing in particular makes them load their page again. */
    reload(event: Record<string, never>): void;
    close(): Promise<unknown>;
  }
}
