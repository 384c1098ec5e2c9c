import Combobox from "@github/combobox-nav";
import type { SearchAnswer } from "../../src/model/search.ts";
import { announcer, untilTyped } from "./announcer.ts";
import type { Announcer } from "./announcer.ts";
import { counted } from "./counted-words.ts";
import type { CountForms } from "./counted-words.ts";
import { element } from "./element.ts";
import { answerTo, searchData } from "./page-engine.ts";
import { inLanguage, placeOf } from "./search-results.ts";

/** What is said of suggestions: the header's `data-words`. */
interface SuggestionWords {
  readonly label: string;
  readonly none: string;
  readonly suggestions: CountForms;
  readonly all: string;
}

/** How many sections and references are suggested at most. */
const most = 5;
/** How long nothing is typed before it is searched for, in milliseconds. */
const pause = 150;

interface Suggestions {
  readonly field: HTMLInputElement;
  readonly form: HTMLFormElement;
  readonly list: HTMLUListElement;
  readonly words: SuggestionWords;
  readonly status: Announcer;
  readonly combobox: Combobox;
}

const fields = new WeakSet<HTMLInputElement>();

/**
 * Suggests what may be meant below a search field, as WAI-ARIA's combobox with a list. What is typed is sent by Enter as
 * ever, unless somebody has chosen one of the list.
 */
export function suggest(field: HTMLInputElement): void {
  const { form } = field;
  const group = field.closest(".nhsuk-form-group");
  if (!form || !group || fields.has(field)) return;
  fields.add(field);
  const { styles, words: said } = searchData();
  const words = JSON.parse(said) as SuggestionWords;
  addStyles(styles);
  const list = element("ul", "app-suggestions", []);
  list.id = `${field.id}-suggestions`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", words.label);
  list.hidden = true;
  const region = element("div", "nhsuk-u-visually-hidden", []);
  region.setAttribute("role", "status");
  group.classList.add("app-suggestions-place");
  group.append(list, region);
  follow({
    field,
    form,
    list,
    words,
    status: announcer(region),
    combobox: new Combobox(field, list, { tabInsertsSuggestions: false }),
  });
}

/** The styles of suggestions are not on every page. */
function addStyles(href: string): void {
  if (document.querySelector(`link[href="${CSS.escape(href)}"]`)) return;
  const link = element("link", "", []);
  link.rel = "stylesheet";
  link.href = href;
  document.head.append(link);
}

/** Opens and closes the list as the field is used. */
function follow(suggestions: Suggestions): void {
  const { field, form, list } = suggestions;
  let turn = 0;
  let timer = 0;
  const leave = () => {
    turn += 1;
    clearTimeout(timer);
    close(suggestions);
  };
  const look = async () => {
    const asked = ++turn;
    // Without an engine the field works all the same, without suggestions.
    const answer = field.value.trim() === "" ? null : await answerTo(field.value, most);
    // Whoever goes through the list already chooses from what they have heard.
    const isChoosing = field.hasAttribute("aria-activedescendant");
    if (asked === turn && document.activeElement === field && !isChoosing) show(suggestions, answer);
  };
  const lookSoon = () => {
    // An answer that is still on its way is to something else by now.
    turn += 1;
    clearTimeout(timer);
    timer = window.setTimeout(() => void look(), pause);
  };
  field.addEventListener("input", lookSoon);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      // A second Escape empties the field, as browsers have it.
      event.preventDefault();
      leave();
    } else if (event.key === "ArrowDown" && list.hidden) void look();
  });
  field.addEventListener("blur", leave);
  form.addEventListener("submit", leave);
  // The field keeps the focus, and the list is there until it has been clicked.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("combobox-commit", ({ target }) => {
    leave();
    if (target instanceof HTMLElement) go(form, target.dataset["href"]);
  });
  // Somebody may have typed before this script was there.
  if (field.value !== "") lookSoon();
}

function show(suggestions: Suggestions, answer: SearchAnswer | null): void {
  const { field, list, words, status, combobox } = suggestions;
  if (answer === null) {
    close(suggestions);
    return;
  }
  const options = optionsFor(answer);
  if (options.length === 0) close(suggestions);
  else {
    const all = option("app-suggestion app-suggestion--all", null, [words.all]);
    list.replaceChildren(...options, all);
    [...list.children].forEach((one, at) => (one.id = `${list.id}-${at + 1}`));
    list.hidden = false;
    if (field.getAttribute("aria-expanded") === "true") combobox.clearSelection();
    else combobox.start();
  }
  const said =
    options.length === 0 ? words.none : counted(words.suggestions, options.length, document.documentElement.lang);
  status.say(said, untilTyped);
}

function close({ list, status, combobox }: Suggestions): void {
  combobox.stop();
  status.hush();
  list.hidden = true;
}

function optionsFor({ code, results }: SearchAnswer): readonly HTMLLIElement[] {
  const known = code?.kind === "known" ? [code.reference] : [];
  return [
    ...known.map((one) => option("app-suggestion", one.href, [`${one.code}: ${one.title}`])),
    ...results.map((result) => {
      const place = placeOf(result);
      const parts = place.length === 0 ? [] : [element("span", "app-suggestion__place", place)];
      const heading = inLanguage(element("span", "", [result.heading]), result.lang);
      return option("app-suggestion", result.href, [heading, " ", ...parts]);
    }),
  ].slice(0, most);
}

/** @param href - where it leads; `null` for the page with all results */
function option(className: string, href: string | null, children: readonly (Node | string)[]): HTMLLIElement {
  const item = element("li", className, children);
  item.setAttribute("role", "option");
  if (href !== null) item.dataset["href"] = href;
  return item;
}

/** Goes where a click on a link would: into an expander too, on this page as on another. */
function go(form: HTMLFormElement, href: string | undefined): void {
  if (href === undefined) {
    form.submit();
    return;
  }
  const link = element("a", "", []);
  link.href = href;
  form.append(link);
  link.click();
  link.remove();
}
