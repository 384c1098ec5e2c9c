import { icon } from "./icon.ts";

/** Classes of nhsuk-frontend's action link. */
export const actionLinkClass = "nhsuk-action-link";

/** What stands between the link's tag and its words. */
export const actionLinkStart = `${icon("arrow-right-circle")}<span class="nhsuk-action-link__text">`;

/** What stands after them. */
export const actionLinkEnd = `</span>`;
