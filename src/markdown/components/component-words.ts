/** Words that components say themselves, mostly to people who listen to a page rather than see it. */
export const componentWords = {
  details: "Details",
  inset: "Information",
  warning: "Important",
  nonUrgent: "Non-urgent advice",
  urgent: "Urgent advice",
  emergency: "Immediate action required",
  doList: "Do",
  dontList: "Don't",
  transcript: (title: string) => (title === "" ? "Transcript" : `Transcript of ${title}`),
} as const;
