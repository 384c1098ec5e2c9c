// Says in the page that scripts run, before the first word is drawn: styles and nhsuk-frontend's components look for
// these names. A plain script in a file of its own, because the content policy refuses scripts in the page.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) document.body.classList.add("nhsuk-frontend-supported");
// A search came with the address: the search page keeps room for what is found, so that nothing moves when it is.
if (/[?&]q=[^&]/.test(location.search)) document.body.classList.add("app-search-awaited");
