import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { Severity } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
import { describe, expect, test } from "vitest";
import { deployFiles } from "../../src/output/deploy-files.ts";
import { contentPolicyForMeta, headerRules, headersFor } from "../../src/output/deploy-headers.ts";
import type { PathPattern } from "../../src/output/deploy-headers.ts";
import type { Redirect, Site } from "../../src/model/site.ts";
import { formTo, siteOf } from "./site-values.ts";

function file(path: string, redirects: readonly Redirect[] = [], pathPrefix = "/"): string {
  const files = deployFiles(siteOf({ redirects, settings: { pathPrefix } }));
  return files.find((made) => made.path === path)?.content ?? "";
}

/** The headers of `_headers` by pattern, as a host reads them. */
function headersByPattern(text: string): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const blocks = text
    .trim()
    .split("\n\n")
    .map((block) => block.split("\n"));
  return Object.fromEntries(
    blocks.map(([pattern, ...lines]) => [
      pattern,
      Object.fromEntries(lines.map((line) => line.trim().split(/: (.*)/s))),
    ]),
  );
}

const kinds: readonly PathPattern[] = ["pages", "assets", "api"];

const plain = siteOf({});

function policyOf(site: Site): string {
  return headersFor(site, "everything").find(([name]) => name === "Content-Security-Policy")?.[1] ?? "";
}

describe("the content policy", () => {
  const policy = policyOf(plain);

  test("holds nothing that csp_evaluator finds to be of high severity", () => {
    const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
    const severe = findings.filter(({ severity }) => severity <= Severity.MEDIUM || severity === Severity.SYNTAX);
    expect(severe.map(({ description }) => description)).toEqual([]);
  });

  test("allows nothing inline and nothing from another host", () => {
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
    expect(policy).toContain("default-src 'none'");
  });

  test("stands in pages without what a meta element cannot carry", () => {
    expect(contentPolicyForMeta(plain, "site")).toBe(policy.replace("; frame-ancestors 'none'", ""));
  });

  test("lets the form be sent to its address on another host, and nothing else leave", () => {
    const elsewhere = "https://forms.example.org";
    const site = siteOf({
      settings: { url: "https://help.example.org/" },
      contact: { form: formTo(`${elsewhere}/send`) },
    });
    const widened = policy
      .split("; ")
      .map((part) => (/^(connect-src|form-action) /.test(part) ? `${part} ${elsewhere}` : part));
    expect(policyOf(site)).toBe(widened.join("; "));
    for (const address of ["/contact/send", "https://help.example.org/send"]) {
      expect(policyOf({ ...site, contact: { ...site.contact, form: formTo(address) } })).toBe(policy);
    }
  });

  test("of the page that a receiver on another host sends takes looks from the site, and scripts from nobody", () => {
    const home = "https://help.example.org";
    const form = formTo("https://forms.example.org/send");
    const site = siteOf({ settings: { url: `${home}/help/` }, contact: { form } });
    const directives = new Map(
      contentPolicyForMeta(site, "receiver")
        .split("; ")
        .map((part) => part.split(/ (.*)/s) as [string, string]),
    );
    for (const name of ["style-src", "img-src", "form-action"]) expect(directives.get(name)).toBe(`'self' ${home}`);
    expect(directives.get("script-src")).toBe("'self'");
  });
});

describe("_headers", () => {
  test("carries every header", () => {
    const blocks = headersByPattern(file("_headers"));
    expect(blocks["/*"]).toEqual(headerRules(plain)[0]?.headers);
    expect(blocks["/assets/*"]).toEqual({ "Cache-Control": "public, max-age=31536000, immutable" });
    expect(blocks["/api/*"]).toMatchObject({ "Access-Control-Allow-Origin": "*" });
    expect(blocks["/*/"]).toEqual({ "Cache-Control": "no-cache" });
  });

  test("never gives one header in two patterns that match one address, for hosts that join them", () => {
    const patterns = Object.entries(headersByPattern(file("_headers")));
    for (const address of ["/", "/manage/", "/404.html", "/assets/site.css", "/api/errors.json", "/robots.txt"]) {
      const matching = patterns.filter(([pattern]) => new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(address));
      const names = matching.flatMap(([, headers]) => Object.keys(headers));
      expect(names).toHaveLength(new Set(names).size);
    }
  });

  test("puts the path of the site before its patterns", () => {
    expect(Object.keys(headersByPattern(file("_headers", [], "/help/")))).toContain("/help/assets/*");
  });
});

describe("the nginx file", () => {
  test("carries every header, always, in every location that serves files", () => {
    const nginx = file("_hosting/nginx.conf");
    const locations = { "/": "pages", "^~ /assets/": "assets", "^~ /api/": "api" } as const;
    for (const [match, kind] of Object.entries(locations)) {
      const block = nginx.slice(nginx.indexOf(`location ${match} {`)).split("}")[0] ?? "";
      for (const [name, value] of headersFor(plain, kind))
        expect(block).toContain(`add_header ${name} "${value}" always;`);
    }
    const server = nginx.slice(0, nginx.indexOf("\nlocation"));
    for (const [name, value] of headersFor(plain, "everything"))
      expect(server).toContain(`add_header ${name} "${value}" always;`);
  });

  test("serves none of the files that are for hosts", () => {
    const nginx = file("_hosting/nginx.conf");
    for (const match of ["= /_headers", "= /_redirects", "^~ /_hosting/"]) {
      expect(nginx).toContain(`location ${match} {\n  return 404;\n}`);
    }
  });
});

describe("the CloudFront file", () => {
  test("carries every header in a policy for each kind of address", () => {
    const { policies } = JSON.parse(file("_hosting/cloudfront.json")) as {
      policies: {
        responseHeadersPolicyConfig: {
          Name: string;
          CustomHeadersConfig: { Quantity: number; Items: { Header: string; Value: string }[] };
        };
      }[];
    };
    expect(policies.map((policy) => policy.responseHeadersPolicyConfig.Name)).toEqual(
      kinds.map((kind) => `help-centre-${kind}`),
    );
    for (const [index, kind] of kinds.entries()) {
      const { Items, Quantity } = policies[index]!.responseHeadersPolicyConfig.CustomHeadersConfig;
      expect(Items.map(({ Header, Value }) => [Header, Value])).toEqual(headersFor(plain, kind));
      expect(Quantity).toBe(Items.length);
    }
  });
});

describe("redirects", () => {
  const moved = [{ from: "/old/", to: "/new/#part" }];

  test("stand with and without the slash, under the site's path", () => {
    expect(file("_redirects", moved, "/help/")).toBe("/help/old /help/new/#part 301\n/help/old/ /help/new/#part 301\n");
    expect(file("_hosting/nginx.conf", moved, "/help/")).toContain(
      'location = "/help/old" {\n  return 301 "/help/new/#part";\n}',
    );
  });

  const hostile: readonly Redirect[] = [
    { from: "/a%0A/*%20https://evil.example%20301", to: "/" },
    { from: "/a\n/b", to: "/" },
    { from: "/a%20b/", to: "/" },
    { from: "/*", to: "/*" },
    { from: "/:all", to: "/$request_uri/" },
    { from: '/"; return 200 evil; #', to: '/"; return 200 evil; #' },
    { from: "/a\u2028b/", to: "/a\u2028b/" },
    { from: "/x/", to: "/new/\r\nSet-Cookie: a=b" },
    { from: "/\\/", to: "/\\/" },
  ];

  test("cannot begin a line, a word or a pattern of an editor's own in _redirects", () => {
    for (const line of file("_redirects", hostile).trimEnd().split("\n")) {
      expect(line).toMatch(/^\/[^\s:*]* \/[^\s:*]* 301$/);
    }
  });

  test("cannot close their quotes, use a variable or begin a line in the nginx file", () => {
    const nginx = file("_hosting/nginx.conf", hostile);
    const ours = file("_hosting/nginx.conf").split("\n");
    const theirs = nginx.split("\n").filter((line) => !ours.includes(line));
    for (const line of theirs) {
      expect(line).toMatch(/^(location = "([^"\\]|\\["\\])*" \{|  return 301 "([^"\\$]|\\["\\])*";)$/);
    }
    expect(theirs.length).toBeGreaterThan(4);
  });

  test("cannot reach the file of headers", () => {
    expect(file("_headers", hostile)).toBe(file("_headers"));
  });
});
