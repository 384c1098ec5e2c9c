/** How long a file of the site is waited for, in milliseconds, where something else can be done without it. */
const timeLimit = 10_000;

/** What a JSON file of the site holds; `null` where it cannot be had in time. */
export async function jsonAt(address: string): Promise<unknown> {
  try {
    return await fetchJson(address, timeLimit);
  } catch {
    return null;
  }
}

/**
 * The same, for those who must know that it is not to be had.
 *
 * @param timeLimit - in milliseconds
 * @throws Error where it cannot be had in time, or is no JSON
 */
export async function fetchJson(address: string, timeLimit: number): Promise<unknown> {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), timeLimit);
  try {
    const answer = await fetch(address, { signal: waiting.signal });
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
    return (await answer.json()) as unknown;
  } finally {
    clearTimeout(timer);
  }
}
