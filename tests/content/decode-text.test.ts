import { describe, expect, test } from "vitest";
import { decodeText } from "../../src/content/decode-text.ts";
import { inShort } from "../support/site-from.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function faults(content: Uint8Array): readonly string[] {
  return decodeText("page.md", content).diagnostics.map(inShort);
}

describe("decodeText", () => {
  test("accepts UTF-8 of every script, and says nothing", () => {
    const text = "Naïve – 日本 – 👩‍⚕️\n";
    expect(decodeText("page.md", bytes(text))).toEqual({ ok: true, text, diagnostics: [] });
  });

  test.each([
    ["Windows", "one\r\ntwo\r\n"],
    ["old Macs", "one\rtwo\r"],
    ["several systems", "one\r\ntwo\n"],
  ])("reads the line ends of %s as ours", (_, text) => {
    expect(decodeText("page.md", bytes(text))).toMatchObject({ ok: true, text: "one\ntwo\n" });
  });

  test("leaves out the byte order mark", () => {
    expect(decodeText("page.md", bytes("\uFEFF---\ntitle: A\n"))).toMatchObject({ ok: true, text: "---\ntitle: A\n" });
  });

  test("names the byte at which another encoding shows", () => {
    const latin1 = Uint8Array.from([...bytes("ab\ncaf"), 0xe9, ...bytes(" au lait")]);
    const reading = decodeText("page.md", latin1);
    expect(reading.ok).toBe(false);
    expect(reading.diagnostics.map(inShort)).toEqual(["error not-utf-8 page.md:2:4"]);
    expect(reading.diagnostics[0]?.message).toContain("byte 7 ");
  });

  test.each([
    ["UTF-16, little end first", [0xff, 0xfe, 0x41, 0x00]],
    ["UTF-16, big end first", [0xfe, 0xff, 0x00, 0x41]],
    ["a character cut off at the end", [0x41, 0xe2, 0x82]],
    ["a lone continuation byte", [0x80]],
  ])("refuses %s", (_, content) => {
    expect(faults(Uint8Array.from(content))).toHaveLength(1);
  });

  test.each(["", " \n\t\n"])("refuses a file with nothing in it (%j)", (text) => {
    expect(faults(bytes(text))).toEqual(["error empty-file page.md:1:1"]);
  });

  test("refuses a conflict that nobody has solved, at its first line", () => {
    expect(faults(bytes("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\n"))).toEqual(["error conflict-marker page.md:2:1"]);
  });

  test("accepts an underline of seven equals signs, which makes a heading", () => {
    expect(faults(bytes("Heading\n=======\n"))).toEqual([]);
  });

  test("shows the sign that was meant where a program has carried over its number", () => {
    const reading = decodeText("page.md", bytes("It\u0092s \u0093here\u0094\n"));
    expect(reading).toMatchObject({ ok: true, text: "It’s “here”\n" });
    expect(reading.diagnostics.map(inShort)).toEqual(["warning misread-character page.md:1:3"]);
  });

  test("leaves out control characters, and names each line that has one", () => {
    const reading = decodeText("page.md", bytes("a\u0000b\n\tc\n\u001Bd\n"));
    expect(reading).toMatchObject({ ok: true, text: "ab\n\tc\nd\n" });
    expect(reading.diagnostics.map(inShort)).toEqual(["warning control-character page.md:1:2", "warning control-character page.md:3:1"]);
  });
});
