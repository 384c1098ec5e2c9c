/** Words that components say themselves, mostly to people who listen to a page rather than see it. */
export const componentWords = {
  details: "Details",
  inset: "Information",
  warning: "Important",
  nonUrgent: "Non-urgent advice",
  urgent: "Urgent advice",
  emergency: "Immediate action required",
  do: "Do",
  dont: "Don't",
  video: "Video",
  table: "Table",
  transcript: (title: string) => (title === "" ? "Transcript" : `Transcript of ${title}`),
} as const;
