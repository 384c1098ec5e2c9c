import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { parse } from "parse5";
import { afterAll, describe, expect, test } from "vitest";
import type { LayoutText, LinkView } from "../../src/output/entry.ts";
import { openLayouts } from "../../src/output/layouts.ts";
import { SourceError } from "../../src/output/source-error.ts";
import { all, attribute, filesOf, headingsOf, only, rawText, textOf } from "../support/page.ts";
import { entries, layoutData } from "./layout-data.ts";
import type { Node } from "../support/page.ts";
import type { PageParts } from "./layout-data.ts";

const layouts = openLayouts("layouts");
const temporary = mkdtempSync(join(tmpdir(), "layouts-"));
afterAll(() => rmSync(temporary, { recursive: true }));

function print(parts: PageParts = {}) {
  const html = layouts.render(layoutData(layouts, parts));
  return { html, page: parse(html) };
}

/** A copy of the layouts in which one file is another. */
function layoutsWith(file: string, content: string) {
  const folder = mkdtempSync(join(temporary, "copy-"));
  cpSync("layouts", join(folder, "layouts"), { recursive: true });
  writeFileSync(join(folder, "layouts", file), content);
  return join(folder, "layouts");
}

function inlineScripts(page: Node) {
  return all(page, "script").filter((script) => attribute(script, "src") === null);
}

function thrownBy(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}

describe("a page", () => {
  const identities = [true, false];
  const printed = Object.keys(entries).flatMap((layout) =>
    identities.map((nhsIdentity) => ({
      name: `${layout}${nhsIdentity ? "" : " without the NHS identity"}`,
      layout,
      nhsIdentity,
    })),
  );
  const markup = new HtmlValidate({ root: true, extends: ["html-validate:recommended"] });
  // Markup of nhsuk-frontend's macros: roles that their elements have anyway, and a button in no form without a type.
  const excused = new Set([
    'Redundant role "banner" on <header>',
    'Redundant role "contentinfo" on <footer>',
    'Redundant role "navigation" on <nav>',
    '<button> is missing recommended "type" attribute',
  ]);

  test.each(printed)(
    "$name has one h1, no comment, nothing inline, and passes html-validate",
    async ({ layout, nhsIdentity }) => {
      const { html, page } = print({ layout, site: { nhsIdentity } });
      expect(all(page, "h1")).toHaveLength(1);
      expect(html).not.toContain("<!--");
      expect([
        ...inlineScripts(page),
        ...all(page, "style"),
        ...all(page, "[style]"),
        ...all(page, "[onclick]"),
      ]).toEqual([]);
      const { results } = await markup.validateString(html);
      const complaints = results.flatMap(({ messages }) => messages).filter(({ message }) => !excused.has(message));
      expect(complaints.map(({ ruleId, line, message }) => `${line} ${ruleId}: ${message}`)).toEqual([]);
    },
  );

  test("says what it is in its head, the content policy before anything that it governs", () => {
    const { html, page } = print();
    expect(textOf(only(only(page, "head"), "title"))).toBe("Passwords – Your account – Login help centre – NHS");
    expect(attribute(only(page, "html"), "lang")).toBe("en-GB");
    expect(attribute(only(page, 'meta[name="pageName"]'), "content")).toBe("manage:passwords");
    expect(attribute(only(page, 'meta[name="description"]'), "content")).toBe("How to change your password");
    expect(attribute(only(page, 'link[rel="canonical"]'), "href")).toBe(
      "https://help.example.org/help/manage/passwords/",
    );
    expect(attribute(only(page, 'meta[http-equiv="Content-Security-Policy"]'), "content")).toBe(
      "default-src 'none'; style-src 'self'",
    );
    expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.search(/<(title|link|script)/));
  });

  test("says what other services show beside a link to it, with whole addresses", () => {
    const { page } = print();
    const shared = (name: string) => attribute(only(page, `meta[property="og:${name}"]`), "content");
    expect(["type", "locale", "site_name", "title", "description", "url", "image"].map(shared)).toEqual([
      "website",
      "en_GB",
      "Login help centre",
      "Passwords",
      "How to change your password",
      "https://help.example.org/help/manage/passwords/",
      "https://help.example.org/help/assets/share-1.png",
    ]);
    expect(attribute(only(page, 'link[rel="manifest"]'), "href")).toBe("/help/assets/manifest-1.json");
    expect(attribute(only(page, 'meta[name="theme-color"]'), "content")).toBe("#005eb8");
    expect(all(page, 'meta[name="robots"]')).toEqual([]);
    expect(all(print({ entry: { lang: "cy" } }).page, 'meta[property="og:locale"]')).toEqual([]);
    expect(all(print({ assets: { shareImage: null } }).page, 'meta[property="og:image"]')).toEqual([]);
  });

  test("says its address to those who print it, and none where it has none", () => {
    expect(textOf(only(print().page, ".app-page-address"))).toContain(
      "https://help.example.org/help/manage/passwords/",
    );
    expect(all(print({ layout: "not-found.njk" }).page, ".app-page-address")).toEqual([]);
  });

  test("says the language of the editor's words where it is not that of the words around them", () => {
    const { page } = print({ entry: { lang: "cy", titleLang: "cy", frameLang: "en-GB" } });
    expect(attribute(only(page, "html"), "lang")).toBe("en-GB");
    const own = ["h1", ".app-article-body", ".nhsuk-contents-list__list"];
    expect(own.map((selector) => attribute(only(page, selector), "lang"))).toEqual(["cy", "cy", "cy"]);
    expect(all(print().page, "main [lang]")).toEqual([]);
  });

  test("has no canonical address where the entry has none", () => {
    expect(all(print({ layout: "not-found.njk" }).page, 'link[rel="canonical"]')).toEqual([]);
  });

  test("shows values as text, whatever they hold", () => {
    const title = '</title><script>alert(1)</script> "{{ 7 * 7 }}" {% raw %} & co';
    const { page } = print({ entry: { title, documentTitle: title, description: title } });
    expect(textOf(only(page, "h1"))).toBe(title);
    expect(textOf(only(only(page, "head"), "title"))).toBe(title);
    expect(attribute(only(page, 'meta[name="description"]'), "content")).toBe(title);
    expect(inlineScripts(page)).toEqual([]);
  });

  test("passes an editor's words through as they are, braces and all", () => {
    const html = "<p>{{ site.name }} {% if x %} <code>a\n\n    b</code></p>";
    expect(print({ entry: { html } }).html).toContain(html);
  });

  test("marks the part of the menu that it lies in, and itself", () => {
    const current = (address: string) =>
      all(print({ entry: { address } }).page, ".nhsuk-header__navigation-link[aria-current]").map((link) => [
        attribute(link, "href"),
        attribute(link, "aria-current"),
      ]);
    expect(current("/manage/passwords/")).toEqual([["/help/manage/", "true"]]);
    expect(current("/manage/")).toEqual([["/help/manage/", "page"]]);
    expect(current("/cookies/")).toEqual([]);
  });

  test("shows the NHS logo only where the site may use it, and the same name, search and menu without it", () => {
    const parts = (nhsIdentity: boolean) => {
      const { page } = print({ site: { nhsIdentity } });
      const header = only(page, "header");
      return {
        logos: all(header, ".nhsuk-header__logo").length,
        name: textOf(only(header, ".nhsuk-header__service-name")).trim(),
        home: all(header, '[href="/help/"]').length,
        search: attribute(only(header, "form"), "action"),
        field: attribute(only(header, "input"), "name"),
        menu: all(header, ".nhsuk-header__navigation-link[href]").map((link) => textOf(link).trim()),
        ids: all(header, "[id]").map((element) => attribute(element, "id")),
      };
    };
    expect(parts(true).logos).toBe(1);
    expect(parts(false)).toEqual({ ...parts(true), logos: 0 });
    expect(parts(false).menu).toEqual(["Sign in", "Your account"]);
  });

  test("leaves the menu out where there is nothing in it", () => {
    for (const nhsIdentity of identities) {
      const { page } = print({ site: { nhsIdentity, navigation: [] } });
      expect(all(page, ".nhsuk-header__navigation")).toEqual([]);
    }
  });

  test("says the phase and the notice, and nothing when the service is live without one", () => {
    expect(textOf(only(print().page, ".app-notices")).replace(/\s+/g, " ")).toContain("Beta");
    expect(textOf(only(print().page, ".app-notices__banner"))).toBe("This is an example.");
    expect(all(print({ site: { phase: "live", banner: null } }).page, ".app-notices")).toEqual([]);
  });

  test("is marked when it is a draft, and only then", () => {
    expect(all(print({ entry: { draft: true } }).page, ".app-draft")).toHaveLength(1);
    expect(all(print().page, ".app-draft")).toEqual([]);
  });
});

describe("article.njk", () => {
  test("shows the way back up, what is on the page, the words and the review dates", () => {
    const { page } = print();
    expect(all(page, ".nhsuk-breadcrumb__link").map((link) => attribute(link, "href"))).toEqual([
      "/help/",
      "/help/manage/",
    ]);
    expect(attribute(only(page, ".nhsuk-back-link"), "href")).toBe("/help/manage/");
    expect(all(page, ".nhsuk-contents-list__link").map((link) => attribute(link, "href"))).toEqual([
      "#change-it",
      "#forget-it",
    ]);
    expect(all(only(page, ".app-article-body"), "h2").map(textOf)).toEqual(["Change it", "Forget it"]);
    expect(textOf(only(page, ".app-review-dates")).replace(/\s+/g, " ").trim()).toBe(
      "Page last reviewed: 31 January 2026 Next review due: 31 January 2027",
    );
  });

  test("ends with the hub's other pages and the way to the articles beside it", () => {
    const { page } = print();
    const more = only(page, ".app-hub-neighbours");
    expect(textOf(only(more, "h2")).replace(/\s+/g, " ").trim()).toBe("More in: Manage your account");
    expect(all(more, "a").map((link) => attribute(link, "href"))).toEqual([
      "/help/manage/",
      "/help/manage/email/",
      "/help/manage/phone/",
    ]);
    const order = all(only(page, ".nhsuk-pagination"), "a").map((link) => [
      attribute(link, "rel"),
      attribute(link, "href"),
      textOf(link).replace(/\s+/g, " ").trim(),
    ]);
    expect(order).toEqual([
      ["prev", "/help/manage/email/", "Previous : Email"],
      ["next", "/help/manage/phone/", "Next : Phone"],
    ]);
    const { html } = print();
    const places = ["app-article-body", "app-hub-neighbours", "nhsuk-pagination", "app-review-dates"].map((name) =>
      html.indexOf(name),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  test("leaves out the way on where there is none: at either end of the hub, or alone in it", () => {
    const hub = { text: "Manage your account", href: "/help/manage/" };
    const email = { text: "Email", href: "/help/manage/email/" };
    const first = print({ entry: { neighbours: { hub, others: [email], previous: null, next: email } } }).page;
    expect(all(first, ".nhsuk-pagination a").map((link) => attribute(link, "rel"))).toEqual(["next"]);
    const onlyHub = print({ entry: { neighbours: { hub, others: [email], previous: null, next: null } } }).page;
    expect(all(onlyHub, ".nhsuk-pagination")).toEqual([]);
    const alone = print({ entry: { neighbours: { hub, others: [], previous: null, next: null } } }).page;
    expect([...all(alone, ".app-hub-neighbours"), ...all(alone, ".nhsuk-pagination")]).toEqual([]);
  });

  test("leaves out a contents list of one place, and dates that nobody wrote", () => {
    const { page } = print({
      entry: { contents: [{ text: "Change it", href: "#change-it" }], lastReviewed: null, nextReview: null },
    });
    expect([...all(page, ".nhsuk-contents-list"), ...all(page, ".app-review-dates")]).toEqual([]);
  });
});

describe("home.njk", () => {
  test("opens with a question and one large field for words or a reference", () => {
    const { page } = print({ layout: "home.njk" });
    const hero = only(page, "main .nhsuk-hero");
    expect(textOf(only(hero, "h1")).trim()).toBe("Passwords");
    const form = only(hero, "form");
    expect([attribute(form, "action"), attribute(form, "method")]).toEqual(["/help/search/", "get"]);
    const field = only(form, "input");
    expect([attribute(field, "name"), attribute(field, "type")]).toEqual(["q", "search"]);
    expect(attribute(only(form, "label"), "for")).toBe(attribute(field, "id"));
    expect(textOf(only(form, "label")).trim()).toBe("What do you need help with?");
    expect(attribute(field, "aria-describedby")).toBe(attribute(only(form, ".nhsuk-hint"), "id"));
    expect(textOf(only(form, ".nhsuk-hint")).trim()).toMatch(/reference.* CID7023$/);
  });

  test("speaks of no reference where the site documents none", () => {
    const { page } = print({ layout: "home.njk", site: { codeExample: null } });
    expect(textOf(only(page, ".nhsuk-hint")).trim()).toBe("Type a few words.");
  });

  test("shows the editor's words when there are some", () => {
    expect(all(print({ layout: "home.njk" }).page, ".app-article-body")).toEqual([]);
    const { page } = print({ layout: "home.njk", entry: { html: "<p>Welcome.</p>" } });
    expect(textOf(only(page, "main .app-article-body")).trim()).toBe("Welcome.");
  });
});

describe("what a hub lists", () => {
  const card = (text: string) => ({ text, href: `/help/${text}/`, description: null, type: "article" }) as const;
  const columns = (...names: string[]) =>
    all(print({ layout: "hub.njk", entry: { items: names.map(card) } }).page, ".app-cards .nhsuk-card-group__item").map(
      (item) => /column-([a-z-]+)/.exec(attribute(item, "class") ?? "")?.[1],
    );

  test("stands in cards, two in a row, and the last of an odd number has a row of its own", () => {
    expect(columns("a", "b")).toEqual(["one-half", "one-half"]);
    expect(columns("a", "b", "c")).toEqual(["one-half", "one-half", "full"]);
    expect(columns("a")).toEqual(["full"]);
  });

  test("is left out where it is nothing, without a word to the citizen", () => {
    const { page } = print({ layout: "hub.njk", entry: { items: [] } });
    expect(all(page, ".app-cards")).toEqual([]);
    expect(textOf(only(page, "main")).trim()).toBe("Passwords");
  });
});

describe("contact.njk", () => {
  test("puts medical help above every way to get in touch, the form first among them", () => {
    const { page } = print({ layout: "contact.njk about a reference" });
    const headings = headingsOf(only(page, "main")).map((heading) => textOf(heading).trim());
    expect(headings).toEqual([
      "Passwords",
      "We cannot help with medical problems",
      "Send us a message",
      "Other ways to get in touch",
      "Email",
      "Phone",
    ]);
    const links = all(only(page, "main"), "a").map((link) => [attribute(link, "href"), rawText(link)]);
    expect(links).toEqual([
      ["/help/errors/CID7023/", "Read what this reference means"],
      ["/help/contact/", "Ask about something else"],
      ["tel:999", "999"],
      ["https://111.nhs.uk/", "111 online"],
      ["/help/privacy/", "Privacy"],
      ["mailto:help@example.org", "help@example.org"],
      ["tel:03069990123", "0306\u00a0999\u00a00123"],
    ]);
  });

  test("has the ways alone where there is no form, and loads nothing for one", () => {
    const { page } = print({ layout: "contact.njk without a form" });
    expect(all(page, "main form")).toEqual([]);
    expect(all(page, "main h2").map(textOf)).toContain("Ways to get in touch");
    const forForms = ["/help/assets/form-1.css", "/help/assets/contact-1.js"];
    const loaded = (layout: string) => forForms.filter((file) => print({ layout }).html.includes(`"${file}"`));
    for (const layout of ["contact.njk without a form", "article.njk", "contact-sent.njk"]) {
      expect(loaded(layout)).toEqual([]);
    }
    expect(loaded("contact.njk")).toEqual(forForms);
  });

  test("says so where there is no way to get in touch", () => {
    const { page } = print({
      layout: "contact.njk without a form",
      site: { contact: { introduction: null, medicalNotice: null, hasForm: false, ways: [] } },
    });
    expect(textOf(only(page, "main"))).toContain("There is no way to get in touch with us from this help centre yet.");
  });
});

describe("the medical notice", () => {
  const noticeIn = (medicalNotice: string | null, layout: string) => {
    const contact = { introduction: null, medicalNotice, hasForm: true, ways: [] };
    return only(print({ layout, site: { contact } }).page, ".nhsuk-card--feature");
  };

  test.each(["contact.njk", "contact.njk without a form", "contact-sent.njk"])(
    "stands on %s in the words of contact.yml, and never without its links",
    (layout) => {
      for (const words of [null, "We look after accounts, not health."]) {
        const notice = noticeIn(words, layout);
        expect(textOf(notice)).toContain("We cannot help with medical problems");
        expect(textOf(notice)).toContain(words ?? "For medical help:");
        expect(textOf(notice)).toContain("contact your GP surgery");
        expect(all(notice, "a").map((link) => attribute(link, "href"))).toEqual(["tel:999", "https://111.nhs.uk/"]);
      }
    },
  );

  test("stands above the form", () => {
    const { html } = print({ layout: "contact.njk with errors" });
    expect(html.indexOf("tel:999")).toBeGreaterThan(0);
    expect(html.indexOf("tel:999")).toBeLessThan(html.indexOf('<form class="app-contact-form"'));
  });
});

describe("redirect.njk", () => {
  test("leads on at once, and by a link", () => {
    const { page } = print({ layout: "redirect.njk" });
    expect(attribute(only(page, 'meta[http-equiv="refresh"]'), "content")).toBe("0; url=/help/sign-in/");
    expect(attribute(only(page, "main a"), "href")).toBe("/help/sign-in/");
  });
});

describe("sitemap", () => {
  test("lists addresses in order, escaped for XML", () => {
    const addresses = ["https://help.example.org/", "https://help.example.org/?a=1&b='2'"];
    expect(layouts.sitemap(addresses.map((address) => ({ address, alternates: [] })))).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        "  <url><loc>https://help.example.org/</loc></url>",
        "  <url><loc>https://help.example.org/?a=1&amp;b=&#39;2&#39;</loc></url>",
        "</urlset>\n",
      ].join("\n"),
    );
  });
});

describe("openLayouts", () => {
  test("offers content the layouts that are not for pages which the build makes", () => {
    expect([...layouts.names]).toEqual([
      "accessibility-statement.njk",
      "article.njk",
      "cookies.njk",
      "home.njk",
      "hub.njk",
      "page.njk",
      "privacy.njk",
    ]);
  });

  test("makes what pages share once, for each object that it is made of", () => {
    const layout =
      '{% extends "base.njk" %}{% block main %}{% call once(site.footer) %}{{ entry.title }}{% endcall %}{% endblock %}';
    const opened = openLayouts(layoutsWith("page.njk", layout));
    const shared: readonly LinkView[] = [];
    const printed = (title: string, footer: readonly LinkView[]) =>
      textOf(
        only(
          parse(opened.render(layoutData(opened, { layout: "page.njk", entry: { title }, site: { footer } }))),
          "main",
        ),
      );
    expect([printed("One", shared), printed("Two", shared), printed("Three", [])]).toEqual(["One", "One", "Three"]);
  });

  test("gives a language's words, and English ones where it has none", () => {
    const folder = layoutsWith("text/cy.yml", "skipLink: Neidio i'r prif gynnwys\nheader: { search: Chwilio }\n");
    const welsh = openLayouts(folder).text("cy-GB");
    expect(welsh["skipLink"]).toBe("Neidio i'r prif gynnwys");
    expect(welsh["header"]).toEqual({ ...(layouts.text("en")["header"] as LayoutText), search: "Chwilio" });
    expect(openLayouts(folder).text("fr")).toEqual(layouts.text("en-GB"));
  });

  test("names the layout that has a mistake, without a stack in the message", () => {
    const folder = layoutsWith(
      "page.njk",
      '{% extends "base.njk" %}\n{% block main %}\n  {{ entry.title | shout }}\n{% endblock %}\n',
    );
    const opened = openLayouts(folder);
    const error = thrownBy(() => opened.render(layoutData(opened, { layout: "page.njk" })));
    expect(error).toBeInstanceOf(SourceError);
    expect((error as Error).message).toMatch(/^layouts\/page\.njk: filter not found: shout$/);
  });

  test("names the line of a value that is not there", () => {
    const folder = layoutsWith(
      "page.njk",
      '{% extends "base.njk" %}\n{% block main %}\n  {{ entry.titel }}\n{% endblock %}\n',
    );
    const opened = openLayouts(folder);
    const error = thrownBy(() => opened.render(layoutData(opened, { layout: "page.njk" })));
    expect((error as Error).message).toBe("layouts/page.njk:3:3: attempted to output null or undefined value");
  });

  test("names the line of a component's mistake, not the page that uses it", () => {
    const folder = layoutsWith(
      "components/draft.njk",
      "{% macro draftMarker(entry, text) %}\n{% if %}\n{% endmacro %}\n",
    );
    const opened = openLayouts(folder);
    const error = thrownBy(() => opened.render(layoutData(opened)));
    expect((error as Error).message).toMatch(/^layouts\/components\/draft\.njk:2:\d+: /);
  });

  test("names the component that places a value which is not there", () => {
    const component = "{% macro draftMarker(entry, text) %}\n{{ text.nowhere }}\n{% endmacro %}\n";
    const opened = openLayouts(layoutsWith("components/draft.njk", component));
    const error = thrownBy(() => opened.render(layoutData(opened)));
    expect((error as Error).message).toBe(
      "layouts/components/draft.njk:2:1: attempted to output null or undefined value",
    );
  });

  test("names the line of a mistake in the words", () => {
    expect((thrownBy(() => openLayouts(layoutsWith("text/en.yml", "a: 1\n"))) as Error).message).toContain(
      "layouts/text/en.yml: must be",
    );
    expect((thrownBy(() => openLayouts(layoutsWith("text/en.yml", "a: x\na: y\n"))) as Error).message).toBe(
      "layouts/text/en.yml:2:1: Map keys must be unique",
    );
  });
});

describe("the words of the layouts", () => {
  const templates = filesOf("layouts").filter((file) => file.endsWith(".njk"));
  const source = templates
    .map((file) => readFileSync(join("layouts", file), "utf8").replace(/\{#[\s\S]*?#\}/g, ""))
    .join("\n");
  const used = new Set([...source.matchAll(/\btext\.((?:\w+\.)*\w+)/g)].map((match) => match[1] ?? ""));
  /** What a page's script is given as a whole. */
  const handedOver = [...source.matchAll(/\btext\.((?:\w+\.)*\w+) \| dump/g)].map((match) => `${match[1] ?? ""}.`);
  const keys = keysOf(layouts.text("en"));

  test("are all there", () => {
    const missing = [...used].filter((key) => !keys.some((there) => there === key || there.startsWith(`${key}.`)));
    expect(missing).toEqual([]);
  });

  test("are all used, by a layout or by the pages that the build makes", () => {
    const elsewhere = /^(?:(?:pages|phase|contact\.form\.fields)\.|language\.name$)/;
    // The forms of a word for different numbers go to a component together.
    const byNumber = /(?<=\.count\.\w+)\.\w+$/;
    const isUsed = (key: string) =>
      used.has(key.replace(byNumber, "")) || elsewhere.test(key) || handedOver.some((map) => key.startsWith(map));
    const unused = keys.filter((key) => !isUsed(key));
    expect(unused).toEqual([]);
  });
});

function keysOf(text: LayoutText, above = ""): readonly string[] {
  return Object.entries(text).flatMap(([key, value]) =>
    typeof value === "string" ? [above + key] : keysOf(value, `${above}${key}.`),
  );
}
