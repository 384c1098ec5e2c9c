import { fragmentTarget } from "./expanders.ts";

/** Marks the section that is being read in the list of contents, for those who see it and those who listen. */
export function markPlace(): void {
  const list = document.querySelector(".app-contents");
  if (!list) return;
  const sections = [...list.querySelectorAll("a")].flatMap((link) => {
    const heading = fragmentTarget(link.hash);
    return heading ? [{ link, heading }] : [];
  });
  let marked: Element | undefined;
  const mark = () => {
    const isReached = reachedAt(placeBeingRead());
    const reached = sections.filter(({ heading }) => isReached(heading)).length;
    const link = sections[reached - 1]?.link;
    if (link === marked) return;
    marked?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    marked = link;
    if (link) showInList(list, link);
  };
  let frame = 0;
  const markSoon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(mark);
  };
  addEventListener("scroll", markSoon, { passive: true });
  for (const change of ["hashchange", "resize"]) addEventListener(change, markSoon);
  document.addEventListener("toggle", markSoon, true);
  markSoon();
}

/** An element that is being read, or a distance from the top of the window in CSS pixels. */
type Place = Element | number;

/**
 * What a link has led to, for as long as it stands where the link has put it; else a line a third down the window, which
 * sinks to the foot of the window while the last of the page comes into view: the last sections never get higher.
 */
function placeBeingRead(): Place {
  const { scrollHeight, clientHeight } = document.documentElement;
  const most = scrollHeight - clientHeight;
  const left = Math.max(0, most - scrollY);
  const third = clientHeight / 3;
  const target = fragmentTarget(location.hash);
  const top = target?.getBoundingClientRect().top ?? -1;
  if (target && top >= 0 && top < (left < 1 ? clientHeight : third)) return target;
  const room = Math.min(most, clientHeight - third);
  return room > left ? clientHeight - ((clientHeight - third) * left) / room : third;
}

/** Whether a heading stands above a place, or at it. */
function reachedAt(place: Place): (heading: Element) => boolean {
  if (typeof place === "number") return (heading) => heading.getBoundingClientRect().top <= place;
  return (heading) =>
    heading.contains(place) || (heading.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
}

/** A long list scrolls by itself. */
function showInList(list: Element, link: Element): void {
  const above = link.getBoundingClientRect().top - list.getBoundingClientRect().top;
  list.scrollTop += above - list.clientHeight / 2;
}
