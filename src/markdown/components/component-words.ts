/** Words that components say themselves, mostly to people who listen to a page rather than see it. */
export interface ComponentWords {
  readonly details: string;
  readonly inset: string;
  readonly warning: string;
  /** A heading that says by itself what `warning` says. */
  readonly saysWarning: RegExp;
  readonly nonUrgent: string;
  readonly urgent: string;
  readonly emergency: string;
  readonly do: string;
  readonly dont: string;
  readonly video: string;
  readonly table: string;
  readonly transcript: (title: string) => string;
  /** What says, in a tag, that the words are in another language than what stands around them; `""` where they are not. */
  readonly langAttribute: string;
}

const english: ComponentWords = {
  details: "Details",
  inset: "Information",
  warning: "Important",
  saysWarning: /[Ii]mportant/,
  nonUrgent: "Non-urgent advice",
  urgent: "Urgent advice",
  emergency: "Immediate action required",
  do: "Do",
  dont: "Don't",
  video: "Video",
  table: "Table",
  transcript: (title) => (title === "" ? "Transcript" : `Transcript of ${title}`),
  langAttribute: "",
};

const welsh: ComponentWords = {
  details: "Manylion",
  inset: "Gwybodaeth",
  warning: "Pwysig",
  saysWarning: /(?:[PpBb]|[Mm]h)wysig/,
  nonUrgent: "Cyngor nad yw'n frys",
  urgent: "Cyngor brys",
  emergency: "Mae angen gweithredu ar unwaith",
  do: "Gwnewch hyn",
  dont: "Peidiwch â gwneud hyn",
  video: "Fideo",
  table: "Tabl",
  transcript: (title) => (title === "" ? "Trawsgrifiad" : `Trawsgrifiad: ${title}`),
  langAttribute: "",
};

const byLanguage: ReadonlyMap<string, ComponentWords> = new Map([
  ["en", english],
  ["cy", welsh],
]);

const englishElsewhere: ComponentWords = { ...english, langAttribute: ' lang="en"' };

/**
 * The words of components in a language; English ones, which say that they are English, where there are none in it.
 *
 * @param lang - a BCP 47 tag; of `cy-GB`, the language counts
 */
export function componentWordsIn(lang: string): ComponentWords {
  return byLanguage.get(lang.replace(/-.*/s, "").toLowerCase()) ?? englishElsewhere;
}

/** Words of a component that only people who listen meet. */
export function hiddenWords(words: string, { langAttribute }: ComponentWords): string {
  return `<span class="nhsuk-u-visually-hidden"${langAttribute}>${words}: </span>`;
}

/** Words of a component that everybody meets. */
export function shownWords(words: string, { langAttribute }: ComponentWords): string {
  return langAttribute === "" ? words : `<span${langAttribute}>${words}</span>`;
}
