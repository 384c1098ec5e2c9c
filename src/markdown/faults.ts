import type { RuleFacts } from "../model/rule.ts";

/** Every fault that is found while Markdown is rendered, in order of their names. */
export const markdownFaults: readonly RuleFacts[] = [];
