import { describe, expect, test } from "vitest";
import { githubReport } from "../../src/report/github.ts";
import { deadLink, doubledWord, hostile } from "./diagnostics.ts";

/** A line as GitHub's runner reads it: the order, its properties and its message, each unescaped. */
function read(line: string) {
  const [, order = "", written = "", message = ""] = /^::(\S+) (.*?)::(.*)$/.exec(line) ?? [];
  const unescape = (text: string, signs: Readonly<Record<string, string>>) =>
    text.replace(/%[0-9A-F]{2}/g, (code) => signs[code] ?? code);
  const data = { "%25": "%", "%0D": "\r", "%0A": "\n" };
  const properties = written.split(",").map((pair) => {
    const [name = "", value = ""] = pair.split(/=(.*)/s);
    return [name, unescape(value, { ...data, "%3A": ":", "%2C": "," })];
  });
  return { order, properties: Object.fromEntries(properties) as unknown, message: unescape(message, data) };
}

describe("githubReport", () => {
  test("says each diagnostic in an order of its own, errors first", () => {
    expect(githubReport([doubledWord, deadLink], "content")).toBe(
      [
        "::error file=content/manage/passwords.md,line=2,col=16,endColumn=24,title=broken-link::The link leads to /contcat, and there is no such page%0AWhy: A citizen who follows it would find an error page%0ADo: Change it to /contact",
        '::warning file=content/a b.md,line=7,col=4,endColumn=8,title=doubled-word::The word "the" stands here twice%0AWhy: A screen reader reads it twice%0ADo: Delete one of them',
        "",
      ].join("\n"),
    );
  });

  test("lets no content give an order, nor get out of its property", () => {
    const lines = githubReport([hostile], "content").split(/[\r\n\u2028\u2029]/);
    expect(lines).toHaveLength(2);
    const { order, properties, message } = read(lines[0] ?? "");
    expect([order, properties]).toEqual([
      "error",
      {
        file: "content/a,line=9::b%0A\uFFFD\uFFFD::error::c.md",
        line: "2",
        col: "16",
        endColumn: "24",
        title: "broken-link",
      },
    ]);
    expect(message.split("\n")).toEqual([
      "x\uFFFD::set-output name=a::b %0A ##\u2060[error]y",
      "Why: ::error::w\uFFFD[2J",
      "Do: \uFFFD::warning::f",
    ]);
  });

  test("says nothing where nothing is wrong", () => {
    expect(githubReport([], "content")).toBe("");
  });
});
