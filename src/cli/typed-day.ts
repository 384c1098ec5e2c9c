import { pageFields } from "../model/article.ts";
import type { Option } from "./options.ts";

/** `--today` of the commands that show services: which of them are offered depends on the day. */
export const todayOption: Option = {
  type: "string",
  value: "DAY",
  help: "shows the services that are offered on this day, such as 2026-01-31",
};

/** What is wrong with a day that was typed after `--today`, as a sentence; `null` where nothing was typed, or a day. */
export function dayFault(day: string | undefined): string | null {
  if (day === undefined) return null;
  const reading = pageFields.next_review.read(day, day);
  return reading.ok ? null : `--today ${reading.message}`;
}
