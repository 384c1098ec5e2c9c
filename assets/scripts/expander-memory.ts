/** What a place in the browser's history holds: the ids of the expanders that are open there. */
interface Kept {
  readonly open?: readonly string[];
}

/**
 * Keeps which expanders are open with the page's place in the browser's history, so that they are open again for whoever
 * comes back to it, and for nobody who comes anew. Nothing is stored on the device.
 *
 * @returns whether there was something to keep to: the address is then no order to open what was closed since
 */
export function keepOpen(): boolean {
  const { open } = (history.state ?? {}) as Kept;
  if (open) for (const expander of expanders()) expander.open = open.includes(expander.id);
  let waiting = 0;
  const keep = () => {
    clearTimeout(waiting);
    // All that open together are noted once: browsers refuse pages that change their history too often.
    waiting = window.setTimeout(() => {
      const ids = expanders().flatMap((expander) => (expander.open ? expander.id : []));
      history.replaceState({ ...history.state, open: ids }, "");
    });
  };
  document.addEventListener("toggle", keep, true);
  // A link within the page makes a place of its own, with the same expanders open.
  addEventListener("hashchange", keep);
  return open !== undefined;
}

function expanders(): readonly HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>("main details")];
}
