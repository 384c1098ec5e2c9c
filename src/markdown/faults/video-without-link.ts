import type { RuleFacts } from "../../model/rule.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** `::: video` that does not say where the video is. */
export const videoWithoutLink: RuleFacts = {
  name: "video-without-link",
  severity: "warning",
  kind: "links",
  title: "A video cannot be watched",
  source: null,
  fixable: false,
};

/** @param place - of the line that opens it */
export function reportVideoWithoutLink(page: PageContext, place: Place): void {
  report(page, videoWithoutLink, place, {
    message: "This ::: video does not say where the video is",
    why: "Nobody can watch it",
    fix: "Write a link to the video as its first paragraph",
  });
}
