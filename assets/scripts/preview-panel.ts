/** The panel of `npm start` that says what is wrong. Only the preview's server gives it to a page; no build holds it. */
import { element } from "./element.ts";

/** One thing that is wrong, as the preview's server tells it. */
interface Problem {
  readonly severity: "error" | "warning";
  /** File, line and column. */
  readonly place: string;
  /** The address of the page that it is about; `null` for what is no page. */
  readonly href: string | null;
  readonly rule: string;
  readonly message: string;
  readonly why: string;
  readonly fix: string;
}

/** Whether a reader has opened or closed the panel, and what it said then. */
const choiceKey = "preview-problems";

async function showProblems(): Promise<void> {
  const answer = await fetch(new URL("problems.json", import.meta.url));
  if (!answer.ok) return;
  const all = (await answer.json()) as readonly Problem[];
  const problems = [
    ...all.filter(({ severity }) => severity === "error"),
    ...all.filter(({ severity, href }) => severity === "warning" && isThisPage(href)),
  ];
  if (problems.length > 0) document.body.append(panel(problems));
}

function isThisPage(href: string | null): boolean {
  return href !== null && new URL(href, location.href).pathname === location.pathname;
}

function panel(problems: readonly Problem[]): HTMLElement {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const count = [
    ...(errors > 0 ? [counted(errors, "error")] : []),
    ...(warnings > 0 ? [`${counted(warnings, "warning")} on this page`] : []),
  ].join(", ");
  const details = element("details", "app-preview-panel__details", [
    element("summary", "app-preview-panel__summary", [`Preview: ${count}`]),
    element("ol", "app-preview-panel__list", problems.map(item)),
  ]);
  rememberChoice(details, JSON.stringify(problems), errors > 0);
  const section = element("section", "app-preview-panel", [details]);
  section.setAttribute("aria-label", "Problems in the content");
  return section;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function item({ severity, place, rule, message, why, fix }: Problem): HTMLElement {
  const kind = severity === "error" ? "Error" : "Warning";
  return element("li", `app-preview-panel__item app-preview-panel__item--${severity}`, [
    element("p", "app-preview-panel__place", [
      element("strong", "", [`${kind}:`]),
      " ",
      element("code", "", [place]),
      ...(rule === "" ? [] : [` (${rule})`]),
    ]),
    element("p", "app-preview-panel__message", [message]),
    ...(why === "" ? [] : [element("p", "", [`Why: ${why}`])]),
    ...(fix === "" ? [] : [element("p", "", [`Do: ${fix}`])]),
  ]);
}

/** Open or closed as it was left, for as long as it says the same; new errors open it, warnings alone do not. */
function rememberChoice(details: HTMLDetailsElement, said: string, opensItself: boolean): void {
  const [before = "", words = ""] = splitOnce(stored() ?? "");
  details.open = words === said ? before === "open" : opensItself;
  const remember = () => store(`${details.open ? "open" : "closed"}\n${said}`);
  details.addEventListener("toggle", remember);
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary")?.focus();
  });
}

function splitOnce(text: string): readonly string[] {
  const at = text.indexOf("\n");
  return [text.slice(0, at), text.slice(at + 1)];
}

/** Browsers can be told to keep nothing: then each page begins anew. */
function stored(): string | null {
  try {
    return sessionStorage.getItem(choiceKey);
  } catch {
    return null;
  }
}

function store(value: string): void {
  try {
    sessionStorage.setItem(choiceKey, value);
  } catch {
    // As above.
  }
}

void showProblems();
