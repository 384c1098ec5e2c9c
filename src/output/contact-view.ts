import type { ContactFieldName } from "../model/contact-message.ts";
import type { CarriedPage } from "./carried-pages.ts";
import type { LinkView } from "./entry.ts";

/** What a contact page knows beside what every page knows of the site. */
export interface ContactPageView {
  /** The error code that the page is about; `null` on the page about none. */
  readonly reference: ContactReferenceView | null;
  /** Every error code, for an address that names one; empty on the page about one. */
  readonly codes: readonly string[];
  /** The page that the message is about: known where somebody has sent the form; `null` without one. */
  readonly page: CarriedPage | null;
  /** One and the same for all pages of a site; `null` where there is no form. */
  readonly form: ContactFormView | null;
}

/** The error code that a contact page is about. */
export interface ContactReferenceView {
  readonly code: string;
  /** Letter by letter, to be read aloud: `C I D 7 0 2 3`. */
  readonly spelled: string;
  readonly title: string;
  /** The language of the title, BCP 47; left out where it is that of the edition. */
  readonly lang?: string;
  /** The page about the code. */
  readonly href: string;
}

/** The contact form: as it is before anybody filled it in, or with what was typed and what is wrong with it. */
export interface ContactFormView {
  /** Where it is sent. */
  readonly action: string;
  /** The language that the receiver is to answer in; `null` for the site's own. */
  readonly language: string | null;
  /** The page that says that a message has come. */
  readonly sentHref: string;
  /** The folder with a file about each error code. */
  readonly catalogueHref: string;
  /** The list of all pages. */
  readonly pagesHref: string;
  readonly fields: Readonly<Record<ContactFieldName, ContactFieldView>>;
  /** The fields that must be filled in, of those that are shown. */
  readonly required: readonly ContactFieldName[];
  /** The services that can be picked at once; where there are none, all stand in the list. */
  readonly firstServices: readonly FormChoiceView[];
  /** The services of the list; with no first ones and none here, nobody is asked. */
  readonly otherServices: readonly FormChoiceView[];
  /** Nobody is asked where there are none. */
  readonly problems: readonly FormChoiceView[];
  /** How long the details may be, in UTF-16 units. */
  readonly longestDetails: number;
  /** What is wrong, each a link to its field, in the order of the form. */
  readonly errors: readonly LinkView[];
  /** The page that says what happens with what people send; `null` where editors wrote none. */
  readonly privacy: LinkView | null;
  /** Whether sending failed, which is nobody's fault who filled it in. */
  readonly notSent: boolean;
}

/** One of several answers: what is sent, and what people read. */
export interface FormChoiceView {
  readonly key: string;
  readonly name: string;
  /** The language of the name, BCP 47; left out where it is that of the edition. */
  readonly lang?: string;
}

/** One field of the form. */
export interface ContactFieldView {
  /** Says so where the field may be left empty. */
  readonly label: string;
  readonly hint: string | null;
  /** What was typed or picked. */
  readonly value: string;
  /** What is wrong with it. */
  readonly error: string | null;
}
