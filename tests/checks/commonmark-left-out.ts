/** Why a rule speaks of some examples, and is right. */
export interface LeftOut {
  readonly rule: string;
  readonly reason: string;
  /** By their numbers in the specification. */
  readonly examples: readonly number[];
}

/**
 * Examples of the CommonMark specification that are no well-formed pages of a help centre: what `check` says of them is
 * right. Of every other example it says nothing, but for what is true of examples as such (`notAsked` in the test).
 */
export const leftOut: readonly LeftOut[] = [
  {
    rule: "vague-link-text",
    reason: 'the words of a link are only "link", or an address',
    examples: [
      20, 346, 480, 481, 482, 483, 484, 485, 486, 487, 489, 495, 496, 498, 499, 500, 501, 502, 503, 504, 505, 506, 507,
      509, 510, 526, 538, 594, 595, 600, 603,
    ],
  },
  {
    rule: "heading-one-in-body",
    reason: "a heading with one # stands in the body of a page, which has its title as such a heading",
    examples: [
      10, 62, 66, 67, 68, 72, 75, 76, 78, 79, 80, 81, 82, 83, 84, 115, 141, 214, 215, 227, 228, 229, 230, 232, 300,
    ],
  },
  {
    rule: "dangling-rule",
    reason: "a rule stands at the end, and parts nothing",
    examples: [11, 43, 47, 50, 51, 52, 53, 54, 77, 85, 88, 92, 94, 96, 98, 99, 100, 101, 115, 234],
  },
  {
    rule: "unclosed-element",
    reason: "an element is never closed",
    examples: [21, 31, 150, 155, 174, 175, 184, 187, 344, 476, 477, 494, 613, 614, 615, 616, 630, 631, 642, 643],
  },
  {
    rule: "unsafe-link",
    reason: "an address has a scheme, or signs, that browsers can be tricked with",
    examples: [21, 202, 502, 596, 598, 599, 601, 631, 643],
  },
  {
    rule: "unknown-tag",
    reason: "words stand between sharp brackets, and would be lost",
    examples: [150, 163, 201, 491, 524, 536, 613, 614, 615],
  },
  {
    rule: "dropped-html",
    reason: "HTML is not published: instructions, declarations, elements and attributes that are not allowed",
    examples: [169, 180, 181, 182, 616, 617, 627, 628, 629],
  },
  { rule: "repeated-heading", reason: "two headings are the same", examples: [62, 68, 76, 80, 83, 84, 115] },
  {
    rule: "skipped-heading-level",
    reason: "the first heading is not of the second level, or one leaves a level out",
    examples: [68, 72, 73, 74, 76, 646, 647],
  },
  {
    rule: "table-without-header-cells",
    reason: "a table in HTML has no header cells",
    examples: [148, 149, 160, 190, 191],
  },
  {
    rule: "table-without-caption",
    reason: "a table in HTML has no caption",
    examples: [148, 149, 160, 190, 191],
  },
  { rule: "unsafe-html", reason: "elements could act", examples: [170, 171, 172, 173, 176, 178] },
  { rule: "html-as-code", reason: "HTML shows as code, because it is indented", examples: [110, 184, 191] },
  { rule: "stray-end-tag", reason: "an end tag closes nothing", examples: [151, 165, 623] },
  { rule: "unfinished-tag", reason: "a tag is never finished", examples: [156, 157, 158] },
  { rule: "hidden-list", reason: "a list starts straight after a line of words", examples: [303, 305] },
  { rule: "doubled-word", reason: "a reader sees a word twice in a row", examples: [505, 626] },
  { rule: "long-sentence", reason: "eight lines have no full stop", examples: [14] },
  { rule: "empty-heading", reason: "a heading has no words", examples: [79] },
  { rule: "title-repeats-text", reason: "the title of a link repeats its words", examples: [217] },
  { rule: "list-lead-in", reason: "the line before the list does not lead into it", examples: [303] },
  { rule: "insecure-link", reason: "a link starts with http:", examples: [594] },
  {
    rule: "markdown-as-text",
    reason: "signs of Markdown show as they are typed",
    examples: [379, 391, 471, 480, 488, 508, 511, 518, 519, 545],
  },
  { rule: "incomplete-link", reason: "a link has no address", examples: [200, 485, 486, 487, 567] },
  { rule: "code-never-closed", reason: "code has a beginning and no end", examples: [237] },
];
