/** Nothing in a page is inline script or style, and no page asks another host for anything. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { Severity } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { attribute, everyElement, filesOf, only, pagesOf, rawText } from "../support/page.ts";
import type { Element } from "../support/page.ts";
import { headersFor, parseHeaders } from "../support/site-server.ts";
import { builtSites } from "../support/site-pages.ts";

/** Attributes with the address of something that a browser fetches by itself. */
const fetched: Readonly<Record<string, readonly string[]>> = {
  link: ["href"],
  script: ["src"],
  img: ["src", "srcset"],
  source: ["src", "srcset"],
  video: ["src", "poster"],
  audio: ["src"],
  track: ["src"],
  input: ["src"],
  form: ["action"],
};

/** Elements that would bring in something that no page of ours needs. */
const refusedElements = ["style", "iframe", "frame", "object", "embed", "base", "applet", "portal"];

function inlineParts(element: Element): readonly string[] {
  const inline = element.attrs.filter(({ name, value }) => /^(on|style$)/.test(name) || /^\s*javascript:/i.test(value));
  const script = element.tagName === "script" && (attribute(element, "src") === null || rawText(element).trim() !== "");
  return [
    ...inline.map(({ name }) => `${name} on ${element.tagName}`),
    ...(script ? ["inline script"] : []),
    ...(refusedElements.includes(element.tagName) ? [element.tagName] : []),
  ];
}

/** Addresses that a browser would fetch for an element and that lead to another host than the page's. */
function askedElsewhere(element: Element): readonly string[] {
  const isAddress = attribute(element, "rel") === "canonical" || attribute(element, "hreflang") !== null;
  if (element.tagName === "link" && isAddress) return [];
  return (fetched[element.tagName] ?? []).flatMap((name) => {
    const value = attribute(element, name);
    return value !== null && /^\s*([a-z][a-z0-9+.-]*:|\/\/)/i.test(value) && !value.startsWith("data:") ? [value] : [];
  });
}

describe.each(builtSites())("the site %s", (_name, site) => {
  test.each(pagesOf(site.folder).map((page) => [page.address, page] as const))(
    "has nothing inline on %s, and asks no other host",
    (_address, { document }) => {
      expect(everyElement(document).flatMap(inlineParts)).toEqual([]);
      expect(everyElement(document).flatMap(askedElsewhere)).toEqual([]);
    },
  );

  test("has styles that fetch nothing from elsewhere", () => {
    const sheets = filesOf(site.folder).filter((file) => file.endsWith(".css"));
    expect(sheets.length).toBeGreaterThan(0);
    for (const sheet of sheets) {
      const css = readFileSync(join(site.folder, sheet), "utf8");
      expect(css).not.toMatch(/@import|url\(\s*["']?\s*([a-z]+:)?\/\//i);
    }
  });

  describe("tells browsers, in its headers,", () => {
    const rules = parseHeaders(readFileSync(join(site.folder, "_headers"), "utf8"));
    const headers = new Map(
      [...headersFor(site.pathPrefix, rules)].map(([name, value]) => [name.toLowerCase(), value]),
    );
    const policy = headers.get("content-security-policy") ?? "";

    test("a policy without a hole that an attacker could use", () => {
      expect(policy).not.toBe("");
      const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
      expect(findings.filter(({ severity }) => severity <= Severity.MEDIUM && severity !== Severity.NONE)).toEqual([]);
      expect(policy).not.toContain("unsafe");
    });

    test("to believe the types of its files, and to let nobody frame it", () => {
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers.has("referrer-policy")).toBe(true);
    });
  });

  test("says the policy in the page too, for hosts that send no headers, before anything is fetched", () => {
    for (const { document } of pagesOf(site.folder)) {
      const head = everyElement(only(document, "head")).filter(({ tagName }) => tagName !== "title");
      const at = head.findIndex((element) => attribute(element, "http-equiv") === "Content-Security-Policy");
      const firstFetched = head.findIndex(({ tagName }) => tagName === "link" || tagName === "script");
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThan(firstFetched);
    }
  });
});

test("the checks on this page see what they look for", () => {
  const page = (html: string) => everyElement(only(parse(html), "body"));
  expect(page(`<a onclick="x()" style="color: red" href=" javascript:x">a</a>`).flatMap(inlineParts)).toHaveLength(3);
  expect(page(`<p><script>x()</script><iframe></iframe>`).flatMap(inlineParts)).toHaveLength(2);
  expect(page(`<img src="//host/x.png"><form action="https://host/"></form>`).flatMap(askedElsewhere)).toHaveLength(2);
});
