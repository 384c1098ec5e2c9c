/**
 * Opens every expander around the place that the address names, and shows that place, whenever the address changes.
 *
 * @param atOnce - whether to do so now as well
 */
export function revealTargets(atOnce: boolean): void {
  if (atOnce) reveal();
  addEventListener("hashchange", reveal);
  // A link to the place that the address names already changes nothing, so no hashchange follows.
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link?.hash && link.href === location.href) reveal();
  });
}

function reveal(): void {
  const target = fragmentTarget(location.hash);
  if (!target) return;
  const closed = expandersAround(target).filter((expander) => !expander.open);
  for (const expander of closed) expander.open = true;
  if (closed.length > 0) target.scrollIntoView();
}

/**
 * The element that a browser looks for: the fragment as it stands, else with its percent signs decoded.
 *
 * @param hash - with `#` in front; `""` for none
 */
export function fragmentTarget(hash: string): HTMLElement | null {
  const fragment = hash.slice(1);
  if (fragment === "") return null;
  try {
    return document.getElementById(fragment) ?? document.getElementById(decodeURIComponent(fragment));
  } catch {
    return null;
  }
}

/** The expanders that hold an element, and the element where it is one. */
function expandersAround(element: HTMLElement): readonly HTMLDetailsElement[] {
  const expanders: HTMLDetailsElement[] = [];
  for (let next = element.closest("details"); next; next = next.parentElement?.closest("details") ?? null) {
    expanders.push(next);
  }
  return expanders;
}

/** Opens every expander while the page prints, for browsers whose styles cannot. */
export function openForPrint(): void {
  const opened: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    for (const expander of document.querySelectorAll<HTMLDetailsElement>("details:not([open])")) {
      expander.open = true;
      opened.push(expander);
    }
  });
  addEventListener("afterprint", () => {
    for (const expander of opened.splice(0)) expander.open = false;
  });
}
