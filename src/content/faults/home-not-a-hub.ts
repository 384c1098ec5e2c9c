import type { Diagnostic } from "../../model/diagnostic.ts";
import { replace, spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";
import type { PageOutline } from "../read-page.ts";

/** A front page whose type is not `hub`. */
export const homeNotAHub: RuleFacts = {
  name: "home-not-a-hub",
  severity: "warning",
  kind: "fields",
  title: "The front page says that it is not a hub",
  source: null,
  fixable: true,
};

/** At the front page's `type`. */
export function homeNotAHubAt({ file, fieldSpans }: PageOutline): Diagnostic {
  const span = fieldSpans.get("type");
  return faultAt(homeNotAHub, span ?? spanAt(file, 1, 1), {
    message: "The front page is a hub, whatever its type says",
    why: "It lists the hubs and articles of home",
    fix: "Write type: hub",
    ...(span ? { edits: [replace(span, "hub")] } : {}),
  });
}
