// Says in the page that scripts run, before the first word is drawn: styles, nhsuk-frontend's components and our own
// scripts look for this name. A plain script in a file of its own, because the content policy refuses scripts in the page.
// A browser that has replaceChildren (since 2020) has all else that the scripts need; an older one shows the page as it
// is without scripts, all of which works.
const { body } = document;
if ("replaceChildren" in body) {
  body.classList.add("nhsuk-frontend-supported");
  // A search came with the address: the search page keeps room for what is found, so that nothing moves when it is.
  if (/[?&]q=[^&]/.test(location.search)) body.classList.add("app-search-awaited");
}
