import { describe, expect, test } from "vitest";
import { privateDetails } from "../../src/content/private-details.ts";
import { applyEdits } from "../../src/report/apply-edits.ts";
import { article, hub, inShort, page, siteFrom } from "../support/site-from.ts";

/** What is found in a line, as it is written there. */
function found(line: string): readonly string[] {
  return privateDetails({ file: "a.md", text: `First line\n${line}\n` }).map(({ rule, severity, span }) => {
    expect(span.line).toBe(2);
    return `${severity} ${rule}: ${line.slice(span.column - 1, span.endColumn - 1)}`;
  });
}

const hex = "9f86d081884c7d659a2feaa0c55ad015";
const awsKey = `AKIA${"IOSFODNN7EXAMPLE"}`;
const keyHeader = (kind: string) => `-----BEGIN ${kind}PRIVATE KEY-----`;
const jwt = `eyJ${"hbGciOiJIUzI1NiJ9"}.eyJ${"zdWIiOiIxMjM0NTY3ODkwIn0"}.dozjgNryP4J3jVmNHl0w5N`;

describe("secret", () => {
  test.each([
    "Your password: choose 3 words that nobody can guess",
    "password=correct-horse-battery-staple-and-more",
    "Select **Forgotten your password**: a link comes by email",
    "token: 2026-01-31T12:00:00+00:00",
    "secret: https://www.nhs.uk/conditions/",
    "[Guide](https://support.google.com/mail/answer/7015314?sjid=17584974477078910830-EU)",
    `sha256 ${hex}`,
    "AKIA is how such a key starts",
    "https://www.nhs.uk/@name https://localhost:8080/a@b https://example.org:8080@x.org/",
    "https://user:password@example.org/ or https://user:<password>@example.org/",
    "Write to a:b@example.org",
  ])("lets %j be", (line) => {
    expect(found(line)).toEqual([]);
  });

  test.each([
    [awsKey, awsKey],
    [`${keyHeader("RSA ")} more`, keyHeader("RSA ")],
    [keyHeader(""), keyHeader("")],
    [`Bearer ${jwt}`, jwt],
    [`<!-- api_key = "${hex}" -->`, hex],
    [`[Reset](https://example.org/?access_token=${hex})`, hex],
    [`Password: ${hex}`, hex],
    [`token=${jwt}`, jwt],
    ["[a](https://admin:Secret123@x.example/)", "Secret123"],
    ["postgres://help:9%2Fhorse@[::1]/help", "9%2Fhorse"],
    [`ghp_${"a1B2".repeat(9)}`, `ghp_${"a1B2".repeat(9)}`],
  ])("finds the one in %j, once", (line, secret) => {
    expect(found(line)).toEqual([`error secret: ${secret}`]);
  });
});

describe("nhs-number", () => {
  test.each([
    ["numbers kept for tests", "999 000 0018 and 9990000018"],
    ["numbers whose last digit is wrong", "943 476 5918 and 9434765918"],
    ["telephone numbers", "0300 123 4567, 01204 123456, 0434765919 and +44 943 476 5919"],
    ["parts of longer numbers", "19434765919, 94347659190, 943 476 5919 1 and 12 943 476 5919"],
    ["parts of addresses and codes", "https://a.org/9434765919 ?id=9434765919 A9434765919 #9434765919 9434765919.pdf"],
    ["one digit ten times", "1111111111"],
    ["other groups of digits", "94 3476 5919 and 943-476 5919"],
    ["sums", "£9434765919 and 9434765919%"],
  ])("lets %s be", (_, line) => {
    expect(found(line)).toEqual([]);
  });

  test.each([
    ["Your number is 943 476 5919.", "943 476 5919"],
    ["(9434765919)", "9434765919"],
    ["<!-- 943-476-5919 -->", "943-476-5919"],
    ["**943 476 5919**, for example", "943 476 5919"],
  ])("finds the one in %j", (line, number) => {
    expect(found(line)).toEqual([`warning nhs-number: ${number}`]);
  });
});

describe("personal-email", () => {
  test.each([
    "noreply@login.nhs.uk",
    "help@nhs.net",
    "account.support@nhs.net",
    "no.reply@nhs.uk",
    "data.protection@example.gov.uk",
    "england.enquiries@nhs.net",
    "firstname.lastname@nhs.net",
    "your.name@gmail.com",
    "yourname@hotmail.com, name123@yahoo.co.uk, someone@gmail.com, joebloggs@outlook.com and abc@gmail.com",
    "highstreetsurgery@gmail.com, info2@btinternet.com and jb@gmail.com",
    "john@example.org, john@nhs.net and jane@gmail.com.example.org",
    "jane.smith@example.org",
    "a.b@nhs.net",
    "Write to jane.smith at nhs.net",
    "https://example.org/@jane.smith@nhs.net.example.org",
  ])("lets %s be", (line) => {
    expect(found(line)).toEqual([]);
  });

  test.each([
    ["Ask jane.smith@nhs.net.", "jane.smith@nhs.net"],
    ["[Jane](mailto:Jane.Smith12@example.nhs.uk?subject=Help)", "Jane.Smith12@example.nhs.uk"],
    ["owner: j.o'neill@dhsc.gov.uk", "j.o'neill@dhsc.gov.uk"],
    ["anne-marie.jones@gmail.com", "anne-marie.jones@gmail.com"],
    ["Write to john@gmail.com.", "john@gmail.com"],
    ["<maryjones1962@hotmail.co.uk>", "maryjones1962@hotmail.co.uk"],
    ["[Ann](mailto:ann_lee+forms1@btinternet.com)", "ann_lee+forms1@btinternet.com"],
  ])("finds the one in %j", (line, address) => {
    expect(found(line)).toEqual([`warning personal-email: ${address}`]);
  });
});

/** What is made of a text, where it stands alone in a file. */
function withoutHidden(text: string): string {
  return applyEdits(new Map([["a.md", text]]), privateDetails({ file: "a.md", text })).texts.get("a.md") ?? text;
}

describe("hidden-character", () => {
  test.each([
    ["soft hyphens and spaces that never break", "pass\u00ADword 5\u00A0mg"],
    ["joiners of emoji and of scripts", "👩\u200D⚕ می\u200Cخواهم"],
    ["directions beside words from right to left", "\u2066שלום\u2069 and \u202Bمرحبا\u202C"],
    ["places where Thai and Japanese lines may break", "ภาษา\u200Bไทย 日本\u200B語"],
  ])("lets %s be", (_, line) => {
    expect(found(line)).toEqual([]);
  });

  test.each([
    ["pass\u200Bword", "\u200B"],
    ["a \uFEFF\u2060b", "\uFEFF\u2060"],
    ["title: exe.\u202Egro.live", "\u202E"],
    ["שלום \u202Dabc", "\u202D"],
    ["a \u2067b", "\u2067"],
  ])("finds the one in %j", (line, character) => {
    expect(found(line)).toEqual([`warning hidden-character: ${character}`]);
  });

  test.each([
    ["pass\u200Bword\n", "password\n"],
    ["title: a\u2060\u200B b\uFEFF\n", "title: a b\n"],
    ["Go \u2066here\u2069.\n", "Go here.\n"],
    ["exe.\u202Egro.live\u202C\n", "exe.\u202Egro.live\u202C\n"],
    ["\u200B# a\n", "\u200B# a\n"],
    ["*\u200B*a**\n", "*\u200B*a**\n"],
    ["title:\u200B a\n", "title:\u200B a\n"],
  ])("makes of %j, where nothing beside it changes, %j", (text, mended) => {
    expect(withoutHidden(text)).toBe(mended);
  });

  test("is found in a line that is very long", () => {
    expect(found("a\u200B".repeat(50_000))).toHaveLength(50_000);
  });
});

describe("private details", () => {
  const number = "943 476 5919";

  test("are found in fields, in comments, on every type of page and in registers", async () => {
    const { diagnostics } = await siteFrom({
      "a.md": article(`<!--\n${number}\n-->\n\nWords.`, { subtitle: number }),
      "h.md": hub("h", { owner: "jane.smith@nhs.net" }),
      "p.md": page({ type: "page", title: "P" }, number),
      "site.yml": `name: Help\nbanner: ${number}\n`,
    });
    expect(diagnostics.map(inShort)).toEqual([
      "warning nhs-number a.md:3:11",
      "warning nhs-number a.md:10:1",
      "warning personal-email h.md:8:8",
      "warning nhs-number p.md:6:1",
      "warning nhs-number site.yml:2:9",
    ]);
  });

  test("of a draft are nobody's business yet", async () => {
    const { diagnostics } = await siteFrom({ "a.md": article(number, { draft: "true" }) });
    expect(diagnostics).toEqual([]);
  });

  test("are found on the first line and the last, where lines end nowhere else", () => {
    const said = privateDetails({ file: "a.md", text: `${number}\n\n${number}` });
    expect(said.map(({ span }) => [span.line, span.column])).toEqual([
      [1, 1],
      [3, 1],
    ]);
  });

  test("are found line by line in a file that holds nothing else", () => {
    const said = privateDetails({ file: "a.md", text: `${number}\n`.repeat(70_000) });
    expect([said.length, said.at(-1)?.span.line]).toEqual([70_000, 70_000]);
  });

  test("are found in a line that is very long", () => {
    const words = "a'-.".repeat(100_000);
    expect(privateDetails({ file: "a.md", text: `${words} ${number}` })).toHaveLength(1);
  });
});
