/** Says on a terminal what is going on, once it has taken longer than a second. */
export interface Progress {
  /** Names what is being done now: `Reading content`. */
  readonly stage: (name: string) => void;
  /** Takes the line away again. */
  readonly end: () => void;
}

/** Milliseconds before anything is shown. */
const patience = 1000;

/**
 * Starts to watch the time.
 *
 * @param stream - where to write; nothing is written to what is not a terminal
 */
export function startProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { stage: () => {}, end: () => {} };
  const started = performance.now();
  let name = "";
  let shown = false;
  const draw = () => {
    const elapsed = performance.now() - started;
    if (elapsed < patience || name === "") return;
    shown = true;
    stream.write(`\r\u001B[K${name} … ${Math.floor(elapsed / 1000)} s`);
  };
  const timer = setInterval(draw, 250);
  timer.unref();
  return {
    stage: (next) => {
      name = next;
      draw();
    },
    end: () => {
      clearInterval(timer);
      if (shown) stream.write("\r\u001B[K");
    },
  };
}
