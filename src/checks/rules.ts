import type { Rule } from "./rule.ts";
import { absoluteLinkToOurselves } from "./rules/absolute-link-to-ourselves.ts";
import { altRepeatsCaption } from "./rules/alt-repeats-caption.ts";
import { altStartsWithPictureOf } from "./rules/alt-starts-with-picture-of.ts";
import { blockCapitals } from "./rules/block-capitals.ts";
import { boldAsHeading } from "./rules/bold-as-heading.ts";
import { capitalsInHeading } from "./rules/capitals-in-heading.ts";
import { contactLinkWithOtherCode } from "./rules/contact-link-with-other-code.ts";
import { curlyApostrophe } from "./rules/curly-apostrophe.ts";
import { documentWithoutSize } from "./rules/document-without-size.ts";
import { doubledWord } from "./rules/doubled-word.ts";
import { duplicateTitle } from "./rules/duplicate-title.ts";
import { emergencyCardWithLink } from "./rules/emergency-card-with-link.ts";
import { emptyHeading } from "./rules/empty-heading.ts";
import { emptyHub } from "./rules/empty-hub.ts";
import { emptyPage } from "./rules/empty-page.ts";
import { exampleContent } from "./rules/example-content.ts";
import { fullStopInHeading } from "./rules/full-stop-in-heading.ts";
import { houseTerm } from "./rules/house-term.ts";
import { hyphenInRange } from "./rules/hyphen-in-range.ts";
import { insecureLink } from "./rules/insecure-link.ts";
import { italics } from "./rules/italics.ts";
import { listLeadIn } from "./rules/list-lead-in.ts";
import { listPunctuation } from "./rules/list-punctuation.ts";
import { longAlternativeText } from "./rules/long-alternative-text.ts";
import { longSentence } from "./rules/long-sentence.ts";
import { longSummary } from "./rules/long-summary.ts";
import { longTitle } from "./rules/long-title.ts";
import { malformedContactLink } from "./rules/malformed-contact-link.ts";
import { missingPosition } from "./rules/missing-position.ts";
import { missingSetting } from "./rules/missing-setting.ts";
import { missingStatement } from "./rules/missing-statement.ts";
import { missingSubtitle } from "./rules/missing-subtitle.ts";
import { misspelledCode } from "./rules/misspelled-code.ts";
import { misspelledWord } from "./rules/misspelled-word.ts";
import { needlessDictionaryWord } from "./rules/needless-dictionary-word.ts";
import { negativeContraction } from "./rules/negative-contraction.ts";
import { numberInWords } from "./rules/number-in-words.ts";
import { numberWithoutComma } from "./rules/number-without-comma.ts";
import { olderTranslation } from "./rules/older-translation.ts";
import { overdueReview } from "./rules/overdue-review.ts";
import { questionHeading } from "./rules/question-heading.ts";
import { referenceDocumentedTwice } from "./rules/reference-documented-twice.ts";
import { referenceNeverNamed } from "./rules/reference-never-named.ts";
import { referenceNotDocumented } from "./rules/reference-not-documented.ts";
import { referenceNotInRegister } from "./rules/reference-not-in-register.ts";
import { referenceWithoutContact } from "./rules/reference-without-contact.ts";
import { repeatedCareCard } from "./rules/repeated-care-card.ts";
import { repeatedHeading } from "./rules/repeated-heading.ts";
import { repeatedParagraph } from "./rules/repeated-paragraph.ts";
import { repeatedSummary } from "./rules/repeated-summary.ts";
import { retiredReference } from "./rules/retired-reference.ts";
import { reviewInFuture } from "./rules/review-in-future.ts";
import { sameWordsDifferentTargets } from "./rules/same-words-different-targets.ts";
import { similarReferences } from "./rules/similar-references.ts";
import { skippedHeadingLevel } from "./rules/skipped-heading-level.ts";
import { tiedPosition } from "./rules/tied-position.ts";
import { titleRepeatsText } from "./rules/title-repeats-text.ts";
import { tooManyExpanders } from "./rules/too-many-expanders.ts";
import { tooManyWarnings } from "./rules/too-many-warnings.ts";
import { unexplainedAbbreviation } from "./rules/unexplained-abbreviation.ts";
import { unreachableLink } from "./rules/unreachable-link.ts";
import { vagueLinkText } from "./rules/vague-link-text.ts";

/** Every rule. What makes a site impossible (front matter, hubs, addresses, links) is found while it is loaded. */
export const rules: readonly Rule[] = [
  absoluteLinkToOurselves,
  altRepeatsCaption,
  altStartsWithPictureOf,
  blockCapitals,
  boldAsHeading,
  capitalsInHeading,
  contactLinkWithOtherCode,
  curlyApostrophe,
  documentWithoutSize,
  doubledWord,
  duplicateTitle,
  emergencyCardWithLink,
  emptyHeading,
  emptyHub,
  emptyPage,
  exampleContent,
  fullStopInHeading,
  houseTerm,
  hyphenInRange,
  insecureLink,
  italics,
  listLeadIn,
  listPunctuation,
  longAlternativeText,
  longSentence,
  longSummary,
  longTitle,
  malformedContactLink,
  missingPosition,
  missingSetting,
  missingStatement,
  missingSubtitle,
  misspelledCode,
  misspelledWord,
  needlessDictionaryWord,
  negativeContraction,
  numberInWords,
  numberWithoutComma,
  olderTranslation,
  overdueReview,
  questionHeading,
  referenceDocumentedTwice,
  referenceNeverNamed,
  referenceNotDocumented,
  referenceNotInRegister,
  referenceWithoutContact,
  repeatedCareCard,
  repeatedHeading,
  repeatedParagraph,
  repeatedSummary,
  retiredReference,
  reviewInFuture,
  sameWordsDifferentTargets,
  similarReferences,
  skippedHeadingLevel,
  tiedPosition,
  titleRepeatsText,
  tooManyExpanders,
  tooManyWarnings,
  unexplainedAbbreviation,
  unreachableLink,
  vagueLinkText,
];
