import type { RuleFacts } from "../model/rule.ts";

/** Every fault that is found while a folder is read and made into a site, in order of their names. */
export const contentFaults: readonly RuleFacts[] = [];
