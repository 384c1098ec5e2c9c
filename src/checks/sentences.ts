/** An end of a sentence: what follows starts with a capital or a number. */
const sentenceEnd = /(?<=[.!?]["')\]]{0,3})\s+(?=["'([]{0,3}[\p{Lu}\p{N}])/gu;

/** The sentences of a block's prose, in order; between two of them stands one character. */
export function sentencesOf(prose: string): readonly string[] {
  return prose.split(sentenceEnd);
}
