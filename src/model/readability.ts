/** How hard some words are to read, as far as a formula can say. */
export interface ReadingFigure {
  /** Words in sentences, headings and lists; code and addresses are none. */
  readonly words: number;
  /** With one decimal. */
  readonly wordsPerSentence: number;
  /** The age at which most people can read them, in whole years; `null` where there are too few words to say. */
  readonly readingAge: number | null;
}

/** A page and how hard it is to read. */
export interface PageFigure extends ReadingFigure {
  /** Path inside the content folder, with `/`. */
  readonly file: string;
}

/** How hard a help centre is to read. */
export interface ReadingFigures {
  /** Over the words of all pages. */
  readonly site: ReadingFigure;
  /** Hardest first; then those with too few words, in order of their files. */
  readonly pages: readonly PageFigure[];
}
