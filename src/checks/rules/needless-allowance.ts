import type { Diagnostic } from "../../model/diagnostic.ts";
import { faultAt } from "../../model/rule.ts";
import type { RuleFacts } from "../../model/rule.ts";
import type { Site } from "../../model/site.ts";
import { allowances } from "../allowances.ts";
import type { KnownRules } from "../allowances.ts";

/** An entry of a page's `allow` that turns nothing off. */
export const needlessAllowance: RuleFacts = {
  name: "needless-allowance",
  severity: "warning",
  kind: "fields",
  title: "A page allows a warning that is not given there",
  source: null,
  fixable: false,
};

/** Warnings that come and go while the page stays as it is: with the day, with an earlier build, with other entries of `allow`. */
const comesAndGoes: ReadonlySet<string> = new Set([
  "needless-allowance",
  "overdue-review",
  "review-in-future",
  "removed-address",
  "removed-heading",
]);

/** Warnings that a page may lack only because another file, with an error in it, is not there as it ought to be. */
const dependsOnOthers: ReadonlySet<string> = new Set([
  "absolute-link-to-ourselves",
  "duplicate-title",
  "empty-hub",
  "misspelled-word",
  "older-translation",
  "reference-documented-twice",
  "reference-not-in-register",
  "reference-without-contact",
  "retired-reference",
  "same-words-different-targets",
  "similar-references",
  "taken-alias",
  "tied-position",
]);

/**
 * What is to be said of entries of `allow` that turn nothing off. Where an error may hide the warning, nothing is said.
 *
 * @param found - everything that was found, with what pages allow
 */
export function needlessAllowances(
  site: Site,
  found: readonly Diagnostic[],
  { names }: KnownRules,
): readonly Diagnostic[] {
  const severities = Map.groupBy(found, ({ rule, span }) => JSON.stringify([span.file, rule]));
  const faulty = new Set(found.filter(({ severity }) => severity === "error").map(({ span }) => span.file));
  const mayBeHidden = (file: string, name: string) =>
    faulty.has(file) || (faulty.size > 0 && dependsOnOthers.has(name));
  return allowances(site)
    .filter(({ name }) => names.has(name) && !comesAndGoes.has(name))
    .flatMap(({ file, name, span }) => {
      const given = severities.get(JSON.stringify([file, name])) ?? [];
      if (given.some(({ severity }) => severity === "warning")) return [];
      if (given.length > 0) return faultAt(needlessAllowance, span, anError(name));
      return mayBeHidden(file, name) ? [] : faultAt(needlessAllowance, span, notGiven(name));
    });
}

function notGiven(name: string) {
  return {
    message: `allow names ${name}, and nothing on this page gives that warning`,
    why: "If the page comes to need the warning one day, nobody would be told",
    fix: `Take ${name} out of allow`,
  };
}

function anError(name: string) {
  return {
    message: `allow names ${name}, which is an error here, and an error cannot be allowed`,
    why: "The page cannot be published as long as the error is there",
    fix: `Put the error right, and take ${name} out of allow`,
  };
}
