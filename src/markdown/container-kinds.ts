import { classesOf } from "./html-tags.ts";

/** What an editor can put around words. To add one, add its name here and its markup in `render-containers.ts`. */
export type ContainerKind =
  "expander" | "inset" | "warning" | "non-urgent" | "urgent" | "emergency" | "video" | "do" | "dont" | "action";

/** The names that may follow `:::`, and whether words follow the name. */
export const fencedKinds: ReadonlyMap<string, { readonly kind: ContainerKind; readonly heading: boolean }> = new Map([
  ["expander", { kind: "expander", heading: true }],
  ["inset", { kind: "inset", heading: false }],
  ["warning", { kind: "warning", heading: true }],
  ["non-urgent", { kind: "non-urgent", heading: true }],
  ["urgent", { kind: "urgent", heading: true }],
  ["emergency", { kind: "emergency", heading: true }],
  ["video", { kind: "video", heading: true }],
  ["do", { kind: "do", heading: true }],
  ["dont", { kind: "dont", heading: true }],
  ["action", { kind: "action", heading: false }],
]);

/** Class names of care cards, from this and older versions of nhsuk-frontend, by what they end with. */
const careClasses = /^nhsuk-(?:card--care|care-card)--(non-urgent|urgent|emergency|immediate)$/;

/**
 * What a start tag opens, by its element and classes.
 *
 * @param tag - as it is written
 * @returns `null` for a tag that opens nothing of ours
 */
export function kindOfTag(tag: string): ContainerKind | null {
  if (/^<details/i.test(tag)) return "expander";
  if (!/^<(?:div|section)/i.test(tag)) return null;
  const classes = classesOf(tag);
  if (classes.includes("nhsuk-inset-text") || classes.includes("nhsuk-details__text")) return "inset";
  if (classes.includes("nhsuk-warning-callout") || classes.includes("nhsuk-card--warning")) return "warning";
  for (const name of classes) {
    const [, care] = careClasses.exec(name) ?? [];
    if (care === "immediate" || care === "emergency") return "emergency";
    if (care === "urgent" || care === "non-urgent") return care;
  }
  return null;
}

/** Classes of the parts that the package's markup puts around a container's words; ours are made anew. */
export const partClasses: ReadonlySet<string> = new Set([
  "nhsuk-card__heading-container",
  "nhsuk-card__content",
  "nhsuk-card--care__heading-container",
  "nhsuk-care-card__heading-container",
  "nhsuk-care-card__content",
]);

/** Classes of the arrows that care cards draw. */
export const arrowClasses: ReadonlySet<string> = new Set(["nhsuk-card--care__arrow", "nhsuk-care-card__arrow"]);
