/** An error screen of another service, as docs/developers/calling-services.md shows it, with the words of the help centre. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { catalogueFiles } from "../../src/output/error-catalogue.ts";
import { openLayouts } from "../../src/output/layouts.ts";
import { entriesOf } from "../../src/output/page-types.ts";
import { startVisit } from "../support/browsing.ts";
import type { Visit } from "../support/browsing.ts";
import { article, siteFrom } from "../support/site-from.ts";
import { builtSite } from "../support/site-pages.ts";
import { useBrowser } from "../support/use-browser.ts";
import { fileShown } from "../docs/fences.ts";

const guide = "docs/developers/calling-services.md";
const screen = fileShown(guide, "error-screen.html");
const script = fileShown(guide, "error-help.js");
const site = builtSite("prefixed");

const browser = useBrowser();
let visit: Visit;
const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  await visit.context.close();
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** Serves on a port of its own: another origin. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  closing.push(
    () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** How the error screen is opened. */
interface Screen {
  readonly helpCentre: string;
  readonly javaScriptEnabled?: boolean;
  /** Whether the browser is one that cannot make HTML safe. */
  readonly isOld?: boolean;
}

/** Serves the error screen under a policy stricter than most, and goes there. */
async function openScreen({ helpCentre, javaScriptEnabled = true, isOld = false }: Screen): Promise<void> {
  const { origin } = new URL(helpCentre);
  const page = screen.replace(/data-help-centre="[^"]*"/, `data-help-centre="${helpCentre}"`);
  const policy = `default-src 'none'; script-src 'self'; connect-src ${origin}; img-src ${origin} data:; require-trusted-types-for 'script'`;
  const address = await serve(({ url }, response) => {
    const isScript = url === "/error-help.js";
    response.setHeader("Content-Security-Policy", policy);
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    response.setHeader("Content-Type", isScript ? "text/javascript" : "text/html; charset=utf-8");
    const icon = `<link rel="icon" href="data:,">`;
    response.end(isScript ? script : `<!doctype html><html lang="en"><title>Problem</title>${icon}${page}`);
  });
  visit = await startVisit(browser(), { ...site, address }, { javaScriptEnabled });
  if (isOld) await visit.page.addInitScript(() => Reflect.deleteProperty(Element.prototype, "setHTML"));
  await visit.page.goto(address);
}

/** A help centre that answers every request with the same words about a code, whatever they are. */
function helpCentreSaying(said: object): Promise<string> {
  return serve((_, response) => {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify(said));
  });
}

const main = () => visit.page.getByRole("main");
const heading = () => main().getByRole("heading", { level: 2 });

interface Published {
  readonly title: string;
  readonly help: { readonly html: string; readonly text: string };
}
const published = JSON.parse(readFileSync(join(site.folder, "api/errors/CID7023.json"), "utf8")) as Published;

/** What those who listen to the screen are told when the help centre says nothing. */
const withoutHelp = [
  '- heading "Sorry, there is a problem" [level=1]',
  "- paragraph: Your reference is CID7023.",
  "- paragraph:",
  '  - link "What CID7023 means and what you can do":',
  "    - /url: https://help.example.org/errors/CID7023/",
];

/** What they are told now, line by line. */
async function heard(): Promise<readonly string[]> {
  const lines = (await main().ariaSnapshot()).split("\n");
  return lines[0] === "- main:" ? lines.slice(1).map((line) => line.replace(/^ {2}/, "")) : lines;
}

describe("the error screen of another service", () => {
  test("says what the help centre says about the code, below the link to it", async () => {
    await openScreen({ helpCentre: site.address });
    await heading().waitFor();
    const lines = await heard();
    expect(lines.slice(0, withoutHelp.length)).toEqual(withoutHelp);
    expect(lines[withoutHelp.length]).toBe(`- heading "${published.title}" [level=2]`);
    const words = lines.slice(withoutHelp.length + 1).join("\n");
    expect(words).toContain("cannot connect to your GP surgery’s system");
    expect(words).toContain("You have already set up an NHS login");
    expect(words).toMatch(/link "Contact us":\n\s*- \/url: https:\/\/example\.org\/help\/contact/);
  });

  test("opens what opens, and asks the help centre for one file alone", async () => {
    await openScreen({ helpCentre: site.address });
    const words = main().getByText("We can only connect one NHS login");
    const opener = main().getByText("You have already set up an NHS login", { exact: true });
    await opener.waitFor();
    expect(await words.isVisible()).toBe(false);
    await opener.click();
    expect(await words.isVisible()).toBe(true);
    expect(visit.faults).toEqual([`request to ${site.address}api/errors/CID7023.json`]);
  });

  test("says the same as plain text in a browser that cannot make HTML safe", async () => {
    await openScreen({ helpCentre: site.address, isOld: true });
    await heading().waitFor();
    const words = main().locator("h2 + div");
    expect(await words.textContent()).toBe(published.help.text);
    expect(await words.evaluate((element) => getComputedStyle(element).whiteSpace)).toBe("pre-wrap");
    expect(await words.evaluate((element) => element.children.length)).toBe(0);
  });

  test("has the link to the words without scripts", async () => {
    await openScreen({ helpCentre: site.address, javaScriptEnabled: false });
    expect(await heard()).toEqual(withoutHelp);
    expect(visit.faults).toEqual([]);
  });

  test("has the link to the words while the help centre is down", async () => {
    const helpCentre = await serve((request) => request.socket.destroy());
    await openScreen({ helpCentre });
    await expect.poll(() => visit.faults.filter((fault) => fault.startsWith("console:"))).toHaveLength(1);
    expect(await heard()).toEqual(withoutHelp);
    expect(visit.faults.filter((fault) => fault.startsWith("script:"))).toEqual([]);
  });

  test("gives up a help centre that does not answer in time", async () => {
    let givenUp = false;
    const helpCentre = await serve(({ socket }, response) => {
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.write('{"version": 1,');
      socket.on("close", () => (givenUp = true));
    });
    await openScreen({ helpCentre });
    await expect.poll(() => givenUp).toBe(true);
    expect(await heard()).toEqual(withoutHelp);
  });

  test.each([
    ["a code that it does not know", (helpCentre: string) => `${helpCentre}nowhere/`],
    ["an address without files for programs", (helpCentre: string) => `${helpCentre}contact/`],
  ])("has the link to the words where the help centre says nothing: %s", async (_, wrong) => {
    await openScreen({ helpCentre: wrong(site.address) });
    await expect.poll(() => visit.faults.length).toBeGreaterThan(1);
    expect(await heard()).toEqual(withoutHelp);
    expect(visit.faults.filter((fault) => fault.startsWith("script:"))).toEqual([]);
  });

  test("shows nothing of a version that it does not know", async () => {
    await openScreen({ helpCentre: await helpCentreSaying({ ...published, version: 2 }) });
    await visit.page.waitForLoadState("networkidle");
    expect(await heard()).toEqual(withoutHelp);
  });
});

/** What a help centre says that somebody has broken into. */
const attack =
  '<script>document.title="ran"</script><img src="data:," onerror="document.title=\'ran\'"><p onclick="document.title=\'ran\'">Press</p>' +
  "<a href=\"javascript:document.title='ran'\">Follow</a><iframe srcdoc=\"<script>parent.document.title='ran'</script>\"></iframe>" +
  '<form action="https://evil.example/"><button>Send</button></form><svg><script>document.title="ran"</script></svg>' +
  "<details open ontoggle=\"document.title='ran'\"><summary>Open</summary></details>";

describe.each([false, true])("with hostile words in the catalogue (in an old browser: %s)", (isOld) => {
  test("nothing of a help centre that somebody has broken into runs", async () => {
    const said = {
      ...published,
      version: 1,
      title: attack,
      language: '"><script>',
      help: { html: attack, text: attack },
    };
    const helpCentre = await helpCentreSaying(said);
    await openScreen({ helpCentre, isOld });
    await heading().waitFor();
    expect(await heading().textContent()).toBe(attack);
    for (const name of ["Press", "Follow"]) if (!isOld) await main().getByText(name, { exact: true }).click();
    expect(await visit.page.title()).toBe("Problem");
    expect(await visit.page.locator("iframe, form script, main script").count()).toBe(0);
    expect(visit.faults).toEqual([`request to ${helpCentre}api/errors/CID7023.json`]);
  });
});

/** What an editor might try; a build would publish none of it. */
const hostilePage = [
  "## CID7023: `<img src=x onerror=document.title='ran'>`",
  '<script>document.title="ran"</script>',
  "<p onclick=\"document.title='ran'\">Press</p>",
  "[Follow](javascript:document.title='ran') `<script>document.title='ran'</script>`",
  '<img src="data:," onerror="document.title=\'ran\'" alt="">',
  "<details open ontoggle=\"document.title='ran'\"><summary>Open</summary>Words</details>",
].join("\n\n");

test("nothing that an editor writes runs, even where a service takes the catalogue's HTML as it is", async () => {
  const { site: written } = await siteFrom({ "codes.md": article(hostilePage) });
  const layouts = openLayouts("layouts");
  const file = catalogueFiles(written, entriesOf(written, layouts.text)).find(({ path }) => path.includes("CID7023"));
  const { help } = JSON.parse(file?.content ?? "") as Published;
  const address = await serve((_, response) => response.end("<!doctype html><title>Problem</title><main></main>"));
  visit = await startVisit(browser(), { ...site, address });
  await visit.page.goto(address);
  await visit.page.evaluate((html) => void (document.body.innerHTML += `<section>${html}</section>`), help.html);
  for (const name of ["Press", "Open"]) await visit.page.getByText(name, { exact: true }).click();
  expect(await visit.page.locator("section").textContent()).toContain("Follow");
  expect(await visit.page.title()).toBe("Problem");
});
