import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { PictureFormat } from "../../model/picture.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A picture whose name is of another format. */
export const misnamedPicture: RuleFacts = {
  name: "misnamed-picture",
  severity: "warning",
  kind: "files",
  title: "A picture's name says another format",
  source: null,
  fixable: false,
};

/** `format` is what the file holds. */
export function misnamedPictureAt(path: string, format: PictureFormat): Diagnostic {
  const [ending, said] = format === "jpeg" ? ["jpg", "a JPEG"] : [format, `in the format ${format.toUpperCase()}`];
  return faultAt(misnamedPicture, spanAt(path, 1, 1), {
    message: `The picture is ${said}, and its name says otherwise`,
    why: "Some programs and browsers believe the name, and do not show it",
    fix: `Give it a name that ends in .${ending}, and change the pages that use it`,
  });
}
