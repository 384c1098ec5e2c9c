import type { SearchAnswer } from "../../src/model/search.ts";
import { announcer, untilTyped } from "./announcer.ts";
import type { Announcer } from "./announcer.ts";
import { element } from "./element.ts";
import { answerTo } from "./page-engine.ts";
import { addressOf, queryInAddress, shownInHistory } from "./search-address.ts";
import { answerElements, countOf } from "./search-results.ts";
import type { SearchWords } from "./search-results.ts";

/** How many results are shown at first, and how many more each time. */
const step = 20;
/** No search is longer, in UTF-16 units. */
const longest = 200;
/** How long nothing is typed before it is searched for, in milliseconds. Safari takes 100 addresses in 30 seconds. */
const pause = 300;
/** How long a search may take without a word about it, in milliseconds. */
const unnoticed = 500;

interface SearchPage {
  readonly field: HTMLInputElement;
  readonly form: HTMLFormElement;
  readonly results: HTMLElement;
  readonly status: Announcer;
  readonly words: SearchWords;
  /** What was sent last. */
  sent: string;
  /** Of the search for what is being typed. */
  timer: number;
  /** How many searches there have been: of two, the answer to the later one counts. */
  turn: number;
  /** How many results are shown at most. */
  most: number;
  /** Whether the last search had no answer, for want of an engine. */
  broken: boolean;
}

/**
 * Shows what is found for the query in the address, and for what is typed. The address follows: while somebody types,
 * that of this step changes; a search that is sent is a step of its own, which the browser's back button takes back.
 *
 * @returns the page's search field; `null` on other pages
 */
export function startSearchPage(): HTMLInputElement | null {
  const page = findPage();
  if (page === null) return null;
  const { field, form } = page;
  addEventListener("popstate", () => takeAddress(page));
  field.addEventListener("input", () => takeWords(page));
  form.addEventListener("submit", (event) => send(page, event));
  if (field.value === "") takeAddress(page);
  else {
    // Somebody has typed before this script was there.
    page.sent = queryInAddress(longest);
    takeWords(page);
  }
  return field;
}

/** Searches for what the address asks for. */
function takeAddress(page: SearchPage): void {
  const { field } = page;
  const most = shownInHistory(step);
  page.sent = queryInAddress(longest);
  // A link to a list on this page asks for nothing else, and takes no results away.
  if (page.sent === field.value && most <= page.most) return leaveNoRoom();
  clearTimeout(page.timer);
  page.most = most;
  field.value = page.sent;
  void search(page, 0);
}

/** Searches for what is in the field, once nothing more is typed. */
function takeWords(page: SearchPage): void {
  clearTimeout(page.timer);
  page.timer = window.setTimeout(() => {
    page.most = step;
    history.replaceState(null, "", addressOf(page.field.value));
    void search(page, untilTyped);
  }, pause);
}

/** Searches for what was sent, and leads to what is found. */
function send(page: SearchPage, event: Event): void {
  const asked = page.field.value;
  clearTimeout(page.timer);
  // Without an engine the form leads on as it does without this script, and everything is tried again.
  if (page.broken) return;
  event.preventDefault();
  if (asked !== page.sent) {
    page.most = step;
    history.replaceState(null, "", addressOf(page.sent));
    page.sent = asked;
    history.pushState(null, "", addressOf(asked));
  }
  void search(page, 0).then((isShown) => {
    // Whoever has gone on typing in between stays in the field.
    if (isShown && page.field.value === asked) leaveField(page);
  });
}

function findPage(): SearchPage | null {
  const field = document.querySelector<HTMLInputElement>("#search-query");
  const results = document.querySelector<HTMLElement>(".app-search-results");
  const status = document.querySelector<HTMLElement>(".app-search-status");
  if (!field?.form || !results || !status) return null;
  const words = JSON.parse(results.dataset["words"] ?? "") as SearchWords;
  const begun = { sent: "", timer: 0, turn: 0, most: step, broken: false };
  return { field, form: field.form, results, status: announcer(status), words, ...begun };
}

/**
 * Searches for what is in the field, and shows what is found. Until then, what was found before stays.
 *
 * @param wait - before the number of results is said, in milliseconds
 * @param first - the place of the result that whoever is among the results goes on at; `null` for their heading
 * @returns whether results are shown: not where there is none to ask, or where a later search has come in between
 */
async function search(page: SearchPage, wait: number, first: number | null = null): Promise<boolean> {
  const { field, status, words, most } = page;
  const turn = ++page.turn;
  if (field.value.trim() === "") {
    status.hush();
    showAnswer(page, null);
    return false;
  }
  const slow = window.setTimeout(() => turn === page.turn && status.show(words.waiting), unnoticed);
  const answer = await answerTo(field.value.slice(0, longest), most);
  clearTimeout(slow);
  if (turn !== page.turn) return false;
  page.broken = answer === null;
  showAnswer(page, answer, first);
  if (answer === null) status.show(words.broken);
  else status.say(countOf(answer, words), wait);
  return answer !== null;
}

/**
 * Shows what was found. Whoever is among the results while others take their place goes on among these; without any, in
 * the field.
 *
 * @param answer - `null` for none: then the page is as it is without this script
 */
function showAnswer(page: SearchPage, answer: SearchAnswer | null, first: number | null = null): void {
  const { results, words } = page;
  const { activeElement } = document;
  // Safari gives no focus to a button that is clicked.
  const isRead = results.contains(activeElement) || (first !== null && activeElement === document.body);
  const none = results.querySelector<HTMLElement>(".app-search-results__none");
  const found = answer ? answerElements(answer, words, results.dataset["contact"] ?? "") : [];
  const more = answer && answer.results.length < answer.total ? [moreButton(page, answer.results.length)] : [];
  results.querySelector(".app-search-results__found")?.replaceChildren(...found, ...more);
  if (none) none.hidden = answer === null || countOf(answer, words) !== words.none;
  results.hidden = answer === null;
  leaveNoRoom();
  if (!isRead) return;
  const links = results.querySelectorAll<HTMLElement>(".app-search-result__heading a");
  (answer === null ? page.field : (links[first ?? links.length] ?? headingOf(page)))?.focus();
}

/** Ends what assets/scripts/enabled.ts began: the room for an answer that was on its way. */
function leaveNoRoom(): void {
  document.body.classList.remove("app-search-awaited");
}

/** Shows more results, and leads to the first that was not there before. How many there are stays in the history. */
function moreButton(page: SearchPage, shown: number): HTMLButtonElement {
  const button = element("button", "nhsuk-button nhsuk-button--secondary nhsuk-button--small", [page.words.more]);
  button.type = "button";
  button.addEventListener("click", () => {
    page.most += step;
    history.replaceState({ results: page.most }, "", location.href);
    void search(page, 0, shown);
  });
  return button;
}

/** Somebody who has sent a search goes on to what was found; on a phone the keyboard makes room for it. */
function leaveField(page: SearchPage): void {
  const { activeElement } = document;
  if (activeElement === document.body || page.form.contains(activeElement)) headingOf(page)?.focus();
}

function headingOf({ results }: SearchPage): HTMLElement | null {
  return results.querySelector<HTMLElement>("#search-results");
}
