/** Whatever the address of the contact page says: only codes and pages that the site knows are taken from it. */
import { beforeEach, expect, test } from "vitest";
import { startVisit } from "../support/browsing.ts";
import { contentsOf, openAddress } from "../support/hostile-visit.ts";
import { builtSite, served } from "../support/site-pages.ts";
import { useVisit } from "../support/use-browser.ts";

const site = builtSite("root");
const visit = useVisit(startVisit);
beforeEach(() => visit.start(site));

const open = (address: string, behind: string) => openAddress(visit.page, site, address, behind);
const known = "CID7023";
const carried = () => visit.page.locator('.app-contact-form input[name="error"]').inputValue();
const shown = () => visit.page.locator(".app-contact-reference");

test("the contact page shows a code that the site knows in the words of the site, the same as on the page about the code", async () => {
  await open(`/contact/${known}/`, "");
  const words = await shown().locator("p").first().innerText();
  expect(words).toContain(known);
  await open("/contact/", `?error=${known}`);
  await expect.poll(() => shown().locator("p").first().innerText()).toBe(words);
  expect(await carried()).toBe(known);
});

test.each([
  "CID9999",
  "cid7023",
  "CID7O23",
  "CID70",
  "",
  "%20CID7023",
  "CID7023%00",
  "CID7023%0A",
  "CID7023.",
  "CID7023/../CID2011",
  "CID7023&error=CID7023",
  "CID7023&error=CID2011",
  "CID7023%20CID2011",
  "toString",
])("the contact page takes ?error=%s for no code, and asks nobody about it", async (value) => {
  const plain = await open("/contact/", "");
  expect(await open("/contact/", `?error=${value}`)).toEqual(plain);
  expect([await carried(), await shown().isVisible()]).toEqual(["", false]);
});

test.each(["?error[]=CID7023", "?error%00=CID7023", "?Error=CID7023", "#error=CID7023", "#?error=CID7023"])(
  "the contact page takes no code from %s",
  async (behind) => {
    expect(await open("/contact/", behind)).toEqual(await open("/contact/", ""));
  },
);

test("the contact page shows a page that the site has in the words of the site", async () => {
  await open("/contact/", "?page=/cookies/");
  await expect.poll(() => shown().isVisible()).toBe(true);
  expect(await shown().innerText()).toBe("You are telling us about the page: Cookies\n\nAsk about something else");
  expect(await visit.page.locator('.app-contact-form input[name="page"]').inputValue()).toBe("/cookies/");
});

const noPages = [
  "/cookies",
  "cookies/",
  "//evil.example/cookies/",
  "/\\evil.example/",
  "https://evil.example/cookies/",
  "/cookies/?x=/",
  "/cookies/%23/",
  "/cookies/%00",
  "/cookies/&page=/cookies/",
  "/cookies/&page=/privacy/",
  "/<img src=x onerror=alert(1)>/",
  "javascript:alert(1)//",
  "%E0%A4%A",
  "",
];
test.each(noPages)("the contact page takes ?page=%s for no page, and asks nobody about it", async (value) => {
  const plain = await open("/contact/", "");
  expect(await open("/contact/", `?page=${value}`)).toEqual(plain);
});

test.each(["/Cookies/", "/cookies/../cookies/", "/errors/CID7023/", "/contact/", "/api/", "/__proto__/", "/\u202Ex/"])(
  "the contact page takes ?page=%s for no page, as the site's own list does not hold it",
  async (value) => {
    const plain = await open("/contact/", "");
    const answered = visit.page.waitForResponse("**/api/pages.json");
    const { asked } = await open("/contact/", `?page=${encodeURIComponent(value)}`);
    await answered;
    await visit.page.waitForLoadState("networkidle");
    expect(await contentsOf(visit.page)).toBe(plain.contents);
    expect(asked.filter((url) => url !== served(site, "/api/pages.json"))).toEqual([]);
  },
);

test.each(["?page[]=/cookies/", "?Page=/cookies/", "?page%00=/cookies/", "#page=/cookies/", "#?page=/cookies/"])(
  "the contact page takes no page from %s",
  async (behind) => {
    expect(await open("/contact/", behind)).toEqual(await open("/contact/", ""));
  },
);

test("a page about a code keeps to it, whatever else the address says", async () => {
  const plain = await open(`/contact/${known}/`, "");
  expect(await open(`/contact/${known}/`, "?page=/errors/CID2011/")).toEqual(plain);
  expect(await open(`/contact/${known}/`, "?page=/cookies/")).toEqual(plain);
  await open(`/contact/${known}/`, "?error=CID2011");
  expect(await carried()).toBe(known);
});
