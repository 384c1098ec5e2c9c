import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import { homeHub } from "../../model/hub.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";
import type { PageOutline } from "../read-page.ts";

/** Hubs that contain each other, so that none hangs below home. */
export const hubCycle: RuleFacts = {
  name: "hub-cycle",
  severity: "error",
  kind: "fields",
  title: "Hubs contain each other",
  source: null,
  fixable: false,
};

/** `cycle` in order of the files. */
export function hubCycleAt(cycle: readonly PageOutline[]): Diagnostic {
  const [first, ...others] = cycle;
  const { file, fieldSpans } = first as PageOutline;
  return faultAt(hubCycle, fieldSpans.get("hub") ?? spanAt(file, 1, 1), {
    message:
      others.length === 0
        ? "The hub contains itself"
        : `The hubs contain each other: ${cycle.map(({ file }) => file).join(", ")}`,
    why: "No way leads from the front page to these hubs and their pages",
    fix: `Write ${homeHub} or another hub above it as the hub of one of them`,
  });
}
