import type { Link } from "../../model/body.ts";
import { builtAddresses, linkTarget } from "../../model/address.ts";
import { codesIn, meantCode } from "../../model/code-pattern.ts";
import { replace } from "../../model/diagnostic.ts";
import type { CodePattern } from "../../model/settings.ts";
import { pagesOf } from "../../model/site.ts";
import { nearCode } from "../../model/near-code.ts";
import type { Rule } from "../rule.ts";

/**
 * A link to the contact page that carries something else than one code. One that is written with the site's whole address
 * is told by absolute-link-to-ourselves; when that is put right, it is looked at here.
 */
export const malformedContactLink: Rule = {
  name: "malformed-contact-link",
  severity: "warning",
  kind: "references",
  title: "A contact link does not carry its reference",
  source: null,
  fixable: true,

  *check(site) {
    const known = new Set(site.errorReferences.map(({ code }) => code));
    for (const { file, body } of pagesOf(site)) {
      for (const link of body.facts.links) {
        const fault = file === null ? null : faultOf(link, file, site.settings.codes);
        if (fault === null) continue;

        const { message, meant } = fault;
        const edit = meant !== null && link.parts.address ? replace(link.parts.address, meant) : null;
        yield {
          span: link.span,
          message,
          why: "The contact form may open without the reference, and then support cannot tell what a message is about",
          fix: meant === null ? advice(fault, known) : `Write ${meant}`,
          ...(edit && { edits: [edit] }),
        };
      }
    }
  },
};

interface Fault {
  readonly message: string;
  /** The address that can only be meant; `null` where a person has to decide. */
  readonly meant: string | null;
  /** What stands in place of a reference; `""` where nothing or more than one does. */
  readonly typed: string;
}

/** What is wrong with a link; `null` for one that leads elsewhere, or carries nothing but one code, or nothing. */
function faultOf({ href }: Link, file: string, codes: CodePattern): Fault | null {
  const target = linkTarget(href, file);
  if (target.kind !== "page" || target.address !== builtAddresses.contact) return null;
  const parameters = [...new URLSearchParams(target.query)];
  if (parameters.length === 0) return null;

  const carried = new Set(parameters.flatMap(([name, value]) => codesCarried(name, value, codes)));
  if (carried.size > 1) return { message: "This link carries two references", meant: null, typed: "" };
  const [code = null] = carried;
  const errors = parameters.filter(([name]) => name === "error");
  const meant = code === null ? null : contactLink(code);
  if (errors.length === 0) return { message: unread, meant: meant ?? contactPage, typed: "" };
  const typed = errors[0]?.[1] ?? "";
  if (code === null || typed !== code) {
    return { message: typed === "" ? "This link carries no reference" : `"${typed}" is no reference`, meant, typed };
  }
  return parameters.length === 1 && target.fragment === "" ? null : { message: unread, meant, typed };
}

const unread = "This link carries something that the contact page does not read";

const contactPage = builtAddresses.contact.slice(0, -1);

function contactLink(code: string): string {
  return `${contactPage}?error=${code}`;
}

/** The codes in one parameter of a link. Numbers alone mean a code only where a code is to stand. */
function codesCarried(name: string, value: string, codes: CodePattern): readonly string[] {
  if (!/error$/i.test(name)) return codesIn(value.toUpperCase(), codes).map(({ code }) => code);
  const whole = meantCode(value, codes);
  return whole === null ? value.split(/[\s,;|]+/).flatMap((part) => meantCode(part, codes) ?? []) : [whole];
}

function advice({ typed }: Fault, known: ReadonlySet<string>): string {
  const likely = nearCode(typed.toUpperCase(), known);
  if (likely !== null) return `If you mean ${likely}, write ${contactLink(likely)}`;
  return `Write one reference after ${contactPage}?error= as the screen shows it, or ${contactPage} alone`;
}
