import { describe, expect, test } from "vitest";
import { editionsOf } from "../../src/model/edition.ts";
import type { Site } from "../../src/model/site.ts";
import { article, hub, inShort, page, siteFrom } from "../support/site-from.ts";
import type { FilesInMemory } from "../support/site-from.ts";

const languages = new Set(["cy", "en"]);

const english: FilesInMemory = {
  "index.md": page({ title: "Help", type: "hub" }),
  "sign-in/index.md": hub("sign-in", { title: "Sign in" }),
  "sign-in/codes.md": article("## The code\n\nWords.\n", { title: "Codes", hub: "sign-in", position: "2" }),
  "sign-in/passkeys.md": article("Words.\n", { title: "Passkeys", hub: "sign-in", position: "1" }),
  "cookies.md": page({ title: "Cookies", type: "page", layout: "layouts/cookies.njk" }),
};

const welsh: FilesInMemory = {
  "cy/index.md": page({ title: "Cymorth" }),
  "cy/sign-in/index.md": page({ title: "Mewngofnodi" }),
  "cy/codau.md": page({ title: "Codau", translationOf: "sign-in/codes.md" }, "## Y cod\n\nGeiriau.\n"),
  "cy/cookies.md": page({ title: "Cwcis" }),
};

async function load(files: FilesInMemory) {
  const { site, diagnostics, leftOut } = await siteFrom(files, { languages, url: "https://example.org/" });
  const [own, edition] = editionsOf(site);
  return { site, own, edition, leftOut, found: diagnostics.map(inShort), diagnostics };
}

/** Every page of an edition, as somebody who looks through its lists finds it. */
function titles(site: Site): readonly string[] {
  const listed = (name: string): readonly string[] =>
    (site.lists.get(name) ?? []).flatMap((item) => [
      `${item.title} ${item.address} ${item.lang}`,
      ...(item.type === "hub" ? listed(item.name) : []),
    ]);
  return [`${site.home.title} ${site.home.address} ${site.home.lang}`, ...listed("home")];
}

describe("an edition", () => {
  test("has the original's pages in the original's places, translated or as they are", async () => {
    const { edition, found } = await load({ ...english, ...welsh });
    expect(found).toEqual([]);
    expect(titles(edition!)).toEqual([
      "Cymorth / cy",
      "Mewngofnodi /sign-in/ cy",
      "Passkeys /sign-in/passkeys/ en-GB",
      "Codau /codau/ cy",
    ]);
    expect(edition?.plainPages.map(({ title, layout }) => [title, layout])).toEqual([["Cwcis", "cookies.njk"]]);
    expect([...(edition?.editionOf?.untranslated ?? [])]).toEqual(["/sign-in/passkeys/"]);
  });

  test("lives in a folder of its own", async () => {
    const { edition } = await load({ ...english, ...welsh });
    expect(edition?.settings).toMatchObject({ lang: "cy", pathPrefix: "/cy/", url: "https://example.org/cy/" });
  });

  test("leaves the site in its own language as it is", async () => {
    const { own, site } = await load({ ...english, ...welsh });
    const alone = (await load(english)).site;
    expect(titles(own)).toEqual(titles(alone));
    expect(own.plainPages).toEqual(alone.plainPages);
    expect(site.translations[0]?.pages.map(({ address, translationOf }) => [address, translationOf])).toEqual([
      ["/cy/", "index.md"],
      ["/cy/codau/", "sign-in/codes.md"],
      ["/cy/cookies/", "cookies.md"],
      ["/cy/sign-in/", "sign-in/index.md"],
    ]);
  });

  test("is there only in a language that the layouts speak, and with a page", async () => {
    expect((await load(english)).site.translations).toEqual([]);
    const polish = { "pl/codes.md": page({ title: "Kody", type: "page" }) };
    expect((await load({ ...english, ...polish })).site.translations).toEqual([]);
    const own = { "en/codes.md": page({ title: "More", type: "page" }) };
    expect((await load({ ...english, ...own })).site.translations).toEqual([]);
    const draft = { "cy/index.md": page({ title: "Cymorth", draft: "true" }) };
    expect((await load({ ...english, ...draft })).site.translations).toEqual([]);
  });

  test("of a site without a front page of its own has one with the site's name in its language", async () => {
    const { edition } = await load({
      "site.yml": "name: Help centre",
      "cy/site.yml": "name: Canolfan gymorth",
      "codes.md": english["sign-in/codes.md"]!.replace("hub: sign-in", "hub: home"),
      "cy/codes.md": page({ title: "Codau" }),
    });
    expect(titles(edition!)).toEqual(["Canolfan gymorth / cy", "Codau /codes/ cy"]);
  });

  test("may have pages that have no original, in a hub of any language", async () => {
    const own = { "cy/radio.md": article("Geiriau.\n", { title: "Radio", hub: "sign-in", position: "3" }) };
    const { edition, own: site, found } = await load({ ...english, ...welsh, ...own });
    expect(found).toEqual([]);
    expect(titles(edition!).at(-1)).toBe("Radio /radio/ cy");
    expect(titles(site).join("\n")).not.toContain("Radio");
  });
});

describe("a page in the folder of a language", () => {
  test("is an error where its hub is not there, as any page", async () => {
    const lost = { "cy/radio.md": article("Geiriau.\n", { hub: "sign-inn" }) };
    expect((await load({ ...english, ...lost })).found).toEqual(["error unknown-hub cy/radio.md:5:6"]);
  });

  test("is an error where two translate one page", async () => {
    const twice = { "cy/sign-in/codes.md": page({ title: "Codau eto" }) };
    const { found, diagnostics, leftOut } = await load({ ...english, ...welsh, ...twice });
    expect(found).toEqual(["error duplicate-address cy/sign-in/codes.md:1:1"]);
    expect(diagnostics[0]?.message).toBe("It translates sign-in/codes.md, and so does cy/codau.md");
    expect(leftOut).toEqual(["cy/sign-in/codes.md"]);
  });

  test("is an error at the address of a page that is not translated", async () => {
    const taken = { "cy/sign-in/passkeys.md": page({ title: "Codau", translationOf: "sign-in/codes.md" }) };
    const others = Object.fromEntries(Object.entries(welsh).filter(([file]) => file !== "cy/codau.md"));
    expect((await load({ ...english, ...others, ...taken })).found).toEqual([
      "error duplicate-address cy/sign-in/passkeys.md:1:1",
    ]);
  });

  test("is an error at the address of such a page in all but capitals, and that of a front page without words", async () => {
    const capitals = { "sign-in/PIN.md": article("Words.\n", { title: "PIN", hub: "sign-in" }) };
    const alike = { "cy/sign-in/pin.md": article("Geiriau.\n", { title: "Rhif", hub: "sign-in" }) };
    const { found, leftOut } = await load({ ...english, ...welsh, ...capitals, ...alike });
    expect([found, leftOut]).toEqual([["error names-too-alike cy/sign-in/pin.md:1:1"], ["cy/sign-in/pin.md"]]);
    const front = { "cy/index.md": page({ title: "Allweddi", translationOf: "sign-in/passkeys.md" }) };
    expect((await load({ ...english, ...welsh, ...front })).found).toEqual([
      "error duplicate-address cy/index.md:1:1",
    ]);
  });

  test("is an error at the address of a page whose own translation is left out for its address", async () => {
    const chain = {
      "cy/sign-in/passkeys.md": page({ title: "Codau", translationOf: "sign-in/codes.md" }),
      "cy/sign-in/codes.md": page({ title: "Radio", type: "page", translationOf: "radio.md" }),
      "radio.md": article("Words.\n", { title: "Radio" }),
    };
    const others = Object.fromEntries(Object.entries(welsh).filter(([file]) => file !== "cy/codau.md"));
    const { found, edition } = await load({ ...english, ...others, ...chain });
    expect(found).toEqual([
      "error duplicate-address cy/sign-in/codes.md:1:1",
      "error duplicate-address cy/sign-in/passkeys.md:1:1",
    ]);
    expect(titles(edition!)).toContain("Codes /sign-in/codes/ en-GB");
  });

  test("takes the pages of its hub along, without a word of them, where the hub has no address", async () => {
    const lost = {
      "cy/sign-in.md": hub("mewngofnodi"),
      "cy/newydd.md": article("Geiriau.\n", { title: "Newydd", hub: "mewngofnodi" }),
    };
    const others = Object.fromEntries(Object.entries(welsh).filter(([file]) => file !== "cy/sign-in/index.md"));
    const { found, leftOut, edition } = await load({ ...english, ...others, ...lost });
    expect(found).toEqual(["error duplicate-address cy/sign-in.md:1:1"]);
    expect(leftOut).toEqual(["cy/newydd.md", "cy/sign-in.md"]);
    expect(titles(edition!)).toContain("Sign in /sign-in/ en-GB");
    expect(edition?.articles.map(({ title }) => title)).not.toContain("Newydd");
    const nowhere = { "cy/sign-in.md": hub("mewngofnodi", { hub: "radio" }) };
    expect((await load({ ...english, ...others, ...lost, ...nowhere })).found).toEqual([
      "error duplicate-address cy/sign-in.md:1:1",
      "error unknown-hub cy/sign-in.md:6:6",
    ]);
  });

  test.each(["cy/search.md", "cy/errors/a.md", "cy/api/a.md", "cy.md"])(
    "is an error at an address that belongs to the build: %s",
    async (file) => {
      const { found } = await load({ ...english, ...welsh, [file]: page({ title: "A page", type: "page" }) });
      expect(found).toEqual([`error unusable-address ${file}:1:1`]);
    },
  );

  test("goes with an original that is a draft", async () => {
    const draft = { "sign-in/codes.md": article("Words.\n", { title: "Codes", hub: "sign-in", draft: "true" }) };
    const { edition, found } = await load({ ...english, ...welsh, ...draft });
    expect(found).toEqual([]);
    expect(titles(edition!).join("\n")).not.toContain("Codau");
  });

  test("takes nothing from a page of another language that it names by mistake", async () => {
    const wrong = { "cy/codau.md": page({ title: "Codau", type: "page", translationOf: "cy/index.md" }) };
    const { found, edition } = await load({ ...english, ...welsh, ...wrong });
    expect(found).toEqual(["warning unknown-translation cy/codau.md:4:16"]);
    expect(edition?.plainPages.map(({ title }) => title)).toEqual(["Codau", "Cwcis"]);
  });
});

describe("links", () => {
  test("lead to pages of an edition, translated or not, and to what the build makes for it", async () => {
    const body = "[a](sign-in/passkeys.md) [b](/cy/codau/#y-cod) [c](/cy/search/) [d](/cy/contact/) [e](/cy/)\n";
    expect((await load({ ...english, ...welsh, "cy/cookies.md": page({ title: "Cwcis" }, body) })).found).toEqual([]);
  });

  test("into an edition are dead where nothing is", async () => {
    const body = "[a](/cy/sign-in/codes/) [b](/cy/codau/#y-rhif)\n";
    expect((await load({ ...english, ...welsh, "cy/cookies.md": page({ title: "Cwcis" }, body) })).found).toEqual([
      "error broken-link cy/cookies.md:5:5",
      "error broken-link cy/cookies.md:5:29",
    ]);
  });

  test("to a translation that has gone arrive at the page that nobody has translated", async () => {
    const previous = [{ address: "/cy/sign-in/passkeys/", title: "Allweddi", headings: ["a"] }];
    const { diagnostics } = await siteFrom({ ...english, ...welsh }, { languages, previous });
    expect(diagnostics.map(inShort)).toEqual([]);
  });
});

describe("old addresses below an edition", () => {
  test("lead on, to pages in any language, and a page of their file goes first", async () => {
    const alias = page({ title: "Mewngofnodi", aliases: "[/cy/hen/, /cy/sign-in/index.html]" });
    const redirects = "/cy/hynach/: /cy/codau/\n/cymraeg/: /cy/\n";
    const { site, found } = await load({ ...english, ...welsh, "cy/sign-in/index.md": alias, "redirects.yml": redirects });
    expect(found).toEqual([]);
    expect(site.redirects.map(({ from, to }) => `${from} ${to}`)).toEqual([
      "/cy/hen/ /cy/sign-in/",
      "/cy/hynach/ /cy/codau/",
      "/cy/sign-in/index.html/ /cy/sign-in/",
      "/cymraeg/ /cy/",
    ]);
  });

  test.each(["/cy/errors/7023/", "/cy/search", "/CY/contact/sent/", "/cy/api/errors.json", "/cy/index.html", "/cy/_x/"])(
    "are refused where they belong to what the build makes: %s",
    async (from) => {
      const register = await load({ ...english, ...welsh, "redirects.yml": `${from}: /cy/codau/\n` });
      const fault = `error malformed-redirect redirects.yml:1:${from.length + 3}`;
      expect([register.found, register.site.redirects]).toEqual([[fault], []]);
      const alias = page({ title: "Cwcis", aliases: `[${from}]` });
      const { found, site } = await load({ ...english, ...welsh, "cy/cookies.md": alias });
      expect([found, site.redirects]).toEqual([["error malformed-redirect cy/cookies.md:3:10"], []]);
    },
  );

  test("may be any on a site without that language", async () => {
    const { site, found } = await load({ ...english, "redirects.yml": "/cy/search/: /cookies/\n" });
    expect([found, site.redirects]).toEqual([[], [{ from: "/cy/search/", to: "/cookies/" }]]);
  });
});

describe("error codes of an edition", () => {
  const help = article("## CID7023: No answer\n\nWait.\n\n## CID7029: Busy\n\nWait more.\n", { title: "Errors" });
  const cymorth = page({ title: "Gwallau" }, "## CID7023: Dim ateb\n\nArhoswch.\n");

  async function references(files: FilesInMemory) {
    const { edition, found } = await load({ ...english, "errors-help.md": help, ...welsh, ...files });
    const { untranslatedTitles = new Set(), untranslatedWords = new Set() } = edition?.editionOf ?? {};
    const said = (edition?.errorReferences ?? []).map(({ code, title, home }) => [code, title, home?.headingId ?? null]);
    return { said, titles: [...untranslatedTitles], words: [...untranslatedWords], found };
  }

  test("are the site's own, in the words of its pages where these name them", async () => {
    const { said, titles: untitled, words, found } = await references({ "cy/errors-help.md": cymorth });
    expect(said).toEqual([
      ["CID7023", "Dim ateb", "cid7023-dim-ateb"],
      ["CID7029", "Busy", "cid7029-busy"],
    ]);
    expect([untitled, words]).toEqual([["CID7029"], ["CID7029"]]);
    expect(found).toEqual([]);
  });

  test("may have a title or words in a register of their own", async () => {
    const register = "CID7023: {title: Dim ateb}\nCID7029: {title: Prysur, whatToDo: Arhoswch.}\n";
    const { said, titles: untitled, words } = await references({ "cy/error-references.yml": register });
    expect(said).toEqual([
      ["CID7023", "Dim ateb", "cid7023-no-answer"],
      ["CID7029", "Prysur", null],
    ]);
    expect([untitled, words]).toEqual([[], ["CID7023"]]);
  });

  const linked = article("## Already in use\n\nWait. [Contact us](/contact?error=CID1111)\n", { title: "Accounts" });
  const inPassing = {
    text: "Os yw'r sgrin yn dangos CID7029, dechreuwch eto.",
    link: "[Cysylltwch â ni](/contact?error=CID7029)",
  };

  test.each([
    ["a heading", "## CID7029: Prysur\n\nArhoswch.\n", "cid7029-prysur"],
    ["an expander", "::: expander CID7029: Prysur\nArhoswch.\n:::\n", "cid7029-prysur"],
  ])("are at home on any of its pages where %s names them", async (_, body, id) => {
    const { said, words } = await references({ "cy/cookies.md": page({ title: "Cwcis" }, body) });
    expect(said).toContainEqual(["CID7029", "Prysur", id]);
    expect(words).toEqual(["CID7023"]);
  });

  test("are at home in the translation of their own page though only a link or the words name them", async () => {
    const { said, words } = await references({
      "accounts.md": linked,
      "cy/accounts.md": page({ title: "Cyfrifon" }, "## Eisoes yn bod\n\n[Cysylltu](/contact?error=CID1111)\n"),
      "cy/errors-help.md": page({ title: "Gwallau" }, `## Prysur\n\n${inPassing.text}\n`),
    });
    expect(said).toEqual([
      ["CID1111", "Eisoes yn bod", "eisoes-yn-bod"],
      ["CID7023", "No answer", "cid7023-no-answer"],
      ["CID7029", "Prysur", "prysur"],
    ]);
    expect(words).toEqual(["CID7023"]);
  });

  test.each(Object.entries(inPassing))("are not at home where another page names them in a %s alone", async (_, words) => {
    const elsewhere = { "cy/cookies.md": page({ title: "Cwcis" }, `## Sgriniau\n\n${words}\n`) };
    const original = await references(elsewhere);
    expect(original.said).toContainEqual(["CID7029", "Busy", "cid7029-busy"]);
    expect(original.words).toEqual(["CID7023", "CID7029"]);
    const register = "CID7029: {title: Prysur, whatToDo: Arhoswch.}\n";
    const registered = await references({ ...elsewhere, "cy/error-references.yml": register });
    expect(registered.said).toContainEqual(["CID7029", "Prysur", null]);
    expect(registered.words).toEqual(["CID7023"]);
  });

  test("are not at home in a page that names them in passing where the register alone explains the original", async () => {
    const { said, words } = await references({
      "error-references.yml": "CID1111: {title: In use, whatToDo: Wait.}\n",
      "cy/radio.md": page({ title: "Radio", type: "page" }, "Gweler CID1111.\n"),
    });
    expect(said[0]).toEqual(["CID1111", "In use", null]);
    expect(words).toContain("CID1111");
  });
});

describe("registers of an edition", () => {
  const contact = "introduction: Hello\nways: [{name: Phone}]\nform: {address: /contact/send, problems: {a: A, b: B}}\n";

  test("give words, and keep what is the same in every language", async () => {
    const { edition, found } = await load({
      ...english,
      ...welsh,
      "site.yml": "name: Help centre\nbanner: Hello\nphase: beta\n",
      "cy/site.yml": "name: Canolfan gymorth\n",
      "contact.yml": contact,
      "cy/contact.yml": "introduction: Helo\nways: [{name: Ffôn}]\nform: {problems: {a: Â}, fields: {name: {label: Enw}}}\n",
    });
    expect(found.filter((line) => line.includes("yml"))).toEqual([]);
    expect(edition?.settings).toMatchObject({ name: "Canolfan gymorth", banner: "Hello", phase: "beta" });
    expect(edition?.contact).toMatchObject({ introduction: "Helo", ways: [{ name: "Ffôn" }] });
    expect(edition?.contact.form).toMatchObject({
      address: "/contact/send",
      fields: { name: { label: "Enw", required: true } },
      problems: [
        { key: "a", name: "Â" },
        { key: "b", name: "B" },
      ],
    });
  });

  test("give names of services, each in its place among them, and keep their keys and their days", async () => {
    const { own, edition, found } = await load({
      ...english,
      ...welsh,
      "services.yml": "app: NHS App\njabs: {name: Vaccines, aliases: [flu jab], until: '2027-03-31'}\nletters: Letters\n",
      "cy/services.yml": "letters: Llythyrau\njabs: {name: Brechlynnau, aliases: [pigiad ffliw]}\n",
    });
    expect(found.filter((line) => line.includes("yml"))).toEqual([]);
    expect(edition?.services).toEqual([
      { key: "jabs", name: "Brechlynnau", aliases: ["pigiad ffliw"], from: null, until: "2027-03-31" },
      { key: "letters", name: "Llythyrau", aliases: [], from: null, until: null },
      { key: "app", name: "NHS App", aliases: [], from: null, until: null },
    ]);
    expect(own.services.map(({ name }) => name)).toEqual(["Letters", "NHS App", "Vaccines"]);
  });

  test("may give services of different days one name", async () => {
    const { found } = await load({
      ...english,
      ...welsh,
      "services.yml": "old: {name: Letters, until: '2026-12-31'}\nnew: {name: Post, from: '2027-01-01'}\n",
      "cy/services.yml": "old: Llythyrau\nnew: Llythyrau\n",
    });
    expect(found.filter((line) => line.includes("yml"))).toEqual([]);
  });

  test.each([
    ["site.yml", "name: A\nphase: beta\n", "phase: live\n", "warning untranslatable-setting cy/site.yml:1:1"],
    ["site.yml", "name: A\n", "nmae: B\n", "warning unknown-field cy/site.yml:1:1"],
    ["contact.yml", contact, "form: {address: /b}\n", "warning untranslatable-setting cy/contact.yml:1:8"],
    ["contact.yml", contact, "form: {problems: {c: C}}\n", "warning untranslatable-setting cy/contact.yml:1:19"],
    ["contact.yml", contact, "form: {fields: {name: {required: false}}}\n", "warning untranslatable-setting cy/contact.yml:1:24"],
    ["error-references.yml", "CID7023: {title: A, whatToDo: B}\n", "CID7023: {status: retired}\n", "warning untranslatable-setting cy/error-references.yml:1:11"],
    ["error-references.yml", "CID7023: {title: A, whatToDo: B}\n", "CID7029: {title: B}\n", "warning untranslatable-setting cy/error-references.yml:1:1"],
    ["services.yml", "a: A\n", "a: {name: Â, until: '2027-03-31'}\n", "warning untranslatable-setting cy/services.yml:1:14"],
    ["services.yml", "a: A\n", "b: B\n", "warning untranslatable-setting cy/services.yml:1:1"],
    ["services.yml", "a: One\nb: Two\n", "a: Dau\nb: Dau\n", "warning duplicate-service cy/services.yml:2:4"],
    ["services.yml", "a: A\n", "a:\n", "error missing-field cy/services.yml:1:1"],
    ["redirects.yml", "", "/a/: /b/\n", "warning not-content cy/redirects.yml:1:1"],
  ])("say what is wrong with %s", async (file, own, translated, fault) => {
    const { found } = await load({ ...english, ...welsh, [file]: own, [`cy/${file}`]: translated });
    expect(found.filter((line) => line.includes("cy/"))).toEqual([fault]);
  });
});
