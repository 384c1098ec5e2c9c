import { describe, expect, test } from "vitest";
import { misspelledWord } from "../../../src/checks/rules/misspelled-word.ts";
import { runRules } from "../../../src/checks/run-rules.ts";
import { saidBy } from "../../support/run-rule.ts";
import { article, page, siteFrom } from "../../support/site-from.ts";
import { advice, marked } from "../words.ts";

describe("misspelled-word", () => {
  test.each([
    "You will receive a code. It does not matter whose phone it is.",
    "Patients' phones, a patient's phone, o'clock, they'll, mustn’t, etc.",
    "A café, a naïve cafe\u0301, two-factor, re-send, e-book, walk-in, self-employed.",
    "Numbers: 1st, 24-hour, b12x, CID2011, qzx-19.",
    "NHS, URLs, PDFs, iPhone, JavaScript, OpenQzx, QZX-approved, non-Kowalskian.",
    "Send it to Zzyzek Qworp at Qworp. Qworp answers.",
    "eg, ie, ok, mg, and/orx, his/herx, code(s), f***ing.",
    "recieve@example.org, www.recieve.com, recieve.pdf, .recieve, recieve_it, C:\\recieve, #recieve, @recieve, https://recieve.example/recieve",
    'Write `recieve`, <span lang="cy">cyfrinair</span> and select **Recieve**. It says "you recieve".',
    "Soft\u00ADwarre and bro\u200Bowser.",
    "Xiaomy sends a code. Revolut sells it. Qworpx helps.",
    "## Qworpian\n\nWords.\n\n| Pasword | Use |\n| --- | --- |\n| Acount | no |",
  ])("accepts %j", async (body) => {
    expect(await marked(misspelledWord, body)).toEqual([]);
  });

  test.each([
    ["You will recieve a code.", ["recieve"]],
    ["Recieve a code.", ["Recieve"]],
    ["- Acount details", ["Acount"]],
    ["## How to recieve it", ["recieve"]],
    ["The recieve-only phone's self-recieved pasword's end.", ["recieve", "recieved", "pasword"]],
    ["The color of it doesnt matter in london.", ["color", "doesnt", "london"]],
    ["Your **bank** and [recieve](https://example.org/) it.", ["recieve"]],
    ["Open it – recieve it, “and” see (or recieved).", ["recieve", "recieved"]],
  ])("marks the words at fault in %j", async (body, words) => {
    expect(await marked(misspelledWord, body)).toEqual(words);
  });

  test.each([
    ["You recieve it.", "Write receive. If the word is right, add it to dictionary.txt"],
    ["Favorite it is.", "Write Favourite. If the word is right, add it to dictionary.txt"],
    ["A witch wich left.", "Write which, winch or witch. If the word is right, add it to dictionary.txt"],
    ["A qzxqzxqzx left.", "Correct it. If the word is right, add it to dictionary.txt"],
    [
      "We recieve and recieve.",
      "Write receive, here and in 1 more place. If the word is right, add it to dictionary.txt",
    ],
    [
      "Recieve it. We recieve and recieve.",
      "Write receive, here and in 2 more places. If the word is right, add it to dictionary.txt",
    ],
  ])("says of %j what to do", async (body, fix) => {
    expect(await advice(misspelledWord, body)).toEqual([fix]);
  });

  test("tells a word once on each page", async () => {
    const body = article("We recieve it.\n\nWe recieve it.\n");
    const said = await saidBy(misspelledWord, { "a.md": body, "b.md": body });
    expect(said.map(({ span }) => `${span.file}:${span.line}`)).toEqual(["a.md:9", "b.md:9"]);
  });

  test("reads title, short title and subtitle, in quotes or without", async () => {
    const fields = { title: "Recieve a code", short_title: '"A pasword"', subtitle: "About teh rest" };
    expect(await marked(misspelledWord, "Words.", fields)).toEqual(["Recieve", "teh", "pasword"]);
    expect(await marked(misspelledWord, "Words.", { title: String.raw`"A \"large\" pasword"` })).toEqual([
      String.raw`"A \"large\" pasword"`,
    ]);
  });

  test("leaves pages in another language alone, and their fields", async () => {
    const fields = { lang: "cy", title: "Codau diogelwch", subtitle: "Sut i gael cod diogelwch newydd" };
    expect(await marked(misspelledWord, "Rhowch eich cyfrinair yma a dewiswch.", fields)).toEqual([]);
  });

  test("tells a paragraph in another language once, and asks for its name", async () => {
    const body = "Rhowch eich cyfrinair newydd yma a dewiswch.\n\nDewiswch eich cyfrinair newydd yma heddiw.\n";
    const said = await saidBy(misspelledWord, body);
    expect(said.map(({ span, message }) => [span.line, message])).toEqual([
      [9, 'Many words here are not in the dictionary; the first is "Rhowch"'],
    ]);
    expect(said[0]?.fix).toContain('<span lang="cy">');
  });

  test("takes a word for a name that has a capital within a sentence on another page", async () => {
    const files = { "a.md": article("Acount sends a code.\n"), "b.md": article("Open Acount.\n", { position: "2" }) };
    expect(await saidBy(misspelledWord, { "a.md": files["a.md"] })).toHaveLength(1);
    expect(await saidBy(misspelledWord, files)).toEqual([]);
    expect(await saidBy(misspelledWord, { "a.md": files["a.md"], "site.yml": "name: My Acount help\n" })).toEqual([]);
  });

  test("knows the words of dictionary.txt: in small letters in every way, with capitals as they stand", async () => {
    const dictionary = "recieve\nAcount # a name\npasword’s\n";
    const body = "Recieve it, recieve it, self-recieve it. Acount sends it, and acount. A pasword's end, a pasword.";
    expect(
      (await saidBy(misspelledWord, { "page.md": article(body), "dictionary.txt": dictionary })).map(
        ({ message }) => message.split('"')[1],
      ),
    ).toEqual(["acount", "pasword"]);
  });

  test("is silent where dictionary.txt cannot be read", async () => {
    const { site } = await siteFrom({ "page.md": article("We recieve it.") });
    expect(runRules([misspelledWord], site)).toHaveLength(1);
    expect(runRules([misspelledWord], { ...site, dictionary: null })).toEqual([]);
  });

  test("may be allowed on a page", async () => {
    const fields = { title: "Recieve", subtitle: "A word", type: "article", hub: "home", allow: "[misspelled-word]" };
    expect(await saidBy(misspelledWord, { "page.md": page(fields, "We recieve it.") })).toEqual([]);
  });
});
