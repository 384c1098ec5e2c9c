import { describe, expect, test } from "vitest";
import { defaultFields } from "../../src/model/contact.ts";
import { article, inShort, siteFrom } from "../support/site-from.ts";

const services = "gp-online: GP online services\nhospital: Hospital letters\npharmacy: Order medicines\n";

async function faults(yaml: string, others: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const files = { "services.yml": services, "contact.yml": yaml, ...others };
  return (await siteFrom(files)).diagnostics.map(inShort);
}

/** A form with some more lines, the first of which is the third of the file. */
const form = (...lines: readonly string[]) =>
  ["form:", "  address: /contact/send", ...lines.map((line) => `  ${line}`), ""].join("\n");

describe("contact.yml", () => {
  test("gives the introduction, the medical notice, and the ways to get in touch in its order", async () => {
    const yaml = [
      "introduction: Have your reference ready.",
      "medical_notice: We look after accounts.",
      "ways:",
      "  - name: Phone\n    link: tel:0300",
      "  - name: Email\n    link: mailto:a@example.org",
      "",
    ].join("\n");
    const { site, diagnostics } = await siteFrom({ "contact.yml": yaml });
    expect(diagnostics).toEqual([]);
    expect(site.contact).toEqual({
      introduction: "Have your reference ready.",
      medicalNotice: "We look after accounts.",
      ways: [
        { name: "Phone", link: "tel:0300" },
        { name: "Email", link: "mailto:a@example.org" },
      ],
      form: null,
    });
  });

  test("may be missing: then there is no form and nothing to say", async () => {
    const { site, diagnostics } = await siteFrom({});
    expect(site.contact).toEqual({ introduction: null, medicalNotice: null, ways: [], form: null });
    expect(diagnostics).toEqual([]);
  });

  test.each([
    ["ways:\n  - link: tel:1\n", "error missing-field contact.yml:2:5"],
    ["ways:\n  - name: A\n    link: javascript:alert(1)\n", "error malformed-field contact.yml:3:11"],
    ["ways:\n  - name: A\n    lnik: tel:1\n", "warning unknown-field contact.yml:3:5"],
    ["ways: Phone\n", "warning malformed-field contact.yml:1:7"],
    ["way: []\n", "warning unknown-field contact.yml:1:1"],
    ["medical_notice: [a]\n", "warning malformed-field contact.yml:1:17"],
  ])("is checked like everything else: %j", async (yaml, fault) => {
    expect(await faults(yaml)).toEqual([fault]);
  });
});

describe("the form", () => {
  test("needs no more than an address", async () => {
    const { site, diagnostics } = await siteFrom({ "contact.yml": form() });
    expect(diagnostics).toEqual([]);
    expect(site.contact.form).toEqual({
      address: "/contact/send",
      fields: defaultFields,
      problems: [],
      firstServices: [],
      ticket: null,
    });
  });

  test("has other words at its questions, problems and first services in the order of the file, and a ticket", async () => {
    const yaml = form(
      "fields:",
      "  name: {label: Your name, hint: As on your card}",
      "  details: {required: false}",
      "problems:",
      "  sign-in: I cannot sign in",
      "  7: Seven",
      "  other: Something else",
      "first_services: [pharmacy, gp-online, pharmacy]",
      "ticket:",
      '  subject: "{problemName}: {code}"',
      '  requester.name: "{name}"',
      "  priority: 3",
    );
    const { site, diagnostics } = await siteFrom({ "services.yml": services, "contact.yml": yaml });
    expect(diagnostics).toEqual([]);
    expect(site.contact.form).toEqual({
      address: "/contact/send",
      fields: {
        ...defaultFields,
        name: { label: "Your name", hint: "As on your card", required: true },
        details: { label: null, hint: null, required: false },
      },
      problems: [
        { key: "sign-in", name: "I cannot sign in" },
        { key: "7", name: "Seven" },
        { key: "other", name: "Something else" },
      ],
      firstServices: ["pharmacy", "gp-online"],
      ticket: { subject: "{problemName}: {code}", "requester.name": "{name}", priority: "3" },
    });
  });

  test("without an address is none, which is a warning", async () => {
    const { site, diagnostics } = await siteFrom({ "contact.yml": "form:\n  problems:\n    other: Else\n" });
    expect(site.contact.form).toBeNull();
    expect(diagnostics.map(inShort)).toEqual(["warning missing-field contact.yml:2:3"]);
    expect(await faults("form:\n")).toEqual(["warning empty-field contact.yml:1:1"]);
    expect(await faults("form: /contact/send\n")).toEqual(["warning malformed-field contact.yml:1:7"]);
  });

  test.each([
    ["fields: {nmae: {label: A}}", "warning unknown-field contact.yml:3:12"],
    ["fields: {otherService: {label: A}}", "warning unknown-field contact.yml:3:12"],
    ["fields: {name: {lable: A}}", "warning unknown-field contact.yml:3:19"],
    ["fields: {name: {required: maybe}}", "warning malformed-field contact.yml:3:29"],
    ["fields: {name: A}", "warning malformed-field contact.yml:3:18"],
    ["fields: [name]", "warning malformed-field contact.yml:3:11"],
    ["problems: [I cannot sign in]", "warning malformed-field contact.yml:3:13"],
    ["problems: {Sign in: I cannot}", "error malformed-key contact.yml:3:14"],
    ["problems: {sign-in: }", "error missing-field contact.yml:3:14"],
    ["problems: {sign-in: [a]}", "error malformed-field contact.yml:3:23"],
    ["first_services: [gp-onlin]", "warning unknown-service contact.yml:3:20"],
    ["first_services: gp-onlin", "warning unknown-service contact.yml:3:19"],
    ["adress: /contact/post", "warning unknown-field contact.yml:3:3"],
    ["ticket: subject", "warning malformed-field contact.yml:3:11"],
    ["ticket: {subject: '{nmae}'}", "error malformed-ticket contact.yml:3:21"],
    ["ticket: {a.__proto__.b: '{name}'}", "error malformed-ticket contact.yml:3:27"],
    ["ticket: {a..b: '{name}'}", "error malformed-ticket contact.yml:3:18"],
    ["ticket: {requester: {name: '{name}'}}", "error malformed-ticket contact.yml:3:12"],
    ["ticket: {__proto__: x}", "error dangerous-field contact.yml:3:12"],
  ])("is checked like everything else: %j", async (line, fault) => {
    expect(await faults(form(line))).toEqual([fault]);
  });

  test("offers the service that was meant, by its key or its name", async () => {
    const fixes = async (first: string) => {
      const files = { "services.yml": services, "contact.yml": form(`first_services: [${first}]`) };
      return (await siteFrom(files)).diagnostics.map(({ fix }) => fix);
    };
    expect(await fixes("gp-onlin")).toEqual(["If you mean gp-online, write that; if not, add gp-onlin to services.yml"]);
    expect(await fixes("Hospital letters")).toEqual([expect.stringContaining("If you mean hospital,")]);
    expect(await fixes("screening")).toEqual(["Write a key of services.yml, or add the service there"]);
  });

  test("says nothing of a first service while services.yml has an error of its own", async () => {
    const others = { "services.yml": "GP Online: GP online services\n" };
    expect(await faults(form("first_services: [gp-online]"), others)).toEqual(["error malformed-key services.yml:1:1"]);
  });

  test("has no ticket at all where a line of it is wrong", async () => {
    const { site } = await siteFrom({ "contact.yml": form("ticket: {a: '{name}', b: '{nmae}'}") });
    expect(site.contact.form?.ticket).toBeNull();
  });
});

describe("the form's address", () => {
  const at = (address: string) => faults(`form:\n  address: ${JSON.stringify(address)}\n`, around);
  const around = {
    "passwords.md": article("Words.\n", { aliases: "[/old-passwords/]" }),
    "images/letter.png": "",
  };

  test.each(["/contact/send", "/send", "/a/b/c", "https://forms.example.org/help", "https://forms.example.org:8443"])(
    "may be %s",
    async (address) => {
      expect((await at(address)).filter((fault) => fault.includes("contact.yml"))).toEqual([]);
    },
  );

  test.each([
    "contact/send",
    "//evil.example/",
    "/\\evil.example",
    "/a//b",
    "/a/../contact",
    "/./a",
    "http://forms.example.org/",
    "https:/forms.example.org/",
    "https://user:secret@forms.example.org/",
    "https://forms.example.org/a//b",
    "https://forms.example.org:99999",
    "https://",
    "javascript:alert(1)",
    "mailto:help@example.org",
    "/send?key=1",
    "/send#a",
    "/send here",
    "/send\ninto: a",
    '/send"><script>',
    "/send;x",
    "",
  ])("must not be %j", async (address) => {
    expect(await at(address)).toContain("error malformed-field contact.yml:2:12");
  });

  test.each([
    "/",
    "/contact",
    "/contact/",
    "/Contact/index.html",
    "/contact/sent",
    "/contact/CID7023",
    "/contact/cid7023/",
    "/errors/CID7023/",
    "/api/send",
    "/assets/send",
    "/search/",
    "/404.html",
    "/passwords",
    "/Passwords/index.html",
    "/old-passwords/",
    "/images/letter.png",
  ])("must not be %s, where something else is", async (address) => {
    expect(await at(address)).toContain("error taken-form-address contact.yml:2:12");
  });
});
