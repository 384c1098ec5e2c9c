/**
 * Articles to measure with, shaped like `content/error-messages-support.md`: about 9 KB each, with headings, paragraphs,
 * lists, expanders in HTML, contact links with a title, and rules between the sections. An article is the same in every
 * corpus, whatever its size, and on every machine.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** How much was written. */
export interface Corpus {
  readonly articles: number;
  readonly files: number;
  /** Of the articles alone. */
  readonly bytes: number;
}

/** Writes a content folder of hubs with 20 to 50 articles each, 20 hubs at most to a hub above them. */
export function writeCorpus(folder: string, articles: number): Corpus {
  let [bytes, files] = [0, 0];
  const write = (file: string, fields: Fields, body: string): number => {
    const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
    const text = ["---", ...lines, "---", "", body].join("\n");
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
    files += 1;
    return Buffer.byteLength(text);
  };
  write("index.md", { title: "Help centre", subtitle: "Help with your login", type: "hub", name: "home" }, "");
  const hubSize = chance(0);
  for (let first = 0, hub = 0; first < articles; hub += 1) {
    const area = `area-${Math.floor(hub / 20)}`;
    if (hub % 20 === 0) write(`${area}/index.md`, hubFields(area, "home", hub / 20 + 1), "");
    const name = `hub-${hub}`;
    write(`${area}/${name}/index.md`, hubFields(name, area, (hub % 20) + 1), "Choose what you need help with.\n");
    const last = Math.min(articles, first + hubSize(20, 50));
    for (let index = first; index < last; index += 1) {
      const { fields, body } = article(index);
      bytes += write(
        `${area}/${name}/article-${index}.md`,
        { ...fields, hub: name, position: index - first + 1 },
        body,
      );
    }
    first = last;
  }
  return { articles, files, bytes };
}

type Fields = Readonly<Record<string, string | number>>;

function hubFields(name: string, hub: string, position: number): Fields {
  return { title: `Help with ${name}`, subtitle: `All about ${name}.`, type: "hub", name, hub, position };
}

/** Whole numbers from one to another, both included; the same for the same seed. (The generator is mulberry32.) */
type Chance = (from: number, to: number) => number;

function chance(seed: number): Chance {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return (from, to) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return from + (((mixed ^ (mixed >>> 14)) >>> 0) % (to - from + 1));
  };
}

const things =
  "account|email address|phone number|security code|password|passkey|NHS number|date of birth|GP surgery|photo of your passport|driving licence|video of your face|confirmation email|text message|reset link|registration letter|health record|browser|code app|trusted device".split(
    "|",
  );
const places =
  "Login and security settings|Change email address|Your devices|Reset your password|Connected services|Prove who you are|Send another code|Check your details".split(
    "|",
  );
const endings =
  "before you try again|while you are signed in|on the device that you use most|and wait for our answer|so that we can find it|as it stands in your letter|when the screen asks for it|if you still have it".split(
    "|",
  );

/** What the words of one article are chosen with. */
interface Words {
  readonly number: Chance;
  readonly one: (choices: readonly string[]) => string;
  readonly thing: () => string;
}

function words(seed: number): Words {
  const number = chance(seed);
  const one = (choices: readonly string[]) => choices[number(0, choices.length - 1)] ?? "";
  return { number, one, thing: () => one(things) };
}

/** A sentence as long as those of the seed. */
function sentence({ one, thing, number }: Words): string {
  return one([
    `Every time you sign in to a website or app, we check your ${thing()} and your ${thing()}.`,
    `You can change your ${thing()} in **${one(places)}** ${one(endings)}.`,
    `If you cannot remember your ${thing()}, look for the ${thing()} that we sent you.`,
    `This usually takes ${number(2, 9)} working days, and we send you an email when it is done.`,
    `There could be a problem with your ${thing()} or with your ${thing()}.`,
    `For security reasons, we cannot tell you anything about the ${thing()} of another person.`,
    `Make sure that you entered the right ${thing()} ${one(endings)}.`,
    `We can only connect one ${thing()} to your GP surgery’s system.`,
    `The link to confirm your ${thing()} expires ${number(12, 48)} hours after we email it to you.`,
    `We may have already updated the ${thing()} that you use to sign in.`,
    `You will need to tell us the ${thing()} that you use, ${one(endings)}.`,
  ]);
}

function paragraph(own: Words, sentences: number): string {
  return Array.from({ length: sentences }, () => sentence(own)).join(" ");
}

function expander(own: Words): string {
  const { number, one, thing } = own;
  const summary = `Change the ${thing()} for your ${thing()}`;
  const steps = Array.from(
    { length: number(3, 4) },
    () => `      <li>Select <strong>${one(places)}</strong> and enter your ${thing()} ${one(endings)}.</li>`,
  );
  const asHtml = [`    <p>To change it, you need your ${thing()}:</p>`, "    <ol>", ...steps, "    </ol>"];
  const asMarkdown = ["", `    ${paragraph(own, 2)}`, "", `    ${paragraph(own, 2)}`, ""];
  return [
    '<details class="nhsuk-details nhsuk-expander">',
    '  <summary class="nhsuk-details__summary">',
    '    <span class="nhsuk-details__summary-text">',
    `      ${summary}`,
    "    </span>",
    "  </summary>",
    '  <div class="nhsuk-details__text">',
    ...(number(0, 1) === 0 ? asHtml : asMarkdown),
    "  </div>",
    "</details>",
  ].join("\n");
}

function list(own: Words): string {
  const items = Array.from(
    { length: own.number(2, 4) },
    () => `- the ${own.thing()} that you used ${own.one(endings)}`,
  );
  return ["It may be because of one of these:", "", ...items].join("\n");
}

/** The blocks of a section; its contact link carries a code where it has one. */
function section(own: Words, heading: string, code: string | null): readonly string[] {
  const kind = own.number(0, 2);
  return [
    `## ${heading}`,
    paragraph(own, own.number(2, 3)),
    ...(kind === 0 ? [list(own)] : []),
    ...Array.from({ length: kind }, () => expander(own)),
    `[Contact us](/contact${code === null ? "" : `?error=${code}`} 'Contact us') so that we can put it right. ${sentence(own)}`,
    "---",
  ];
}

/** One article: its fields but for its place, and its body. */
function article(index: number): { readonly fields: Fields; readonly body: string } {
  const own = words(index + 1);
  const code = `CID${10_000 + index}`;
  const headings = Array.from(
    { length: 6 },
    (_, part) => `${own.one(faults)} your ${things[(index + part * 3) % things.length]}`,
  );
  const sections = [
    ...headings.map((heading) => section(own, heading, null)),
    section(own, `${code}: There may be a problem with your ${own.thing()}`, code),
    section(own, "If nothing on this page helps", null),
    // Too long for every checker, so that each has something to say of each article.
    `If you have waited for ${own.number(3, 9)} working days and nothing has come to the email address that you gave us, look for our email in your other folders before you contact us again.`,
  ];
  return {
    fields: {
      title: `Help with your ${own.thing()} (${index})`,
      subtitle: `What to do about your ${own.thing()} and your ${own.thing()}.`,
      pageName: `article-${index}`,
      type: "article",
      layout: "layouts/article.njk",
    },
    body: `${sections.flat().join("\n\n")}\n`,
  };
}

const faults =
  "You cannot use|There is a problem with|We cannot find|You have not received|Somebody else uses|You want to change".split(
    "|",
  );
