import { Header } from "nhsuk-frontend/dist/nhsuk/components/header/header.mjs";
import { markPlace } from "./contents.ts";
import { keepOpen } from "./expander-memory.ts";
import { offerToggle } from "./expander-toggle.ts";
import { openForPrint, revealTargets } from "./expanders.ts";
import { countAgainWhenWordsGrow, giveFocusBack, keepFocusWhileCounting } from "./header-menu.ts";
import { loadSearchWhenTouched } from "./search-loader.ts";
import { takeFocusAlong } from "./skip-link.ts";

const header = document.querySelector<HTMLElement>('[data-module="nhsuk-header"]');
if (header && document.body.classList.contains("nhsuk-frontend-supported")) {
  countAgainWhenWordsGrow(header);
  giveFocusBack(header);
  new Header(header);
  keepFocusWhileCounting(header);
}

const isBack = keepOpen();
revealTargets(!isBack);
openForPrint();
offerToggle();
markPlace();
loadSearchWhenTouched();
takeFocusAlong();
