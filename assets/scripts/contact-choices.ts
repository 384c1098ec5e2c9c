/**
 * Shows what belongs to an answer while it is picked: the list of services. nhsuk-frontend's Radios would do the same,
 * but says `aria-expanded` of a radio button, which cannot have it (WAI-ARIA 1.2).
 */
export function showWhatIsPicked(form: HTMLFormElement): void {
  const radios = [...form.querySelectorAll<HTMLInputElement>("[data-aria-controls]")];
  const show = () => {
    for (const radio of radios) {
      const shown = document.getElementById(radio.dataset["ariaControls"] ?? "");
      shown?.classList.toggle("nhsuk-radios__conditional--hidden", !radio.checked);
    }
  };
  show();
  form.addEventListener("change", show);
  // Whoever comes back to the page may find it as they left it.
  addEventListener("pageshow", show);
}
