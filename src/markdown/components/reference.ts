/** What stands before an error code that people read out. */
export const referenceStart = `<span class="app-reference">`;

/** What stands before the word "Reference" and the code that follows it: where there is room, they share a line. */
export const referencePhraseStart = `<span class="app-reference-phrase">`;

/** What stands after either. */
export const referenceEnd = `</span>`;
