import type * as search from "./search.ts";

/** Loads search when a search field is touched for the first time: until then no page asks for anything of it. */
export function loadSearchWhenTouched(): void {
  document.addEventListener("focusin", ({ target }) => load(target));
  // Somebody may have been quicker than this script.
  load(document.activeElement);
}

function load(target: EventTarget | null): void {
  if (!(target instanceof HTMLInputElement) || target.type !== "search") return;
  const { script } = document.querySelector<HTMLElement>("search[data-script]")?.dataset ?? {};
  if (script === undefined) return;
  import(script).then(
    ({ searchFrom }: typeof search) => searchFrom(target),
    () => {
      // Where the script cannot be had, the form leads to the search page all the same.
    },
  );
}
