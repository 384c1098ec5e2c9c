import type { Token } from "markdown-it";
import type { Token as HtmlToken } from "parse5";
import type { Reading } from "./body-facts.ts";
import { cleanAttributes } from "./clean-attributes.ts";
import { componentWordsIn } from "./components/component-words.ts";
import { reportDroppedValue } from "./faults/dropped-html.ts";
import { reportNoSummary } from "./faults/expander-without-summary.ts";
import { containerOf } from "./container-tokens.ts";
import type { Container } from "./container-tokens.ts";
import type { PageIds } from "./headings.ts";
import { placeInTag, placeOfLine, spanOf } from "./page-context.ts";
import type { PageContext, Place } from "./page-context.ts";

/** Reads one of the tokens of a container: what its tag says, and the words of its heading. */
export function startContainer(reading: Reading, token: Token): void {
  const container = containerOf(token);
  if (!container) return;
  if (token.type === "container_heading_open") reading.facts.startWords();
  takeBraces(reading, container, token);
  if (token.type === "container_heading_close") container.headingText = reading.facts.endWords();
  if (token.type === "container_close") reading.facts.boxes.end(container.kind);
  if (token.type !== "container_open") return;
  const line = placeOfLine(reading.page, token.map?.[0] ?? 0);
  reading.facts.boxes.start(line);
  if (container.tag) readTag(reading, container, container.tag, line);
  container.level ??= Math.min(6, reading.level + 1);
  if (container.kind === "expander" && !container.hasHeading) reportNoSummary(reading.page, line);
}

function readTag({ page, ids }: Reading, container: Container, tag: HtmlToken.TagToken, line: Place): void {
  const placeOf = (name: string): Place => placeInTag(page, tag, line, name);
  const { attributes } = cleanAttributes(page, tag.tagName, tag.attrs, ids, placeOf);
  const values = new Map(attributes);
  container.id = values.get("id") ?? null;
  container.lang = values.get("lang") ?? null;
  container.isOpen = values.has("open");
  // The classes of the package that a box was written with are those of its version; ours has its own.
  const kept = container.kind === "expander" ? /^(?:nhsuk|app)-/ : /^(?:nhsuk-u|app)-/;
  container.classes = (values.get("class") ?? "").split(/\s+/).filter((name) => kept.test(name));
}

/** Gives a container what stands in braces behind `:::` or behind its heading; `attributes.ts` has judged it. */
function takeBraces({ page, ids }: Reading, container: Container, token: Token): void {
  const place = placeOfLine(page, token.map?.[0] ?? 0);
  for (const [name, written] of token.attrs ?? []) {
    const value = String(written);
    if (name === "class") container.classes = [...container.classes, ...value.split(" ")];
    else if (name === "lang") container.lang ??= value;
    else if (name !== "id" || container.kind === "action") dropAttribute(page, place, name);
    else if (container.id !== null || ids.has(value)) dropAttribute(page, place, name);
    else {
      container.id = value;
      ids.add(value);
    }
  }
  token.attrs = null;
}

function dropAttribute(page: PageContext, place: Place, name: string): void {
  reportDroppedValue(page, place, {
    message:
      name === "id"
        ? "The id in braces is left out: the box has one already, or the page"
        : `The attribute "${name}" in braces is left out`,
    fix: "Delete it from the braces",
  });
}

/** Gives expanders their ids, when every heading has its own: those are linked to from elsewhere, and come first. */
export function finishContainer({ page, facts }: Reading, ids: PageIds, token: Token): void {
  const container = containerOf(token);
  if (token.type !== "container_open" || container?.kind !== "expander") return;
  const summary = container.hasHeading
    ? container.headingText
    : componentWordsIn(container.lang ?? page.source.lang).details;
  container.id ??= ids.idFor(summary);
  facts.expanders.push({ summary, id: container.id, span: spanOf(page, placeOfLine(page, token.map?.[0] ?? 0)) });
}
