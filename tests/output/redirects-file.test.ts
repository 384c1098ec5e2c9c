import { describe, expect, test } from "vitest";
import type { Redirect } from "../../src/model/site.ts";
import { stubbedAddresses } from "../../src/output/code-redirects.ts";
import { deployFiles } from "../../src/output/deploy-files.ts";
import { reference, siteOf } from "./site-values.ts";

/** A file for a site that explains some codes. */
function file(path: string, codes: readonly string[], redirects: readonly Redirect[] = [], pathPrefix = "/"): string {
  const site = siteOf({
    settings: { pathPrefix },
    redirects,
    errorReferences: codes.map((code) => reference({ code })),
  });
  return deployFiles(site).find((made) => made.path === path)?.content ?? "";
}

const linesOf = (text: string) => text.trimEnd().split("\n");
const thousand = Array.from({ length: 1000 }, (_, index) => `CID${7000 + index}`);

/** What Cloudflare says against a line, as its own parser does (workers-sdk, parseRedirects). */
function refusals(text: string): readonly string[] {
  const seen = new Set<string>();
  return linesOf(text).flatMap((line, index) => {
    const [from = "", to = "", status = "", ...more] = line.split(/\s+/);
    const isRight = /^\/[^:*]*$/.test(from) && to.startsWith("/") && /^30[1278]$/.test(status) && more.length === 0;
    const isNew = !seen.has(from);
    seen.add(from);
    return isRight && isNew && index < 2000 && line.length <= 1000 ? [] : [line];
  });
}

describe("_redirects", () => {
  test("leads the spellings of a code to its page, with the slash and without, under the site's path", () => {
    const lines = linesOf(file("_redirects", ["CID7023"], [], "/help/"));
    for (const folder of ["errors", "contact"]) {
      for (const spelling of ["cid7023", "7023", "CID7O23", "cid7o23", "CID%207023", "cid-7023"]) {
        expect(lines).toContain(`/help/${folder}/${spelling} /help/${folder}/CID7023/ 301`);
        expect(lines).toContain(`/help/${folder}/${spelling}/ /help/${folder}/CID7023/ 301`);
      }
    }
    expect(lines).toHaveLength(32);
  });

  test("never leads from a code's own address", () => {
    const sources = linesOf(file("_redirects", ["CID7000", "CID7023"])).map((line) => line.split(" ")[0]);
    for (const address of ["/errors/CID7000/", "/errors/CID7023", "/contact/CID7000/"]) {
      expect(sources).not.toContain(address);
    }
  });

  test("holds nothing that Cloudflare refuses, and all that editors ask for first, however many codes there are", () => {
    const moved = [{ from: "/old/", to: "/new/" }];
    const text = file("_redirects", thousand, moved);
    expect(refusals(text)).toEqual([]);
    expect(linesOf(text)).toHaveLength(2000);
    expect(linesOf(text).slice(0, 2)).toEqual(["/old /new/ 301", "/old/ /new/ 301"]);
    expect(linesOf(text)[2]).toBe("/errors/cid7000 /errors/CID7000/ 301");
  });

  test("is empty where there is nothing to lead on", () => {
    expect(file("_redirects", [])).toBe("");
    expect(file("_hosting/netlify_redirects", [])).toBe("");
  });
});

describe("the lines for Netlify alone", () => {
  const lines = linesOf(file("_hosting/netlify_redirects", ["CID7023"], [], "/help/"));

  test("lead from a code behind a question mark to its page, before the page that is there", () => {
    expect(lines).toEqual([
      "/help/contact/ error=CID7023 /help/contact/CID7023/ 302!",
      "/help/errors/ code=CID7023 /help/errors/CID7023/ 302!",
      "/help/errors/ code=cid7023 /help/errors/CID7023/ 302!",
      "/help/errors/ code=7023 /help/errors/CID7023/ 302!",
      "/help/errors/ code=CID7O23 /help/errors/CID7023/ 302!",
      "/help/errors/ code=cid7o23 /help/errors/CID7023/ 302!",
      "/help/errors/ code=CID-7023 /help/errors/CID7023/ 302!",
      "/help/errors/ code=cid-7023 /help/errors/CID7023/ 302!",
    ]);
  });

  test("are, with the others, no more than Netlify takes well", () => {
    const codes = Array.from({ length: 1500 }, (_, index) => `CID${7000 + index}`);
    const all = [file("_redirects", codes), file("_hosting/netlify_redirects", codes)].flatMap(linesOf);
    expect(all.length).toBeLessThanOrEqual(10_000);
    expect(all).toContain("/contact/ error=CID8499 /contact/CID8499/ 302!");
    expect(all).toContain("/errors/ code=8499 /errors/CID8499/ 302!");
  });
});

describe("stub pages", () => {
  const stubs = (codes: readonly string[]) =>
    stubbedAddresses(siteOf({ errorReferences: codes.map((code) => reference({ code })) }));

  test("stand at the digits alone, and at the code with the letter O for zeros", () => {
    expect(stubs(["CID1111", "CID7023"])).toEqual([
      { from: "/errors/1111/", to: "/errors/CID1111/" },
      { from: "/errors/7023/", to: "/errors/CID7023/" },
      { from: "/errors/CID7O23/", to: "/errors/CID7023/" },
    ]);
  });

  test("never take the place of a page or of each other, on a disk that folds case either", () => {
    const addresses = [...stubs(thousand).map(({ from }) => from), ...thousand.map((code) => `/errors/${code}/`)];
    expect(new Set(addresses.map((address) => address.toLowerCase())).size).toBe(addresses.length);
  });
});
