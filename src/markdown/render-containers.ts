import type { MarkdownIt, RendererRule } from "markdown-it";
import { card, defaultHeading } from "./components/card.ts";
import type { CardMarkup } from "./components/card.ts";
import { componentWords } from "./components/component-words.ts";
import { detailsEnd, detailsMiddle, detailsStart } from "./components/details.ts";
import { insetTextEnd, insetTextStart } from "./components/inset-text.ts";
import { videoEnd, videoMiddle, videoStart } from "./components/video.ts";
import { containerOf } from "./container-tokens.ts";
import type { Container } from "./container-tokens.ts";
import { escapeText } from "./html-tags.ts";

/** How the tokens of containers are printed. */
export function containerMarkup(md: MarkdownIt): void {
  md.renderer.rules["container_open"] = part(({ hasHeading }, markup) =>
    hasHeading ? markup.start : `${markup.start}${markup.words}${markup.middle}`,
  );
  md.renderer.rules["container_heading_open"] = () => "";
  md.renderer.rules["container_heading_close"] = part((_, markup) => markup.middle);
  md.renderer.rules["container_close"] = part((_, markup) => markup.end);
}

interface Markup extends CardMarkup {
  /** The heading's words where the editor gave none. */
  readonly words: string;
}

function part(print: (container: Container, markup: Markup) => string): RendererRule {
  return (tokens, index) => {
    const container = tokens[index] && containerOf(tokens[index]);
    return container ? print(container, markupOf(container)) : "";
  };
}

function markupOf(container: Container): Markup {
  const { kind, level, headingText, isOpen } = container;
  switch (kind) {
    case "expander": {
      const start = detailsStart(container, isOpen);
      return { start, words: componentWords.details, middle: detailsMiddle, end: detailsEnd };
    }
    case "inset":
      return { start: insetTextStart(container), words: "", middle: "", end: insetTextEnd };
    case "warning":
    case "non-urgent":
    case "urgent":
    case "emergency": {
      const words = container.hasHeading ? headingText : defaultHeading(kind);
      return { ...card(kind, level ?? 3, words, container), words: escapeText(words) };
    }
    case "do":
    case "dont": {
      const words = container.hasHeading ? headingText : componentWords[kind];
      return { ...card("feature", level ?? 3, words, container), words: escapeText(words) };
    }
    case "video":
      return { start: videoStart(container), words: componentWords.video, middle: videoMiddle, end: videoEnd };
    case "action":
      return { start: "", words: "", middle: "", end: "" };
  }
}
