import type { RuleFacts } from "../model/rule.ts";
import { actionWithoutLink } from "./faults/action-without-link.ts";
import { aliasWithoutHeading } from "./faults/alias-without-heading.ts";
import { codeNeverClosed } from "./faults/code-never-closed.ts";
import { commentNeverClosed } from "./faults/comment-never-closed.ts";
import { danglingRule } from "./faults/dangling-rule.ts";
import { droppedHtml } from "./faults/dropped-html.ts";
import { emptyBox } from "./faults/empty-box.ts";
import { expanderNeverClosed } from "./faults/expander-never-closed.ts";
import { expanderWithoutSummary } from "./faults/expander-without-summary.ts";
import { headingOneInBody } from "./faults/heading-one-in-body.ts";
import { hiddenList } from "./faults/hidden-list.ts";
import { htmlAsCode } from "./faults/html-as-code.ts";
import { incompleteLink } from "./faults/incomplete-link.ts";
import { lostCell } from "./faults/lost-cell.ts";
import { markdownAsText } from "./faults/markdown-as-text.ts";
import { misplacedHtml } from "./faults/misplaced-html.ts";
import { missingAlternativeText } from "./faults/missing-alternative-text.ts";
import { nestingTooDeep } from "./faults/nesting-too-deep.ts";
import { noBreakSpaceInHeading } from "./faults/no-break-space-in-heading.ts";
import { notATable } from "./faults/not-a-table.ts";
import { rawExpander } from "./faults/raw-expander.ts";
import { strayBreakEnd } from "./faults/stray-break-end.ts";
import { strayContainerEnd } from "./faults/stray-container-end.ts";
import { strayEndTag } from "./faults/stray-end-tag.ts";
import { tooManyAttributes } from "./faults/too-many-attributes.ts";
import { unclosedElement } from "./faults/unclosed-element.ts";
import { tableWithoutCaption } from "./faults/table-without-caption.ts";
import { tableWithoutHeaderCells } from "./faults/table-without-header-cells.ts";
import { unfinishedTag } from "./faults/unfinished-tag.ts";
import { unknownContainer } from "./faults/unknown-container.ts";
import { unknownTag } from "./faults/unknown-tag.ts";
import { unsafeHtml } from "./faults/unsafe-html.ts";
import { unsafeLink } from "./faults/unsafe-link.ts";
import { videoWithoutLink } from "./faults/video-without-link.ts";
import { videoWithoutTranscript } from "./faults/video-without-transcript.ts";

/** Every fault that is found while Markdown is rendered, in order of their names. */
export const markdownFaults: readonly RuleFacts[] = [
  actionWithoutLink,
  aliasWithoutHeading,
  codeNeverClosed,
  commentNeverClosed,
  danglingRule,
  droppedHtml,
  emptyBox,
  expanderNeverClosed,
  expanderWithoutSummary,
  headingOneInBody,
  hiddenList,
  htmlAsCode,
  incompleteLink,
  lostCell,
  markdownAsText,
  misplacedHtml,
  missingAlternativeText,
  nestingTooDeep,
  noBreakSpaceInHeading,
  notATable,
  rawExpander,
  strayBreakEnd,
  strayContainerEnd,
  strayEndTag,
  tooManyAttributes,
  unclosedElement,
  tableWithoutCaption,
  tableWithoutHeaderCells,
  unfinishedTag,
  unknownContainer,
  unknownTag,
  unsafeHtml,
  unsafeLink,
  videoWithoutLink,
  videoWithoutTranscript,
];
