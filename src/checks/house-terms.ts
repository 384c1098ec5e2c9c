/** A word that the NHS does not use, and the one that it uses. */
interface HouseTerm {
  /** What is not used: a regular expression, read without regard to capitals unless `isName`. */
  readonly not: string;
  readonly use: string;
  readonly why: string;
  /** Whether `use` can be put in its place as it is. */
  readonly fits: boolean;
  /** Whether the capitals of `use` are part of it. */
  readonly isName: boolean;
}

const plainer = "More people know the plainer word";
const spelling = "One word that is spelled in two ways looks like two things, and search finds one of them";
const person = "People are more than what they have";
const sure = "People look for the other word, and are not sure that this is the same";

const term = (not: string, use: string, why: string): HouseTerm => ({ not, use, why, fits: true, isName: false });
const hint = (not: string, use: string, why: string): HouseTerm => ({ not, use, why, fits: false, isName: false });
const name = (not: string, use: string, why: string): HouseTerm => ({ not, use, why, fits: true, isName: true });

/**
 * What a help centre may need of the A to Z of NHS health writing: entries that hold wherever the word stands. To add a
 * word, add a row. Words that are right in some places (acute, doctor, login) are not in it.
 */
const terms: readonly HouseTerm[] = [
  hint("accident and emergency(?! \\()", "A&E", sure),
  term("breast[ -]feeding", "breastfeeding", spelling),
  hint("care workers?", "paid carer", "People do not know who is meant"),
  hint("chemists?", "pharmacy", sure),
  term("dieticians", "dietitians", spelling),
  term("dietician", "dietitian", spelling),
  hint("diabetics", "people with diabetes", person),
  hint("epileptics", "people with epilepsy", person),
  term("e-mail", "email", spelling),
  term("e-mails", "emails", spelling),
  term("equivalent to", "equal to", plainer),
  hint("etc", "for example", "It leaves people guessing what else is meant"),
  term("e\\.g\\.|eg", "for example", 'Screen readers say "egg"'),
  hint("exceeds?|exceeded|exceeding", "more than", plainer),
  hint("excessive", "too much", plainer),
  term("health[ -]care(?! (?:home|plan|team))", "healthcare", spelling),
  { ...hint("i\\.e\\.|ie", "that is", "Many people do not know what it is short for"), isName: true },
  hint("immunisations?", "vaccination", sure),
  term("in-patient", "inpatient", spelling),
  term("in-patients", "inpatients", spelling),
  term("influenza", "flu", plainer),
  hint("medical records", "health records", "A record may hold more than what doctors wrote"),
  hint("medical record", "health record", "A record may hold more than what doctors wrote"),
  term("medication", "medicine", plainer),
  term("medications", "medicines", plainer),
  hint("occurs?|occurred|occurring", "happen", plainer),
  term("oral contraceptives", "contraceptive pills", plainer),
  term("out-patient", "outpatient", spelling),
  term("out-patients", "outpatients", spelling),
  hint("passed away", "died", "People who read in another language do not know that it means died"),
  hint("persists?|persisted|persisting", "carry on", plainer),
  hint("prognosis", "outlook", plainer),
  hint("seek(?! asylum)|seeking(?! asylum)", "ask for", plainer),
  hint("sick notes?", "fit note", "It has been called a fit note since 2010, and that is what people are given"),
  hint("service users?", "people who use services", person),
  term("side-effect", "side effect", spelling),
  term("side-effects", "side effects", spelling),
  term("sitemap", "site map", "Screen readers say it wrongly as one word"),
  hint("suffers? from|suffering from", "have", person),
  term("telephone", "phone", plainer),
  term("telephones", "phones", plainer),
  term("to try and(?= (?!error)\\p{Ll})", "to try to", plainer),
  term("walk in centre", "walk-in centre", spelling),
  term("well-being", "wellbeing", spelling),
  term("web[ -]site", "website", spelling),
  term("web[ -]sites", "websites", spelling),
  name("Covid(?:-?19)?|covid(?:-?19)?|COVID(?!-?19|[a-z])", "COVID-19", spelling),
  name("GP practice(?! (?:manager|nurse|staff|team))", "GP surgery", "People look for a surgery"),
  name("GP practices", "GP surgeries", "People look for a surgery"),
  name("(?<=the )NHS app", "NHS App", "It is the name of one app"),
  name("NHS (?:Login|Log-in|log-in|LOGIN)", "NHS login", "It is the name of one service"),
  name("(?<=the )NHS Website", "NHS website", spelling),
  name("[Xx]-?rays(?<!X-rays)", "X-rays", spelling),
  name("[Xx]-?ray(?<!X-ray)", "X-ray", spelling),
];

const whole = (pattern: string): string =>
  String.raw`(?<![\p{L}\p{N}@/.\uFFFC-])(?:${pattern})(?![\p{L}\p{N}@/\uFFFC-]|\.\p{L})`;

/** Every row of the list, each in a group of its own, wherever it stands as a word. */
export const houseTermPattern = new RegExp(
  whole(terms.map(({ not, isName }) => (isName ? `(${not})` : `((?i:${not}))`)).join("|")),
  "gu",
);

/** The row of some words that `houseTermPattern` found. */
export function houseTermOf(match: RegExpExecArray): HouseTerm | null {
  return terms[match.slice(1).findIndex((group) => group !== undefined)] ?? null;
}
