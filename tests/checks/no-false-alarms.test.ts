/**
 * Well-formed pages of which no rule says anything: a false alarm is a fault of the rule.
 *
 * To read a failure: the list shows each finding, with its place and its words. Mend the rule. Where it is right about an
 * example of the specification, put that into `commonmark-left-out.ts` with the reason.
 */
import { createRequire } from "node:module";
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../../src/checks/rules.ts";
import { checkLoaded } from "../../src/checks/run-rules.ts";
import { allRules } from "../../src/cli/all-rules.ts";
import { loadAndCheck } from "../../src/cli/load-and-check.ts";
import { nearest } from "../../src/content/nearest.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { openLayouts } from "../../src/output/layouts.ts";
import { repository } from "../docs/documents.ts";
import { checked, examplesOf, readRulePage } from "../docs/rule-pages.ts";
import { filesOf } from "../support/page.ts";
import { article, siteFrom } from "../support/site-from.ts";
import { leftOut } from "./commonmark-left-out.ts";

const isPage = (file: string) => file.endsWith(".md");

const seed = "error-messages-support.md";
const ownPages = filesOf("content").filter((file) => isPage(file) && file !== seed);

const rightExamples = readdirSync(resolve(repository, "docs/rules"))
  .filter((file) => file !== "README.md")
  .flatMap((file) => examplesOf(readRulePage(file.replace(/\.md$/, ""))).map((example) => ({ file, example })))
  .filter(({ example }) => example.kind === "right");
const rightPages = rightExamples.flatMap(({ example }) => [...example.files.keys()].filter(isPage));

interface SpecificationExample {
  readonly number: number;
  readonly markdown: string;
}

const specification = createRequire(import.meta.url)("commonmark-spec") as {
  readonly tests: readonly SpecificationExample[];
};
const isLeftOut = new Set(leftOut.flatMap(({ examples }) => examples));
const wellFormed = specification.tests.filter(({ number }) => !isLeftOut.has(number));

/** What is right about the examples of any specification, and no news. */
const notAsked: ReadonlyMap<string, string> = new Map([
  ["broken-link", "the pages that the examples link to are not there"],
  ["broken-picture", "the pictures of the examples are not there"],
  ["italics", "the examples show italics"],
  ["empty-page", "an example is a part of a page"],
]);

/** Words that the specification makes up or takes from elsewhere. */
const ownWords = "aaa αγω bam baz bbb bim ccc ddd foobarbaz foobaz int notcode uri χρῆν".split(" ");

/** Everything that is said of an example, as the body of an article of a site with those words in its dictionary. */
async function findings({ number, markdown }: SpecificationExample): Promise<readonly Diagnostic[]> {
  const loaded = await siteFrom({
    [`example-${number}.md`]: article(markdown.replaceAll("→", "\t")),
    "dictionary.txt": ownWords.join("\n"),
  });
  const known = { names: new Set(allRules.map(({ name }) => name)), nearest };
  return checkLoaded(rules, loaded, known, { today: null }).filter(({ rule }) => !notAsked.has(rule));
}

/** A finding in one line, so that a failure says what to mend. */
function inWords({ rule, span, message }: Diagnostic): string {
  return `${span.file}:${span.line}:${span.column} ${rule}: ${message}`;
}

describe(`nothing is said of ${ownPages.length + rightPages.length + wellFormed.length} well-formed pages`, () => {
  test(`the ${ownPages.length} pages of this help centre, but that they are an example`, async () => {
    expect(ownPages.length).toBeGreaterThan(30);
    const { names: layouts, languages } = openLayouts(resolve(repository, "layouts"));
    const { diagnostics } = await loadAndCheck("content", { layouts, languages, drafts: false, today: "2026-10-21" });
    const said = diagnostics.filter(({ span, rule }) => span.file !== seed && rule !== "example-content");
    expect(said.map(inWords)).toEqual([]);
  });

  test(`the ${rightPages.length} pages of the right examples of the rules`, async () => {
    expect(rightPages.length).toBeGreaterThan(allRules.length);
    const said: string[] = [];
    for (const { file, example } of rightExamples) {
      said.push(...(await checked(example)).map((finding) => `docs/rules/${file}, ${inWords(finding)}`));
    }
    expect(said).toEqual([]);
  });

  test(`${wellFormed.length} of the ${specification.tests.length} examples of CommonMark`, async () => {
    expect(wellFormed.length).toBeGreaterThanOrEqual(500);
    const said: Diagnostic[] = [];
    const unheard = new Set(leftOut.flatMap(({ rule, examples }) => examples.map((number) => `${rule} ${number}`)));
    for (const example of specification.tests) {
      for (const finding of await findings(example)) {
        if (!isExpected(finding, example)) said.push(finding);
        unheard.delete(`${finding.rule} ${example.number}`);
      }
    }
    expect(said.map(inWords)).toEqual([]);
    expect([...unheard], "left out for a reason that does not hold").toEqual([]);
  });
});

function isExpected(finding: Diagnostic, { number }: SpecificationExample): boolean {
  return leftOut.some(({ rule, examples }) => rule === finding.rule && examples.includes(number));
}
