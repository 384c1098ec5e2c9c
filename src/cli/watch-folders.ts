import { relative, sep } from "node:path";
import { watch } from "chokidar";
import { errorInWords } from "./error-in-words.ts";
import type { Dirty } from "./preview-session.ts";

/** Folders to watch; a check looks at no styles and scripts. */
export interface WatchedFolders {
  readonly content: string;
  readonly layouts: string;
  readonly assets?: string;
}

/** Folders that are watched. */
export interface Watching {
  /** Fulfilled when every folder is watched and the first update is done. */
  readonly firstUpdate: Promise<void>;
  /** Stops, once an update that is under way is done. */
  readonly close: () => Promise<void>;
}

type Say = (words: string) => void;

/** Milliseconds of quiet after a change before an update: several files may be saved at once. */
const quiet = 40;

/** Calls `update` once at the start, then after every change in the folders. */
export function watchFolders(folders: WatchedFolders, say: Say, update: (dirty: Dirty) => Promise<void>): Watching {
  const queue = startQueue(say, update);
  const { content, layouts, assets } = folders;
  const watcher = watch([content, layouts, ...(assets === undefined ? [] : [assets])], {
    ignoreInitial: true,
    ignored: (path) => path.split(sep).includes(".git"),
  });
  watcher.on("all", (_, path) => {
    const isIn = (folder: string) => !relative(folder, path).startsWith("..");
    queue.add({ layouts: isIn(layouts), assets: assets !== undefined && isIn(assets) });
  });
  watcher.on("error", (error) =>
    say(`Changes may go unseen: ${error instanceof Error ? error.message : String(error)}`),
  );
  const ready = new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
  return {
    firstUpdate: ready.then(() => queue.run({ layouts: true, assets: true })),
    close: async () => {
      await watcher.close();
      await queue.close();
    },
  };
}

/** Updates one after another, never two at a time; changes that come together, or while one runs, make one update. */
function startQueue(say: Say, update: (dirty: Dirty) => Promise<void>) {
  let waiting: Dirty | null = null;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const runNext = async () => {
    const dirty = waiting;
    waiting = null;
    if (dirty === null) return;
    await update(dirty).catch((error: unknown) => say(errorInWords(error)));
  };
  const note = ({ layouts, assets }: Dirty) => {
    waiting = { layouts: layouts || waiting?.layouts === true, assets: assets || waiting?.assets === true };
  };
  const run = () => (running = running.then(runNext));
  return {
    /** Updates now. */
    run: (dirty: Dirty) => {
      note(dirty);
      return run();
    },
    /** Updates when nothing more has come for a while. */
    add: (dirty: Dirty) => {
      note(dirty);
      clearTimeout(timer);
      timer = setTimeout(run, quiet);
    },
    close: () => {
      clearTimeout(timer);
      return running;
    },
  };
}
