import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";
import type { FoundInText } from "../found-in-text.ts";

/** The email address of one person. */
export const personalEmail: RuleFacts = {
  name: "personal-email",
  severity: "warning",
  kind: "safety",
  title: "A person's email address stands in the content",
  source: null,
  fixable: false,
};

/** An address of the form name.name@host, with a number after it where a host has two people of the name. */
const address = /(?<![\w.%+'-])([a-z][a-z'-]*(?:\.[a-z][a-z'-]*){1,2})\d{0,3}@((?:[a-z0-9-]+\.)+[a-z]{2,})(?![\w@-])/gi;

/** Where people have addresses of their own: the health service, government, and the large hosts of private mail. */
const hosts =
  /(?:^|\.)(?:nhs\.net|nhs\.uk|nhs\.scot|hscni\.net|gov\.uk|gov\.scot|gov\.wales|ac\.uk|police\.uk|gmail\.com|googlemail\.com|(?:hotmail|outlook|live|yahoo|msn)\.(?:com|co\.uk)|icloud\.com|me\.com|aol\.com|btinternet\.com|proton(?:mail)?\.(?:com|me))$/i;

/** An address where people have their private mail. No organisation has one there that it would be known by. */
const privateAddress =
  /(?<![\w.%+'-])([a-z][\w.%+'-]*)@(?:(?:gmail|googlemail|icloud|me|mac|aol|btinternet|ymail|rocketmail|gmx|sky|talktalk|virginmedia|ntlworld|blueyonder)\.(?:com|net|co\.uk)|(?:hotmail|outlook|live|yahoo|msn)\.(?:com|co\.uk)|proton(?:mail)?\.(?:com|me))(?![\w@-]|\.\w)/gi;

/** Words of addresses that no person has: roles, services, places, and names that stand for any name. */
const roleWords: ReadonlySet<string> = new Set(
  `access account accounts admin advice alert alerts app apps appointment appointments approvals assessment audit billing
  board booking bookings box bureau business cancer care carers central centre change child children city clinic clinical
  college comms communications community complaints compliance confirm contact contactus contracts control corporate council
  county covid customer cyber data dental desk development digital direct director do dpo east education email emails
  emergency employment england enquiries enquiry equality events example experience family fax feedback finance first
  firstname foi forename foundation freedom from general governance gp group health healthcare help helpdesk helpline history
  hospital hr identity incident incidents info information innovation inbox it joiners last lastname law learning leavers
  legal library licensing list local login london mail mailbox management maternity me media medical medicine medicines
  mental midlands name national network news newsletter no north notifications notify nurse nursing office online ops
  operations orders palliative pals partners patient patients payments payroll people pharmacy police policy portal post
  practice prescribing prescription prescriptions press primary privacy programme project property protection public quality
  query reception records recruitment referral referrals region regional registration registrations registry reply reports
  request requests research response results reviews safeguarding safety sales scheme school screening secretary secure
  security service servicedesk services shared sign south staff standards subject summary support surgery surname survey
  switchboard system systems team teams technical test testing tracing training transfer transport trust unit update
  updates urgent user users vaccination vaccinations volunteering wales ward web webmaster welfare west women yorkshire your
  yourname youth`.split(/\s+/),
);

/** Names of no person in an address for private mail: what examples say, and roles that are written in one word. */
const noName = new RegExp(
  `^(?:you|my|name|some|any|abc|xyz|foo)|bloggs|${[...roleWords].filter((word) => word.length > 5).join("|")}`,
);

/** The addresses of people in a text. */
export function personalEmailFaults(text: string): readonly FoundInText[] {
  const found: FoundInText[] = [];
  // Few lines hold an address at all: only they are looked through.
  for (let at = text.indexOf("@"); at >= 0; ) {
    const [start, end] = [text.lastIndexOf("\n", at) + 1, endOfLine(text, at)];
    const line = text.slice(start, end);
    const matches = [
      ...[...line.matchAll(privateAddress)].filter(([, name = ""]) => isPrivate(name)),
      ...[...line.matchAll(address)].filter(([, name = "", host = ""]) => hosts.test(host) && isPersons(name)),
    ];
    for (const [index, written] of new Map(matches.map(({ 0: written, index }) => [index, written]))) {
      found.push({
        offset: start + index,
        length: written.length,
        diagnosticAt: (span) => personalEmailAt(span, written),
      });
    }
    at = text.indexOf("@", end);
  }
  return found;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

function personalEmailAt(span: SourceSpan, written: string): Diagnostic {
  return faultAt(personalEmail, span, {
    message: `${written} looks like the email address of a person`,
    why: "That person gets everybody's messages and all that spammers send, and nobody answers after they have left",
    fix: "Write the address of a team or a service, such as help@example.org, or a link to the contact page",
  });
}

function isPersons(name: string): boolean {
  const parts = name.toLowerCase().split(/[.-]/);
  return parts.some((part) => part.length > 2) && !parts.some((part) => roleWords.has(part));
}

function isPrivate(name: string): boolean {
  const parts = name.toLowerCase().split(/[^a-z]+/);
  return parts.some((part) => part.length > 2) && !parts.some((part) => roleWords.has(part) || noName.test(part));
}
