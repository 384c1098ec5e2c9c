import { describe, expect, test } from "vitest";
import { capitalsInHeading } from "../../../src/checks/rules/capitals-in-heading.ts";
import { advice, marked } from "../words.ts";

describe("capitals-in-heading", () => {
  test.each([
    "## Reset your password",
    "## Use the NHS App with your GP surgery in England",
    "## Contact the Department for Work and Pensions",
    "## Ask the Parliamentary and Health Service Ombudsman",
    "## Department for Work And Pensions",
    "## The Christie Foundation Trust",
    "## Use your Login And Your Password Settings",
    '## Select "Continue With Your Login"',
    "## Continue With Your Login: CID7023",
    "## **Continue With Your Login**",
    "## `Continue With Your Login`",
    "## Problems: Your login. You are out",
    "## Outlook Without Windows And Teams",
    "## Call Us On Monday",
    "## Contact Health Service Desk Staff\n\nOur staff at the health service desk.",
    "Reset Your Password With Your Code.",
    '## <span lang="cy">Reset Your Password With Your Code</span>',
    "## Ask Shaping Your Numbers Online\n\nIt is called Shaping Your Numbers. We are shaping numbers.",
  ])("accepts %j", async (body) => {
    expect(await marked(capitalsInHeading, body)).toEqual([]);
  });

  test.each([
    ["## Reset Your Password And Your Code", "Reset your password and your code"],
    ["## How to Find Your NHS Number and Your GP", "How to find your NHS number and your GP"],
    ["### If You Cannot Sign in to Gmail", "If you cannot sign in to Gmail"],
    ["::: expander If Your Phone Is Lost\nWords of a phone that is lost.\n:::", "If your phone is lost"],
    ["## Get Help With Your **Login Settings**", "Get help with your Login Settings"],
    ["## Your Email And Your Code On Monday In May\n\nYou may.", "Your email and your code on Monday in May"],
    ["## Your Zebra And Your Stripes\n\nA zebra has stripes.", "Your zebra and your stripes"],
  ])("says how to write %j", async (body, right) => {
    expect(await advice(capitalsInHeading, body)).toEqual([
      `Leave capitals to the first word and to names: "${right}"`,
    ]);
  });

  test("marks the whole heading, and the page's title", async () => {
    const heading = "Reset Your Password And Code";
    expect(await marked(capitalsInHeading, `## ${heading}`, { title: heading })).toEqual([heading, heading]);
    expect(await marked(capitalsInHeading, "Geiriau.", { title: heading, lang: "cy" })).toEqual([]);
  });
});
