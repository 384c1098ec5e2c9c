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
const touch = "People tap, press keys or speak to their device, and many have no mouse";
const sure = "People look for the other word, and are not sure that this is the same";

const term = (not: string, use: string, why: string): HouseTerm => ({ not, use, why, fits: true, isName: false });
const hint = (not: string, use: string, why: string): HouseTerm => ({ not, use, why, fits: false, isName: false });
const name = (not: string, use: string, why: string): HouseTerm => ({ not, use, why, fits: true, isName: true });

/** Something on a screen: what follows "click" where somebody is told to select it. */
const shown =
  "(?:a|an|any|each|one of the|that|the|these|this|your) (?:[\\p{L}-]+ ){0,2}" +
  "(?:arrow|box|button|checkbox|icon|image|link|logo|menu|option|picture|tab|tile)s?(?!\\p{L})";

/**
 * What a help centre may need of the A to Z of NHS health writing: entries that hold wherever the word stands. To add a
 * word, add a row. Words that are right in some places (acute, doctor, login, normally) are not in it, nor those that
 * screens decide: the A to Z wants "log in", and people look for what the button says. A row looks back behind its own
 * first letters, not before them: most words of a page then cost next to nothing.
 */
const terms: readonly HouseTerm[] = [
  hint("accident and emergency(?! \\()", "A&E", sure),
  term("aging", "ageing", spelling),
  {
    ...term("&(?<=\\p{L} &)(?= (?!co\\b|sons\\b)\\p{Ll}{2})", "and", "Screen readers name the sign, or skip it"),
    isName: true,
  },
  term("breast[ -]feeding", "breastfeeding", spelling),
  hint("care workers?", "paid carer", "People do not know who is meant"),
  hint("chemists?", "pharmacy", sure),
  term("click on(?<!(?<!\\p{L})(?:a|each|left|one|per|right|single) click on)(?! and off)", "select", touch),
  term("clicking on", "selecting", touch),
  term("clicked on", "selected", touch),
  term(`click(?= ${shown})`, "select", touch),
  hint("deceased", "died", plainer),
  term("(?:dial|ring)(?= (?:111|119|999|us)(?!\\d| back))", "call", "More people look for the plainer word"),
  term("dieticians", "dietitians", spelling),
  term("dietician", "dietitian", spelling),
  hint("diabetics", "people with diabetes", person),
  hint("epileptics", "people with epilepsy", person),
  term("e-mail", "email", spelling),
  term("e-mails", "emails", spelling),
  term("e-mailed", "emailed", spelling),
  term("e-mailing", "emailing", spelling),
  hint(
    "e-?consultations?|online consultations?",
    "online form",
    "People think that they will see a doctor on a screen",
  ),
  term("equivalent to", "equal to", plainer),
  hint("etc", "for example", "It leaves people guessing what else is meant"),
  term("e\\.g\\.?|eg\\.(?= \\p{Ll})|eg", "for example", 'Screen readers say "egg"'),
  hint("exceeds?|exceeded|exceeding", "more than", plainer),
  hint("excessive", "too much", plainer),
  term("health[ -]care(?! (?:home|plan|team))", "healthcare", spelling),
  { ...hint("i\\.e\\.?|ie", "that is", "Many people do not know what it is short for"), isName: true },
  hint("homeless people", "people who are homeless", person),
  hint("immunisations?", "vaccination", sure),
  term("in-patient", "inpatient", spelling),
  term("in-patients", "inpatients", spelling),
  term("influenza", "flu", plainer),
  term("life-long", "lifelong", spelling),
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
  hint(
    "secure messages?",
    "text, email or message in the NHS App",
    "People do not know what it is, and the word makes them doubt",
  ),
  hint("seek(?! asylum)|seeking(?! asylum)", "ask for", plainer),
  hint("sick notes?", "fit note", "It has been called a fit note since 2010, and that is what people are given"),
  hint("service users?", "people who use services", person),
  term("side-effect", "side effect", spelling),
  term("side-effects", "side effects", spelling),
  { ...hint("SMS(?: messages?)?", "text message", plainer), isName: true },
  term("sitemap", "site map", "Screen readers say it wrongly as one word"),
  hint("suffers? from|suffering from", "have", person),
  term("telephone", "phone", plainer),
  term("telephones", "phones", plainer),
  term("to try and(?= (?!error)\\p{Ll})", "to try to", plainer),
  term("walk in centre", "walk-in centre", spelling),
  term("well-being", "wellbeing", spelling),
  term("web[ -]site", "website", spelling),
  term("web[ -]sites", "websites", spelling),
  name("[Cc]ovid(?<=[Ll]ong [Cc]ovid)(?![- ]?19)(?! \\p{Lu})", "COVID", spelling),
  // Behind it a capital makes a name, as in NHS COVID Pass.
  name("[Cc]ovid[- ]?19|COVID 19", "COVID-19", spelling),
  name("[Cc]ovid(?! \\p{Lu})|COVID(?<![Ll]ong COVID)(?!-?19|[a-z]| \\p{Lu})", "COVID-19", spelling),
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
