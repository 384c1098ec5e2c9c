import type { MarkdownIt, RendererRule } from "markdown-it";
import { card, defaultHeading } from "./components/card.ts";
import type { CardMarkup } from "./components/card.ts";
import { componentWordsIn, shownWords } from "./components/component-words.ts";
import { detailsEnd, detailsMiddle, detailsStart } from "./components/details.ts";
import { insetTextEnd, insetTextStart } from "./components/inset-text.ts";
import { videoEnd, videoMiddle, videoStart } from "./components/video.ts";
import { containerOf } from "./container-tokens.ts";
import type { Container } from "./container-tokens.ts";
import { escapeText } from "./html-tags.ts";
import { pageContext } from "./page-context.ts";

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
  return (tokens, index, _options, env) => {
    const container = tokens[index] && containerOf(tokens[index]);
    return container ? print(container, markupOf(container, pageContext(env ?? {}).source.lang)) : "";
  };
}

/** @param pageLang - the language of a container that names none */
function markupOf(container: Container, pageLang: string): Markup {
  const { kind, level, headingText, isOpen, hasHeading, lang } = container;
  const own = componentWordsIn(lang ?? pageLang);
  switch (kind) {
    case "expander": {
      const start = detailsStart(container, isOpen);
      return { start, words: shownWords(own.details, own), middle: detailsMiddle, end: detailsEnd };
    }
    case "inset":
      return { start: insetTextStart(container, own), words: "", middle: "", end: insetTextEnd };
    case "warning":
    case "non-urgent":
    case "urgent":
    case "emergency": {
      const said = defaultHeading(kind, own);
      const markup = card(kind, level ?? 3, hasHeading ? headingText : said, container, own);
      return { ...markup, words: shownWords(escapeText(said), own) };
    }
    case "do":
    case "dont": {
      const markup = card("feature", level ?? 3, headingText, container, own);
      return { ...markup, words: shownWords(escapeText(own[kind]), own) };
    }
    case "video":
      return { start: videoStart(container), words: shownWords(own.video, own), middle: videoMiddle, end: videoEnd };
    case "action":
      return { start: "", words: "", middle: "", end: "" };
  }
}
