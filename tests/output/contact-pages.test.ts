import { join } from "node:path";
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { contactFieldNames, longestTexts, readMessage } from "../../src/model/contact-message.ts";
import { defaultFields } from "../../src/model/contact.ts";
import type { ContactForm } from "../../src/model/contact.ts";
import type { MessageFault } from "../../src/model/contact-message.ts";
import type { Site } from "../../src/model/site.ts";
import { contactFormView, emptyForm, requiredFields } from "../../src/output/contact-form-view.ts";
import type { ContactFormState } from "../../src/output/contact-form-view.ts";
import { contactEntries, contactFormPage, contactSentEntries } from "../../src/output/contact-pages.ts";
import type { LayoutText } from "../../src/output/entry.ts";
import { wordsAt } from "../../src/output/layout-words.ts";
import { openLayouts } from "../../src/output/layouts.ts";
import { sitePages } from "../../src/output/render-pages.ts";
import { all, attribute, everyElement, only, rawText, textOf } from "../support/page.ts";
import type { Element, Node } from "../support/page.ts";
import { assetsOfTest, formTo, reference, service, siteOf } from "./site-values.ts";

const layouts = openLayouts(join(import.meta.dirname, "../../layouts"));
const text = layouts.text("en");
const references = [
  reference({ code: "CID2011", title: "Your number has changed" }),
  reference({ code: "CID7023", title: "No connection" }),
];
const services = [service("gp", "GP online"), service("nhs-app", "NHS App"), service("vaccines", "Vaccines")];
const problems = [
  { key: "sign-in", name: "I cannot sign in" },
  { key: "else", name: "Something else" },
];
const whole = { problems, firstServices: ["nhs-app"] };

/** A site under a path with all that a form can ask. */
function siteWith(form: Partial<ContactForm> = whole, more: Partial<Site> = {}): Site {
  const settings = { url: "https://help.example.org/help/", pathPrefix: "/help/" };
  const contact = { form: formTo("/contact/send", form) };
  return { ...siteOf({ settings, services, errorReferences: references, contact }), ...more };
}

/** The same with a page whose title and address want care. */
function siteOfPages(): Site {
  const written = siteOf({ plainPages: [{ file: "manage/caf\u00e9.md", title: "Your <b>caf\u00e9</b>" }] });
  return siteWith(whole, { plainPages: written.plainPages });
}

function formOf(site: Site, state: Partial<ContactFormState> = {}) {
  const view = contactFormView(site, text, { ...emptyForm, ...state });
  if (view === null) throw new Error("There is no form");
  return view;
}

/** The page that a receiver answers with. */
function pageOf(state: Partial<ContactFormState> = {}, site = siteWith()) {
  const html = contactFormPage(site, layouts, assetsOfTest.view)({ ...emptyForm, ...state });
  const document = parse(html);
  return { html, document, main: only(document, "main") };
}

function labelOf(main: Node, id: string): string {
  const label = all(main, `label[for="${id}"]`);
  expect(label).toHaveLength(1);
  return textOf(label[0]!);
}

function describedBy(main: Node, element: Element): readonly string[] {
  const ids = attribute(element, "aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => textOf(only(main, `#${id}`)));
}

describe("the contact pages", () => {
  const entries = contactEntries(siteWith(), layouts.text);

  test("are one about nothing and one about each error code, each with a name of its own", () => {
    const facts = entries.map(({ address, title, description, pageName }) => [address, title, description, pageName]);
    expect(facts).toEqual([
      ["/contact/", "Contact us", "How to get in touch with Help centre.", "contact"],
      [
        "/contact/CID2011/",
        "Contact us about CID2011",
        "Ask us about error reference CID2011: Your number has changed.",
        "contact-cid2011",
      ],
      [
        "/contact/CID7023/",
        "Contact us about CID7023",
        "Ask us about error reference CID7023: No connection.",
        "contact-cid7023",
      ],
    ]);
  });

  test("lead back to the page about nothing, which alone search engines may list", () => {
    expect(entries.map(({ breadcrumbs }) => breadcrumbs.map(({ href }) => href))).toEqual([
      ["/help/"],
      ["/help/", "/help/contact/"],
      ["/help/", "/help/contact/"],
    ]);
    expect(entries.map(({ indexed }) => indexed)).toEqual([true, false, false]);
  });

  test("know the code that they are about, or all codes that an address may name", () => {
    const [general, , about] = entries.map(({ contact }) => contact);
    expect(general).toMatchObject({ reference: null, codes: ["CID2011", "CID7023"] });
    expect(about?.reference).toEqual({
      code: "CID7023",
      spelled: "C I D 7 0 2 3",
      title: "No connection",
      href: "/help/errors/CID7023/",
    });
    expect(about?.codes).toEqual([]);
  });

  test("share one form, so that it is made once for a thousand of them", () => {
    expect(new Set(entries.map(({ contact }) => contact?.form)).size).toBe(1);
  });

  test("are there without a form too, and nothing says that a message has come", () => {
    const site = siteWith({}, { contact: { introduction: null, medicalNotice: null, ways: [], form: null } });
    expect(contactEntries(site, layouts.text).map(({ contact }) => contact?.form)).toEqual([null, null, null]);
    expect(contactSentEntries(site, layouts.text)).toEqual([]);
  });
});

describe("the page that says that a message has come", () => {
  const site = siteWith();
  const pages = sitePages({ site, layouts, assets: assetsOfTest.view });
  const entry = pages.entries.find(({ type }) => type === "contact-sent");

  test("says what happens next and shows the ways on, in no search engine", () => {
    expect(entry).toMatchObject({ address: "/contact/sent/", title: "We have your message", indexed: false });
    const document = parse(entry ? pages.render(entry) : "");
    expect(attribute(only(document, 'meta[name="robots"]'), "content")).toBe("noindex");
    const main = only(document, "main");
    expect(textOf(main)).toContain("What happens next");
    const hrefs = all(main, "a").map((link) => attribute(link, "href"));
    expect(hrefs).toEqual(["/help/", "tel:999", "https://111.nhs.uk/", "tel:03001234567"]);
    expect(all(main, "form")).toEqual([]);
  });
});

describe("the form", () => {
  test("asks in the layouts' words, and in those of contact.yml where it has some", () => {
    const labels = (view: ReturnType<typeof formOf>) => contactFieldNames.map((name) => view.fields[name].label);
    expect(labels(formOf(siteWith()))).toEqual([
      "Full name",
      "Email address",
      "Which website or app were you using?",
      "Which website or app were you using?",
      "What do you need help with?",
      "What happened?",
    ]);
    const fields = { ...defaultFields, details: { label: "Tell us more", hint: "In a few words", required: false } };
    expect(formOf(siteWith({ ...whole, fields })).fields.details).toMatchObject({
      label: "Tell us more (optional)",
      hint: "In a few words",
    });
  });

  test("shows every word that the layouts have for it", () => {
    const fields = Object.fromEntries(
      Object.entries(defaultFields).map(([name, field]) => [name, { ...field, required: false }]),
    ) as unknown as typeof defaultFields;
    const words = textOf(pageOf({}, siteWith({ ...whole, fields })).main);
    for (const own of textsIn(text, "contact.form.fields")) expect(words).toContain(own);
  });

  test("leads to the privacy page, where there is one", () => {
    const privacy = { file: "about/privacy.md", title: "Your privacy", layout: "privacy.njk" };
    const { plainPages } = siteOf({ plainPages: [{ file: "cookies.md" }, privacy] });
    const { main } = pageOf({}, siteWith(whole, { plainPages }));
    expect(textOf(only(main, 'form a[href="/help/about/privacy/"]'))).toBe("Your privacy");
    expect(all(pageOf().main, "form a")).toEqual([]);
  });

  test("is sent to a path of the site, or to another host", () => {
    expect(formOf(siteWith())).toMatchObject({ action: "/help/contact/send", sentHref: "/help/contact/sent/" });
    const elsewhere = siteWith();
    const form = formTo("https://forms.example.org/send");
    expect(formOf({ ...elsewhere, contact: { ...elsewhere.contact, form } }).action).toBe(form.address);
  });

  test("offers the first services at once, in their order, and the others in the list", () => {
    const { firstServices, otherServices } = formOf(siteWith({ firstServices: ["vaccines", "gone", "gp"] }));
    expect(firstServices.map(({ key }) => key)).toEqual(["vaccines", "gp"]);
    expect(otherServices).toEqual([{ key: "nhs-app", name: "NHS App" }]);
  });

  test("offers no service outside its days", () => {
    const ended = { ...service("old", "Old app"), until: "2026-01-31" };
    const on = (day: string | null) =>
      formOf(siteWith({ firstServices: ["old"] }, { services: [ended], day })).firstServices.length;
    expect([on("2026-01-31"), on("2026-02-01"), on(null)]).toEqual([1, 0, 1]);
  });

  test("asks for nothing that nobody can pick, and never insists on it", () => {
    const bare = siteWith({}, { services: [] });
    expect(requiredFields(bare)).toEqual(["name", "email", "details"]);
    expect(all(pageOf({}, bare).main, "fieldset")).toEqual([]);
    expect(all(pageOf({}, bare).main, "select")).toEqual([]);
    expect(requiredFields(siteWith())).toEqual(["name", "email", "service", "problem", "details"]);
  });

  test("has a label for every field that people fill in, and tells browsers what belongs there", () => {
    const { main } = pageOf();
    expect(labelOf(main, "contact-name")).toBe("Full name");
    expect(labelOf(main, "contact-email")).toBe("Email address");
    expect(labelOf(main, "contact-otherService")).toBe("Which one?");
    expect(labelOf(main, "contact-details")).toBe("What happened?");
    const attributes = (id: string, ...names: string[]) => names.map((name) => attribute(only(main, `#${id}`), name));
    expect(attributes("contact-name", "type", "autocomplete", "spellcheck")).toEqual(["text", "name", "false"]);
    expect(attributes("contact-email", "type", "autocomplete", "inputmode", "spellcheck")).toEqual([
      "email",
      "email",
      "email",
      "false",
    ]);
    expect(attributes("contact-details", "maxlength")).toEqual([null]);
    expect(describedBy(main, only(main, "#contact-email"))).toEqual(["We use it to reply to you."]);
  });

  test("ends its list of services with one that is not on it, below the radio for others", () => {
    const { main } = pageOf();
    const radios = all(main, 'input[name="service"]').map((radio) => attribute(radio, "value"));
    expect(radios).toEqual(["nhs-app", "other"]);
    const options = all(only(main, "#contact-otherService"), "option").map((option) => attribute(option, "value"));
    expect(options).toEqual(["", "gp", "vaccines", "not-listed"]);
    expect(all(main, ".nhsuk-radios__conditional #contact-otherService")).toHaveLength(1);
  });

  test("asks with the list alone where no service comes first", () => {
    const { main } = pageOf({ faults: [{ field: "service", kind: "missing" }] }, siteWith({ problems }));
    expect(all(main, 'input[name="service"]')).toEqual([]);
    expect(labelOf(main, "contact-otherService")).toBe("Which website or app were you using?");
    expect(describedBy(main, only(main, "#contact-otherService"))).toEqual([
      "Error: Select the website or app you were using",
    ]);
    expect(all(main, '.nhsuk-error-summary a[href="#contact-otherService"]')).toHaveLength(1);
  });

  test("has no list where every service comes first, and a radio that a receiver takes", () => {
    const site = siteWith({ firstServices: ["gp", "nhs-app", "vaccines"] });
    const { main } = pageOf({}, site);
    expect(all(main, "select")).toEqual([]);
    const last = all(main, 'input[name="service"]').at(-1)!;
    const typed = { name: "A", email: "a@example.org", details: "x", service: attribute(last, "value") };
    const rules = { required: new Set(requiredFields(site)), problems: new Set<string>(), services: new Set(["gp"]) };
    expect(readMessage(typed, { ...rules, codes: new Set(), pages: new Set(), languages: new Set() })).toMatchObject({
      ok: true,
      message: { service: "not-listed" },
    });
  });

  test("carries the code, a trap that people do not meet, and what its script needs", () => {
    const { main } = pageOf({ code: "CID7023" });
    expect(attribute(only(main, 'input[name="error"]'), "value")).toBe("CID7023");
    const trap = only(main, 'input[name="website"]');
    expect([attribute(trap, "tabindex"), attribute(trap, "autocomplete")]).toEqual(["-1", "off"]);
    expect(all(main, '[aria-hidden="true"].nhsuk-u-visually-hidden input[name="website"]')).toHaveLength(1);
    const form = only(main, ".app-contact-form");
    const data = (name: string): unknown => JSON.parse(attribute(form, `data-${name}`) ?? "null");
    expect(data("required")).toEqual(["name", "email", "service", "problem", "details"]);
    expect(data("messages")).toMatchObject({ name: { missing: "Enter your full name" } });
    expect(data("words")).toMatchObject({ problem: "There is a problem" });
    expect([attribute(form, "data-sent"), attribute(form, "data-codes")]).toEqual(["/help/contact/sent/", null]);
    const general = only(pageOf().main, ".app-contact-form");
    expect([attribute(general, "data-codes"), attribute(general, "data-catalogue")]).toEqual([
      "CID2011 CID7023",
      "/help/api/errors/",
    ]);
  });
});

/** Every fault that reading a message can find. */
function everyFault(): readonly MessageFault[] {
  const required = new Set(contactFieldNames);
  const none = new Set<string>();
  const rules = { required, services: none, problems: none, codes: none, pages: none, languages: none };
  const long = "x".repeat(9999);
  const odd = "\u0000";
  const typed = [
    {},
    { service: "other" },
    { name: odd, email: odd, details: odd, service: "?", problem: "?" },
    { otherService: "?", email: "x" },
    { name: long, email: long, details: long },
  ];
  const faults = typed.flatMap((one) => {
    const reading = readMessage(one, rules);
    return reading.ok ? [] : reading.faults;
  });
  return [...new Map(faults.map((fault) => [`${fault.field} ${fault.kind}`, fault])).values()];
}

describe("the words about what is wrong", () => {
  test("are there for each fault that reading a message can find, and for no other", () => {
    const words = everyFault().map(({ field, kind }) => wordsAt(text, `contact.form.errors.${field}.${kind}`));
    expect(words.toSorted()).toEqual(textsIn(text, "contact.form.errors").toSorted());
  });

  test("name the lengths that are allowed, as the count of characters does", () => {
    const said = (field: string) => wordsAt(text, `contact.form.errors.${field}.too-long`);
    for (const [field, longest] of Object.entries(longestTexts)) {
      expect(said(field)).toContain(`${longest.toLocaleString("en-GB")} characters`);
    }
    expect(wordsAt(text, "contact.form.count.most")).toContain("1,500 characters");
    expect(attribute(only(pageOf().main, "[data-maxlength]"), "data-maxlength")).toBe(String(longestTexts.details));
  });
});

describe("the page that a receiver answers with", () => {
  const typed = {
    name: '"><script>alert(1)</script>',
    email: "me@",
    otherService: "gp",
    problem: "else",
    details: "\n  First line {{ 7 * 7 }}\n</textarea><b>last",
  };
  const faults: readonly MessageFault[] = [
    { field: "email", kind: "malformed" },
    { field: "otherService", kind: "malformed" },
    { field: "details", kind: "too-long" },
  ];

  test("is the built page, sign by sign, where nothing was typed and nothing is wrong", () => {
    const site = siteWith();
    const pages = sitePages({ site, layouts, assets: assetsOfTest.view });
    for (const [address, code] of [["/contact/", null] as const, ["/contact/CID7023/", "CID7023"] as const]) {
      const entry = pages.entries.find((page) => page.address === address);
      expect(pageOf({ code }, site).html).toBe(entry && pages.render(entry));
    }
  });

  test("says so in its title, lists what is wrong, and leads to each field, where it is said again", () => {
    const { document, main } = pageOf({ typed, faults });
    expect(textOf(only(only(document, "head"), "title"))).toMatch(/^Error: Contact us/);
    expect(textOf(only(main, ".nhsuk-error-summary h2"))).toBe("There is a problem");
    for (const link of all(main, ".nhsuk-error-summary a")) {
      const field = only(main, attribute(link, "href") ?? "");
      expect(describedBy(main, field)).toContain(`Error: ${textOf(link)}`);
      expect(attribute(field, "aria-invalid")).toBe("true");
    }
    expect(all(main, "[aria-invalid]").map((field) => attribute(field, "name"))).toEqual([
      "email",
      "otherService",
      "details",
    ]);
  });

  test("says what is wrong with a question of radios at its fieldset", () => {
    const { main } = pageOf({ faults: [{ field: "problem", kind: "missing" }] });
    const fieldset = all(main, "fieldset").find((one) => all(one, "#contact-problem").length > 0);
    expect(describedBy(main, fieldset!)).toEqual(["Error: Select what you need help with"]);
  });

  test("loses nothing that was typed, and shows it as text whatever it holds", () => {
    const { main } = pageOf({ typed, faults });
    expect(attribute(only(main, "#contact-name"), "value")).toBe(typed.name);
    expect(attribute(only(main, "#contact-email"), "value")).toBe(typed.email);
    expect(rawText(only(main, "#contact-details"))).toBe(typed.details);
    expect(all(main, "[checked]").map((radio) => attribute(radio, "value"))).toEqual(["other", "else"]);
    expect(all(main, "[selected]").map((option) => attribute(option, "value"))).toEqual(["gp"]);
    expect([...all(main, "script"), ...all(main, "b")]).toEqual([]);
  });

  test("shows a code in the site's own words, and none that the site does not know", () => {
    const known = pageOf({ code: "CID7023", faults });
    const about = only(known.main, ".app-contact-reference");
    expect(textOf(about)).toMatch(/^You are asking about reference CID7023C I D 7 0 2 3: No connection/);
    expect(all(about, "a").map((link) => attribute(link, "href"))).toEqual(["/help/errors/CID7023/", "/help/contact/"]);
    const unknown = pageOf({ code: "CID9999", faults });
    expect(unknown.html).not.toContain("CID9999");
    expect(attribute(only(unknown.main, ".app-contact-reference"), "hidden")).toBe("");
  });

  test("shows the page that the message is about in the site's own words, and carries it on", () => {
    const { main } = pageOf({ page: "/help/manage/caf\u00e9/", faults }, siteOfPages());
    const about = only(main, ".app-contact-reference");
    expect(attribute(about, "hidden")).toBeNull();
    const shown = all(about, "p").filter((paragraph) => attribute(paragraph, "hidden") === null);
    expect(shown.map(textOf)).toEqual([
      "You are telling us about the page: Your <b>caf\u00e9</b>",
      "Ask about something else",
    ]);
    expect(all(about, "a").map((link) => attribute(link, "href"))).toEqual([
      "/help/manage/caf%C3%A9/",
      "/help/contact/",
    ]);
    expect(attribute(only(main, 'input[name="page"]'), "value")).toBe("/help/manage/caf\u00e9/");
  });

  test("shows a reference and the page about it together", () => {
    const { main } = pageOf({ code: "CID7023", page: "/help/errors/CID7023/", faults });
    const words = textOf(only(main, ".app-contact-reference"));
    expect(words).toMatch(/about reference CID7023.*No connection.*about the page: No connection.*something else$/);
    expect(attribute(only(main, 'input[name="page"]'), "value")).toBe("/help/errors/CID7023/");
  });

  test("shows no page that the site does not have", () => {
    for (const page of ["/manage/", "/help/nowhere/", "/help/errors/CID9999/", ""]) {
      const { main } = pageOf({ page, faults });
      expect(attribute(only(main, ".app-contact-reference"), "hidden")).toBe("");
      expect(attribute(only(main, 'input[name="page"]'), "value")).toBe("");
    }
  });

  test("says that sending failed, that nothing is lost, and where else to go", () => {
    const { document, main } = pageOf({ typed, notice: "not-sent" });
    expect(textOf(only(only(document, "head"), "title"))).toMatch(/^Error: /);
    const said = only(main, ".app-contact-errors");
    expect(textOf(said)).toMatch(/Your message was not sent.*still on this page/);
    expect(all(said, "a").map((link) => attribute(link, "href"))).toEqual(["#contact-ways"]);
    expect(textOf(only(main, "#contact-ways"))).toBe("Other ways to get in touch");
    expect(rawText(only(main, "#contact-details"))).toBe(typed.details);
  });

  test("has whole addresses where it comes from another host", () => {
    const site = siteWith();
    const form = formTo("https://forms.example.org/send", whole);
    const { document, main } = pageOf({ typed, faults }, { ...site, contact: { ...site.contact, form } });
    const addresses = everyElement(document).flatMap((element) =>
      element.attrs.filter(({ name }) => ["href", "src", "action", "content"].includes(name)),
    );
    const local = addresses.filter(({ value }) => /^\/|^\.\.?\//.test(value));
    expect(local).toEqual([]);
    expect(
      attribute(only(document, 'link[rel="stylesheet"][href^="https://help.example.org/assets/site"]'), "href"),
    ).toMatch(/css$/);
    expect(attribute(only(main, ".app-contact-form"), "data-sent")).toBe("https://help.example.org/help/contact/sent/");
    const policy = attribute(only(document, "meta[http-equiv]"), "content");
    expect(policy).toContain("style-src 'self' https://help.example.org;");
  });
});

/** The texts below a place of the layouts' words. */
function textsIn(words: LayoutText, path: string): readonly string[] {
  const found = path.split(".").reduce<string | LayoutText>((map, key) => {
    const next = typeof map === "object" ? map[key] : undefined;
    if (next === undefined) throw new Error(`There are no words at ${path}`);
    return next;
  }, words);
  const flat = (value: string | LayoutText): readonly string[] =>
    typeof value === "string" ? [value] : Object.values(value).flatMap(flat);
  return flat(found);
}
