import { readFileSync } from "node:fs";
import { parseFragment, serialize } from "parse5";
import type { DefaultTreeAdapterTypes as Tree } from "parse5";
import { describe, expect, test } from "vitest";
import { render } from "./render.ts";

interface Fixture {
  readonly name: string;
  readonly html: string;
}

/** The HTML that nhsuk-frontend ships as the right one for a use of a component. */
function fixture(component: string, name: string, part = 0): string {
  const path = `../../node_modules/nhsuk-frontend/dist/nhsuk/components/${component}/fixtures.json`;
  const { fixtures } = JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")) as {
    fixtures: readonly Fixture[];
  };
  const html = fixtures.filter((other) => other.name === name)[part]?.html;
  if (html === undefined) throw new Error(`nhsuk-frontend has no fixture "${name}" of ${component}`);
  return html;
}

/**
 * HTML as a tree, without what we add or do otherwise on purpose:
 *
 * - white space, which no reader meets here;
 * - the ids of expanders, which links and search results need;
 * - the paragraph around words that the package puts into a body bare: ours come from Markdown;
 * - the class `nhsuk-card__description` of such a paragraph: the package gives it to texts without markup only;
 * - the level of a card's heading: ours follows the heading before it;
 * - the ids of captions, which name the parts that scroll.
 */
function comparable(html: string): string {
  const tree = parseFragment(html);
  for (const element of elementsOf(tree)) {
    if (element.tagName === "details" || element.tagName === "caption")
      element.attrs = element.attrs.filter(({ name }) => name !== "id");
    element.attrs = element.attrs.filter(({ value }) => value !== "nhsuk-card__description");
    element.attrs.sort((a, b) => (a.name < b.name ? -1 : 1));
    if (/^h[1-6]$/.test(element.tagName)) element.tagName = element.nodeName = "h2";
    for (const child of element.childNodes) if ("value" in child) child.value = child.value.replace(/\s+/g, " ").trim();
    element.childNodes = element.childNodes.filter((child) => !("value" in child) || child.value !== "");
  }
  return serialize(tree)
    .replace(/<\/?p>/g, "")
    .replace(/>\s+/g, ">")
    .replace(/\s+</g, "<")
    .trim();
}

function* elementsOf(node: Tree.ParentNode): Generator<Tree.Element> {
  for (const child of node.childNodes) {
    if (!("tagName" in child)) continue;
    yield child;
    yield* elementsOf(child);
  }
}

const openingTimes = "::: expander Opening times\nWe are open 9am to 6pm, Monday to Saturday.\n:::";
const number = "You can find your NHS number by logging in to the NHS App or on any document the NHS has sent you.";
const spots =
  "Stay away from school, nursery or work until all the spots have crusted over. This is usually 5 days after the spots first appeared.";
const chickenpox = `- you're not sure it's chickenpox
- the skin around the blisters is red, hot or painful (signs of infection)
- your child is [dehydrated](https://www.nhs.uk/conditions/dehydration)
- you're concerned about your child or they get worse

Tell the receptionist you think it's chickenpox before going in. They may recommend a special appointment time if other patients are at risk.`;
const urgent = `- you're an adult and have chickenpox
- you're pregnant and haven't had chickenpox before and you've been near someone with it
- you have a weakened immune system and you've been near someone with chickenpox
- you think your newborn baby has chickenpox

In these situations, your GP can prescribe medicine to prevent complications. You need to take it within 24 hours of the spots coming out.`;
const chestPain = `- spreads to your arms, back, neck or jaw
- makes your chest feel tight or heavy
- also started with shortness of breath, sweating and feeling or being sick

You could be having a heart attack. Call 999 immediately as you need immediate treatment in hospital.`;

describe("our components are nhsuk-frontend's", () => {
  test.each([
    ["an expander", openingTimes, "details", "expander"],
    ["an expander written as HTML", expanderInHtml("nhsuk-details nhsuk-expander"), "details", "expander"],
    [
      "an expander that stands open",
      expanderInHtml("nhsuk-details nhsuk-expander", " open"),
      "details",
      "expander open",
    ],
    [
      "details",
      `<details>\n<summary>How to find your NHS number</summary>\n${number}\n</details>`,
      "details",
      "default",
    ],
    [
      "details with HTML",
      `<details class="nhsuk-details"><summary>How to find your NHS number</summary>

An NHS number is a 10 digit number, like <span class="nhsuk-u-nowrap">999 123 4567</span>.

You can find your NHS number by logging in to the NHS App or on any document the NHS has sent you, such as your:

- prescriptions
- test results
- hospital referral letters
- appointment letters

Ask your GP surgery for help if you cannot find your NHS number.
</details>`,
      "details",
      "with HTML",
    ],
    [
      "inset text",
      "::: inset\nYou can report any suspected side effect using the Yellow Card safety scheme\n:::",
      "inset-text",
      "default",
    ],
    [
      "inset text with a link",
      "::: inset\nYou can report any suspected side effect using the [Yellow Card safety scheme](#).\n:::",
      "inset-text",
      "with HTML",
    ],
    ["a warning", `::: warning\n${spots}\n:::`, "warning-callout", "with HTML"],
    [
      "a warning with a heading",
      `::: warning School, nursery or work\n${spots}\n:::`,
      "warning-callout",
      "with custom heading",
    ],
    ["a non-urgent care card", `::: non-urgent Speak to a GP if:\n${chickenpox}\n:::`, "card", "non-urgent (blue)"],
    ["an urgent care card", `::: urgent Ask for an urgent GP appointment if:\n${urgent}\n:::`, "card", "urgent (red)"],
    [
      "an emergency care card",
      `::: emergency Call 999 if you have sudden chest pain that:\n${chestPain}\n:::`,
      "card",
      "emergency (red and black)",
    ],
    ["an action link", "::: action\n[Find your nearest A&E](/find)\n:::", "action-link", "default"],
  ])("%s", (_, markdown, component, name) => {
    const expected = fixture(component, name).replace('href="#/find"', 'href="/find/"');
    expect(comparable(render(markdown).body.html)).toBe(comparable(expected));
  });

  test.each([
    ["do", "with heading as string", "tick"],
    ["dont", "(don't) with hidden prefix", "cross"],
  ])("a list of what to %s", (kind, name) => {
    const expected = fixture("do-dont-list", name);
    const items = [...elementsOf(parseFragment(expected))].filter(({ tagName }) => tagName === "li");
    const words = items.map((item) =>
      item.childNodes
        .map((node) => ("value" in node ? node.value : ""))
        .join("")
        .trim(),
    );
    expect(words.length).toBeGreaterThan(1);
    const list = words.map((text) => `- ${text}`).join("\n");
    expect(comparable(render(`::: ${kind}\n${list}\n:::`).body.html)).toBe(comparable(expected));
  });

  test("a part that scrolls", () => {
    const [, start = "", end = ""] =
      /^(<div[^]*?)<table[^]*<\/table>([^]*)$/.exec(fixture("tables", "scrolling")) ?? [];
    const table = "| a | b | c | d |\n| - | - | - | - |\n\nTable: Scrolling";
    const [, ourStart = "", ourEnd = ""] = /^(<div[^]*?)<table[^]*<\/table>([^]*)$/.exec(render(table).body.html) ?? [];
    const theirs = start.replace(' data-module="nhsuk-scroll"', "").replace("scrolling-caption", "table-scrolling");
    expect(comparable(ourStart.replace(' tabindex="0"', "") + ourEnd)).toBe(comparable(theirs + end));
    expect(theirs).not.toBe("");
  });

  test("a table with a caption", () => {
    const expected = fixture("tables", "default").replaceAll(
      '<th class="nhsuk-table__header" scope="row">',
      '<td class="nhsuk-table__cell">',
    );
    const table = `| Skin symptoms | Possible cause |
| --- | --- |
| Blisters on lips or around the mouth | Cold sores |
| Itchy, dry, cracked, sore | Eczema |
| Itchy blisters | Shingles, chickenpox |

Table: Impetigo can look similar to other skin conditions`;
    expect(comparable(render(table).body.html)).toBe(
      comparable(expected.replaceAll(/(Blisters[^<]*|Itchy[^<]*)<\/th>/g, "$1</td>")),
    );
  });
});

function expanderInHtml(classes: string, open = ""): string {
  return `<details class="${classes}"${open}>
  <summary class="nhsuk-details__summary">
    <span class="nhsuk-details__summary-text">
      Opening times
    </span>
  </summary>
  <div class="nhsuk-details__text">

    We are open 9am to 6pm, Monday to Saturday.

  </div>
</details>`;
}
