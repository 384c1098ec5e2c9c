import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { referenceIn, referencesNear } from "../../assets/scripts/reference.ts";

const codes = ["CID2011", "CID7000", "CID7023", "CID70231"];

describe("referenceIn", () => {
  test.each([
    "CID7023",
    "cid7023",
    " cid 7023 ",
    "CID-7023",
    "CID – 7023",
    "CID70 23",
    "7023",
    "70 23",
    "CID7O23",
    "cid 7o23",
    "ＣＩＤ７０２３",
    "Reference CID7023",
    "what does CID7023. mean?",
    "it says CID 70 23, what now",
    "it says C I D 7 0 2 3",
  ])("finds CID7023 in the search %j", (typed) => {
    expect(referenceIn(typed, codes)).toBe("CID7023");
  });

  test.each([
    "/errors/CID7023/",
    "/errors/cid7023",
    "/CID7023.html",
    "/help/errors/7023",
    "/help/errors/7023.html",
    "/errors/7O23/index.html",
    "/errors/cid/7023/",
    "/errors/cid%207023",
    "/errors/cid-7023-we-cannot-connect/",
    "/CID7023/contact",
    "//errors//CID7023//",
  ])("finds CID7023 in the address %j", (path) => {
    expect(referenceIn(path, codes)).toBe("CID7023");
  });

  test("tells codes apart that start alike, and zeros in each", () => {
    expect(referenceIn("cid 70231", codes)).toBe("CID70231");
    expect(referenceIn("/CID70231/", codes)).toBe("CID70231");
    expect(referenceIn("cidtooo cid7ooo", codes)).toBe("CID7000");
  });

  test("takes a zero for the letter O in a prefix too", () => {
    expect(referenceIn("err0r12", ["ERROR12"])).toBe("ERROR12");
  });

  test.each([
    "",
    "CID",
    "CID9999",
    "CID702",
    "CID702311",
    "XCID7023",
    "I called 7023 times",
    "/7023/passwords/",
    "/errors/",
    "/%zz/CID9",
    "<img src=x onerror=alert(1)>",
  ])("finds nothing in %j", (text) => {
    expect(referenceIn(text, codes)).toBeNull();
  });

  test("finds nothing where no code is known", () => {
    expect(referenceIn("", [])).toBeNull();
    expect(referenceIn("CID7023", [])).toBeNull();
  });

  test("answers with a code that is known or with nothing, whatever it is given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), (text) => {
        const found = referenceIn(text, codes);
        expect(found === null || codes.includes(found)).toBe(true);
      }),
    );
  });

  test("finds every code, however its parts are spelled and wherever it stands", () => {
    const spelled = fc.record({
      code: fc.constantFrom(...codes),
      gap: fc.constantFrom("", " ", "-", "%20", "/"),
      small: fc.boolean(),
      around: fc.constantFrom("@", "/@", "/errors/@/", "/@.html", "what is @?"),
    });
    fc.assert(
      fc.property(spelled, ({ code, gap, small, around }) => {
        const typed = code.replaceAll("0", small ? "o" : "0").replace("CID", `CID${gap}`);
        expect(referenceIn(around.replace("@", small ? typed.toLowerCase() : typed), codes)).toBe(code);
      }),
    );
  });
});

describe("referencesNear", () => {
  test.each(["CID7024", "7024", "cid 7o24", "CID-702", "CID70234", "ＣＩＤ７０２４", " cid7032 "])(
    "offers CID7023 for %j",
    (typed) => {
      expect(referencesNear(typed, ["CID2011", "CID7023"])).toEqual(["CID7023"]);
    },
  );

  test("offers all that are as near, in their order, and at most ten", () => {
    expect(referencesNear("7025", ["CID7023", "CID7024", "CID7045", "CID8888"])).toEqual([
      "CID7023",
      "CID7024",
      "CID7045",
    ]);
    const many = Array.from({ length: 30 }, (_, index) => `CID${7000 + index}`);
    expect(referencesNear("700", many)).toEqual(many.slice(0, 10));
  });

  test.each([
    "",
    "CID",
    "words",
    "7023 and 7029",
    "9999",
    "CID7045x",
    "7".repeat(600),
    "<b>7024</b>",
    "XID7024",
    "a 7024",
  ])("offers none for %j", (typed) => {
    expect(referencesNear(typed, ["CID2011", "CID7023"])).toEqual([]);
  });
});
