import { Header } from "nhsuk-frontend/dist/nhsuk/components/header/header.mjs";
import { openForPrint, revealTargets } from "./expanders.ts";
import { countAgainWhenWordsGrow } from "./header-menu.ts";

const header = document.querySelector('[data-module="nhsuk-header"]');
if (header && document.body.classList.contains("nhsuk-frontend-supported")) {
  countAgainWhenWordsGrow(header);
  new Header(header);
}

revealTargets();
openForPrint();
