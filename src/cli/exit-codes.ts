/** What a command's exit code says (design, section 7). */
export const exitCodes = {
  /** Publishable; there may be warnings. */
  fine: 0,
  /** The content needs an editor. */
  content: 1,
  /** Wrong use, or our bug. */
  use: 2,
  /** The disk or the system failed. */
  system: 3,
  /** Ctrl-C; for `npm start`, which runs until then, that is `fine`. */
  interrupted: 130,
} as const;
