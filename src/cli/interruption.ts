/** Resolves at Ctrl-C, or when the system asks the process to end. */
export function interruption(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}
