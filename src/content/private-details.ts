import type { Diagnostic } from "../model/diagnostic.ts";
import { spanAt } from "../model/diagnostic.ts";
import { hiddenCharacterFaults } from "./faults/hidden-character.ts";
import { nhsNumberFaults } from "./faults/nhs-number.ts";
import { personalEmailFaults } from "./faults/personal-email.ts";
import { secretFaults } from "./faults/secret.ts";
import type { SourceFile } from "./read-files.ts";

/**
 * What must not be published, wherever in a file it stands: comments and front matter are public as well where the
 * content is. What nobody sees is found here too.
 */
export function privateDetails({ file, text }: SourceFile): readonly Diagnostic[] {
  const found = [
    ...secretFaults(text),
    ...nhsNumberFaults(text),
    ...personalEmailFaults(text),
    ...hiddenCharacterFaults(text),
  ];
  let line = 1;
  let lineStart = 0;
  return found
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ offset, length, diagnosticAt }) => {
      for (let end = text.indexOf("\n", lineStart); end >= 0 && end < offset; end = text.indexOf("\n", lineStart)) {
        line += 1;
        lineStart = end + 1;
      }
      return diagnosticAt(spanAt(file, line, offset - lineStart + 1, length));
    });
}
