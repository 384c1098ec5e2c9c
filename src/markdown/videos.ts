import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { componentWordsIn } from "./components/component-words.ts";
import { containerOf, rewriteContainers, wrapInExpander } from "./container-tokens.ts";
import { reportVideoWithoutLink } from "./faults/video-without-link.ts";
import { reportVideoWithoutTranscript } from "./faults/video-without-transcript.ts";
import { pageContext, placeOfLine } from "./page-context.ts";

/** `::: video Title`: the first paragraph is the way to the video, and what follows its transcript, which opens. */
export function videos(md: MarkdownIt): void {
  md.core.ruler.push("videos", (state: StateCore) => {
    state.tokens = rewriteContainers(state.tokens, new Set(["video"]), (open, inside) =>
      withTranscript(state, open, inside),
    );
  });
}

function withTranscript(state: StateCore, open: Token, inside: readonly Token[]): readonly Token[] {
  const start = inside.findIndex((token) => token.type === "container_heading_close") + 1;
  const paragraph = inside.findIndex((token, index) => index >= start && token.type === "paragraph_close");
  const link = inside
    .slice(start, paragraph + 1)
    .some(({ children }) => children?.some(({ type }) => type === "link_open"));
  const transcript = link ? inside.slice(paragraph + 1) : [];
  const page = pageContext(state.env);
  if (transcript.length === 0) {
    const reportFault = link ? reportVideoWithoutTranscript : reportVideoWithoutLink;
    reportFault(page, placeOfLine(page, open.map?.[0] ?? 0));
    return inside;
  }
  const title = (inside[start - 2]?.children ?? []).map(({ content }) => content).join("");
  const words = componentWordsIn(containerOf(open)?.lang ?? page.source.lang);
  const wrapped = wrapInExpander(words.transcript(start > 0 ? title : ""), transcript, transcript[0]?.map ?? open.map);
  return [...inside.slice(0, paragraph + 1), ...wrapped];
}
