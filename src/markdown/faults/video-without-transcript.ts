import type { RuleFacts } from "../../model/rule.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** `::: video` with a link and nothing under it. */
export const videoWithoutTranscript: RuleFacts = {
  name: "video-without-transcript",
  severity: "warning",
  kind: "links",
  title: "A video has no transcript",
  source: "NHS service manual, Make video and audio accessible",
  fixable: false,
};

/** @param place - of the line that opens it */
export function reportVideoWithoutTranscript(page: PageContext, place: Place): void {
  report(page, videoWithoutTranscript, place, {
    message: "This ::: video has no transcript",
    why: "People who cannot hear or watch it do not learn what it says",
    fix: "Write down what is said and shown, under the link and before the closing colons",
  });
}
