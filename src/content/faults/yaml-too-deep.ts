import type { Diagnostic } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";
import type { PlaceFinder } from "../place-finder.ts";

/** Values in values in values. */
export const yamlTooDeep: RuleFacts = {
  name: "yaml-too-deep",
  severity: "error",
  kind: "fields",
  title: "Values are nested too deep",
  source: null,
  fixable: false,
};

/** Deeper than this nobody writes by hand; it also bounds the work. */
const deepest = 20;

/** Judged on the characters alone, before anything is built from them: brackets in a row cost the parser its stack. */
export function tooDeep(text: string, place: PlaceFinder): Diagnostic | null {
  const brackets = /[[{]{20}|(?:- ){20}|(?:\? ){20}/.exec(text.replace(/(?<=[[{])\s+(?=[[{])/g, ""));
  const lines = text.split("\n");
  const indented = lines.findIndex((line) => /^ {80}\s*[^\s#].*:(\s|$)/.test(line) || /^( {4}){20}/.test(line));
  if (!brackets && indented < 0) return null;
  const at = brackets ? Math.max(0, text.search(/[[{?-]/)) : lines.slice(0, indented).join("\n").length + 1;
  return faultAt(yamlTooDeep, place(at, at + 1), {
    message: `Values are nested more than ${deepest} deep`,
    why: "The page could not be read, and would be missing from the site",
    fix: "Take out the brackets or the indentation that were put there by mistake",
  });
}
