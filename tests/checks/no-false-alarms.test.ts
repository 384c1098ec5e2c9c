/**
 * Well-formed pages of which the rules of words say nothing: a false alarm is a fault of the rule.
 *
 * To read a failure: the list shows each finding, as `rule: the words`. Mend the rule. Where it is right and the page is
 * not ours to change, put it into `allowed` with the reason.
 */
import { createRequire } from "node:module";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rules } from "../../src/checks/rules.ts";
import { runRules } from "../../src/checks/run-rules.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { Site } from "../../src/model/site.ts";
import { examplesOf, readRulePage } from "../docs/rule-pages.ts";
import { filesOf } from "../support/page.ts";
import { article, siteFrom } from "../support/site-from.ts";

/** Rules of words, and those of headings that read the same facts. */
const wordRules = rules.filter(
  ({ kind, name }) => kind === "words" || /^(?:empty-heading|repeated-heading|bold-as-heading)$/.test(name),
);

interface Example {
  readonly number: number;
  readonly markdown: string;
  readonly html: string;
}

const specification = createRequire(import.meta.url)("commonmark-spec") as { readonly tests: readonly Example[] };

/** Examples of the specification of which a rule is right to say something. */
const allowedInExamples: readonly {
  readonly rule: string;
  readonly why: string;
  readonly is: (example: Example) => boolean;
}[] = [
  { rule: "italics", why: "the example shows italics", is: ({ html }) => /<(?:em|i)\b/.test(html) },
  { rule: "empty-heading", why: "the example shows empty headings", is: ({ html }) => /<h\d><\/h\d>/.test(html) },
  {
    rule: "repeated-heading",
    why: "the example shows two ways to write one heading",
    is: ({ number }) => [62, 68, 76, 80, 83, 84, 115].includes(number),
  },
  { rule: "doubled-word", why: "a reader sees the word twice", is: ({ number }) => [505, 626].includes(number) },
  { rule: "list-lead-in", why: "the list goes on with nothing", is: ({ number }) => number === 303 },
  { rule: "long-sentence", why: "eight lines without a full stop", is: ({ number }) => number === 14 },
];

function findings(site: Site): readonly Diagnostic[] {
  return runRules(wordRules, site);
}

/** A finding in one line, so that a failure says what to mend. */
function inWords({ rule, span, message }: Diagnostic): string {
  return `${span.file}:${span.line}:${span.column} ${rule}: ${message}`;
}

describe("nothing is said of well-formed words", () => {
  test("on the pages of this help centre", async () => {
    const names = filesOf("content").filter((name) => /\.(md|yml)$/.test(name) && name !== "error-messages-support.md");
    expect(names.length).toBeGreaterThan(30);
    const files = Object.fromEntries(names.map((name) => [name, readFileSync(`content/${name}`, "utf8")]));
    const said = findings((await siteFrom(files)).site);
    expect(said.map(inWords)).toEqual([]);
  });

  test("in the right examples of the rules' own pages", async () => {
    const said: string[] = [];
    for (const name of readdirSync("docs/rules").filter((file) => file !== "README.md")) {
      for (const { kind, files } of examplesOf(readRulePage(name.replace(/\.md$/, "")))) {
        if (kind === "wrong") continue;
        const found = findings((await siteFrom(Object.fromEntries(files))).site);
        said.push(...found.map((finding) => `docs/rules/${name}, ${inWords(finding)}`));
      }
    }
    expect(said).toEqual([]);
  });

  test("in the examples of the CommonMark specification", async () => {
    expect(specification.tests).toHaveLength(652);
    const said: string[] = [];
    const unused = new Set(allowedInExamples);
    for (const example of specification.tests) {
      const file = `example-${example.number}.md`;
      const { site } = await siteFrom({ [file]: article(example.markdown.replaceAll("→", "\t")) });
      for (const finding of findings(site)) {
        const reason = allowedInExamples.find(({ rule, is }) => rule === finding.rule && is(example));
        if (reason === undefined) said.push(inWords(finding));
        else unused.delete(reason);
      }
    }
    expect(said).toEqual([]);
    expect([...unused].map(({ rule }) => rule)).toEqual([]);
  });
});
