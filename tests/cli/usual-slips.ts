/** The usual slips of an editor, each made in one file of this project's own content, as a person makes it. */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A slip, and what `check` has to say of it. */
export interface Slip {
  readonly slip: string;
  /** The file in which it is made. */
  readonly file: string;
  /** What stood there, and what stands there now. */
  readonly change?: readonly [before: string, after: string];
  /** How the file is saved, where that is the slip. */
  readonly encoding?: "latin1";
  readonly renamedTo?: string;
  /** Everything that is said now and was not before: severity, rule, file, line and column. */
  readonly found: readonly string[];
  /** Words of what is said. */
  readonly says: RegExp;
}

const password = "manage/change-your-password.md";
const notReceived = "create-account/email-not-received.md";
const codes = "sign-in/security-codes.md";

/** In the order in which they are met in a page. */
export const slips: readonly Slip[] = [
  {
    slip: "a typo in a field's name",
    file: password,
    change: ["title: Change", "titel: Change"],
    found: [`error missing-field ${password}:1:1`, `warning unknown-field ${password}:2:1`],
    says: /no field called "titel".*Change it to title$/,
  },
  {
    slip: "an article without a title",
    file: password,
    change: ["title: Change your password\n", ""],
    found: [`error missing-field ${password}:1:1`],
    says: /field title is missing.*Add a line/,
  },
  {
    slip: "an unknown hub",
    file: password,
    change: ["hub: manage", "hub: mange"],
    found: [`error unknown-hub ${password}:6:6`],
    says: /no hub called "mange".*If you mean manage, write that;/,
  },
  {
    slip: "an unknown type",
    file: password,
    change: ["type: article", "type: artical"],
    found: [`error malformed-field ${password}:5:7`],
    says: /Write one of: article, hub, page$/,
  },
  {
    slip: "two hubs that contain each other",
    file: "manage/index.md",
    change: ["hub: home", "hub: security"],
    found: ["error hub-cycle manage/index.md:8:6"],
    says: /manage.*security/,
  },
  {
    slip: "a dead link",
    file: password,
    change: ["../sign-in/forgotten-password.md", "../sign-in/forgoten-password.md"],
    found: [`error broken-link ${password}:16:67`],
    says: /leads to \.\.\/sign-in\/forgoten-password\.md.*If you mean \/sign-in\/forgotten-password\/, write that/,
  },
  {
    slip: "a heading twice",
    file: notReceived,
    change: ["## Change a wrong address", "## Ask for another email"],
    found: [`warning repeated-heading ${notReceived}:44:1`],
    says: /Line 34 has the same heading/,
  },
  {
    slip: "an expander never closed",
    file: notReceived,
    change: ["Then ask us for another email.\n\n:::\n", "Then ask us for another email.\n"],
    found: [`error expander-never-closed ${notReceived}:66:1`],
    says: /never closed.*:::/,
  },
  {
    slip: '"Contact us us"',
    file: notReceived,
    change: ["[Contact us](/contact)", "[Contact us](/contact) us"],
    found: [`warning doubled-word ${notReceived}:86:24`],
    says: /"us"/,
  },
  {
    slip: "a paragraph pasted into the wrong expander",
    file: codes,
    change: [
      "You can change your phone number if",
      'Say "hello" when you pick up. We read the code twice, and you can press 1 to hear it again.\n\nYou can change your phone number if',
    ],
    found: [`warning repeated-paragraph ${codes}:74:1`],
    says: /line 68/,
  },
  {
    slip: "a picture without words",
    file: notReceived,
    change: ["![An email program with 3 folders: inbox, spam and bin. Our email is in the spam folder.]", "![]"],
    found: [`warning missing-alternative-text ${notReceived}:18:5`],
    says: /Write what it shows/,
  },
  {
    slip: "a file saved as Windows-1252",
    file: "manage/download-your-data.md",
    change: ["It is free,", "You do not pay the £10 of former years,"],
    encoding: "latin1",
    found: ["error not-utf-8 manage/download-your-data.md:14:80"],
    says: /save it with the encoding UTF-8/,
  },
  {
    slip: "a page renamed without a redirect",
    file: "manage/change-your-name.md",
    renamedTo: "manage/change-name.md",
    found: [
      "error broken-link manage/change-your-details.md:67:71",
      "error broken-link manage/download-your-data.md:69:129",
      "error broken-link prove-who-you-are/if-we-cannot-confirm.md:57:62",
      "error broken-link prove-who-you-are/without-photo-id.md:74:112",
      "warning removed-address redirects.yml:1:1",
    ],
    says: /that is: \/manage\/change-your-name\/: \/manage\/change-name\//,
  },
];

/** Makes a slip in a content folder. @throws Error if the text that it changes is not there */
export function makeSlip(content: string, { file, change, encoding, renamedTo }: Slip): void {
  if (change !== undefined) {
    const [before, after] = change;
    const text = readFileSync(join(content, file), "utf8");
    if (!text.includes(before)) throw new Error(`${file} does not hold ${JSON.stringify(before)}`);
    writeFileSync(
      join(content, file),
      text.replace(before, () => after),
      encoding,
    );
  }
  if (renamedTo !== undefined) renameSync(join(content, file), join(content, renamedTo));
}
