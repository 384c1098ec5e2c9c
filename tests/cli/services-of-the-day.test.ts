/** Which services can be picked depends on a day: the one that was typed, else the commit's, never the clock's. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCommand } from "../support/run-command.ts";
import { article } from "../support/site-from.ts";
import { makeDesk } from "./content-folder.ts";
import type { Desk } from "./content-folder.ts";
import { startProjectPreview } from "./preview-process.ts";

let desk: Desk;
beforeEach(() => {
  desk = makeDesk();
  desk.write({
    "a.md": article("Words."),
    "contact.yml": "form:\n  address: /contact/send\n",
    "services.yml":
      "old: {name: Winter clinic, until: 2026-01-30}\nnew: {name: Spring clinic, from: 2026-01-31}\nboth: Pharmacy app\n",
  });
});
afterEach(() => desk.clear());

/** The names of the services that the contact page of a build offers, in order. */
async function offered(...args: readonly string[]): Promise<readonly string[]> {
  const output = join(desk.folder, "site");
  const { stderr } = await runCommand(["build", "--content", desk.content, "--output", output, ...args]);
  expect(stderr).toBe("");
  return namesIn(readFileSync(join(output, "contact/index.html"), "utf8"));
}

function namesIn(html: string): readonly string[] {
  return html.match(/Winter clinic|Spring clinic|Pharmacy app/g) ?? [];
}

/** Commits the content at midday of a day, by the clock of a place far to the west of Greenwich. */
function commit(day: string): void {
  const date = `${day}T12:00:00-08:00`;
  const env = { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date };
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-C", desk.folder, "-c", "user.name=a", "-c", "user.email=a@example.org", ...args], { env });
  git("init", "-q");
  git("add", "-A");
  git("commit", "-qm", "content");
}

describe("npm run build", () => {
  test("offers the services of the day that was typed, in order of their names", async () => {
    commit("2026-03-01");
    expect(await offered("--today", "2026-01-30")).toEqual(["Pharmacy app", "Winter clinic"]);
    expect(await offered("--today", "2026-01-31")).toEqual(["Pharmacy app", "Spring clinic"]);
  });

  test("offers those of the day of the last commit where none was typed, and all where there is no commit", async () => {
    expect(await offered()).toEqual(["Pharmacy app", "Spring clinic", "Winter clinic"]);
    commit("2026-01-30");
    expect(await offered()).toEqual(["Pharmacy app", "Winter clinic"]);
  });

  test("warns of no review that is overdue by that day: that depends on the day on which somebody looks", async () => {
    desk.write({ "a.md": article("Words.", { next_review: "2026-01-01" }) });
    const words = ["--content", desk.content, "--output", join(desk.folder, "site"), "--today", "2026-06-01"];
    const { stdout } = await runCommand(["build", ...words]);
    expect(stdout).toContain("\nNo warnings\n");
  });
});

test.each(["build", "serve"])("%s refuses a day that does not exist, in a sentence", async (command) => {
  const { exitCode, stderr } = await runCommand([command, "--content", desk.content, "--today", "2026-02-30"]);
  expect(exitCode).toBe(2);
  expect(stderr).toBe("--today must be a day that exists, written YYYY-MM-DD\n");
});

describe("npm start", () => {
  test("shows the services of the day that was typed, and each change of services.yml and contact.yml", async () => {
    desk.write({ "a.md": article("## CID7023: It is broken\n\nWords.") });
    const preview = await startProjectPreview("--content", desk.content, "--today", "2026-01-31");
    try {
      const shows = (path: string, ...names: readonly string[]) =>
        preview.until(path, ({ text }) => namesIn(text).join() === names.join());
      await shows("/contact/", "Pharmacy app", "Spring clinic");
      const services = readFileSync(desk.at("services.yml"), "utf8");
      desk.write({ "services.yml": services.replace("from: 2026-01-31", "from: 2026-02-01") });
      await shows("/contact/", "Pharmacy app");
      await shows("/contact/CID7023/", "Pharmacy app");
      desk.write({ "contact.yml": "form:\n  address: /contact/send\n  problems: {sign-in: I cannot sign in}\n" });
      await preview.until("/contact/", ({ text }) => text.includes("I cannot sign in"));
    } finally {
      await preview.close();
    }
  });
});
