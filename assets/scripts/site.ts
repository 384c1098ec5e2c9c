import { Header } from "nhsuk-frontend/dist/nhsuk/components/header/header.mjs";
import { openForPrint, revealTargets } from "./expanders.ts";

const header = document.querySelector('[data-module="nhsuk-header"]');
if (header && document.body.classList.contains("nhsuk-frontend-supported")) new Header(header);

revealTargets();
openForPrint();
