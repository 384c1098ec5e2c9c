/** Loads content folders in a thread of its own, which can be stopped: a hang would stop the test's own thread too. */
import { once } from "node:events";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { loadSite } from "../../src/content/load-site.ts";
import type { SourceSpan } from "../../src/model/diagnostic.ts";
import { pagesOf } from "../../src/model/site.ts";
import { inShort } from "../support/site-from.ts";

/** What came of loading a folder. */
export interface LoadedInWorker {
  /** `error broken-link a.md:8:12`, in order. */
  readonly found: readonly string[];
  readonly spans: readonly SourceSpan[];
  readonly leftOut: readonly string[];
  /** The title of every page that stands, by file. */
  readonly titles: ReadonlyMap<string, string>;
}

const layouts: ReadonlySet<string> = new Set(["article.njk", "home.njk", "hub.njk", "page.njk"]);

/** A thread that loads folders, one after the other. */
export interface Loader {
  /**
   * Loads a folder.
   *
   * @param seconds - after these it counts as a hang
   * @throws Error for a hang, or with what the loader threw
   */
  readonly load: (folder: string, seconds?: number) => Promise<LoadedInWorker>;
  readonly stop: () => Promise<unknown>;
}

/** Starts a thread, and waits until it has everything that it needs: that is not counted as a hang. */
export async function startLoader(): Promise<Loader> {
  const worker = new Worker(new URL(import.meta.url), { workerData: "loader" });
  await once(worker, "message");
  const load = async (folder: string, seconds = 20): Promise<LoadedInWorker> => {
    worker.postMessage(folder, []);
    const hang = AbortSignal.timeout(seconds * 1000);
    const [loaded] = (await once(worker, "message", { signal: hang })) as [LoadedInWorker];
    return loaded;
  };
  return { load, stop: () => worker.terminate() };
}

if (!isMainThread && workerData === "loader") {
  parentPort?.on("message", async (folder: string) => {
    const { site, diagnostics, leftOut } = await loadSite(folder, { layouts, drafts: false });
    const titles = new Map(pagesOf(site).map(({ file, title }) => [file ?? "", title]));
    const spans = diagnostics.map(({ span }) => span);
    parentPort?.postMessage({ found: diagnostics.map(inShort), spans, leftOut, titles } satisfies LoadedInWorker, []);
  });
  parentPort?.postMessage("ready", []);
}
